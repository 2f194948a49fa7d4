package dev.lectern.ballot;

import dev.lectern.group.GroupId;
import dev.lectern.paper.PaperStore;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** Each group's backlog in Redis. Any thread, any process. */
public final class BacklogStore {
    private static final String BACKLOG = "backlog";

    private final UnifiedJedis redis;
    private final PaperStore papers;

    public BacklogStore(UnifiedJedis redis) {
        this.redis = redis;
        this.papers = new PaperStore(redis);
    }

    /** Papers that turned out to be one are there once. */
    public Backlog find(GroupId group) {
        return Optional.ofNullable(redis.get(new GroupKeys(group).of(BACKLOG)))
                .map(json -> Stored.read(json, Backlog.class))
                .map(this::knownNow)
                .orElseGet(Backlog::empty);
    }

    private Backlog knownNow(Backlog backlog) {
        return backlog.knownAs(papers.canonical(
                backlog.nominations().stream().map(Nomination::paper).toList()));
    }

    void save(Change change, Backlog backlog) {
        change.set(BACKLOG, backlog);
    }
}

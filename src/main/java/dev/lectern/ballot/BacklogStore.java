package dev.lectern.ballot;

import dev.lectern.group.GroupId;
import dev.lectern.paper.PaperStore;
import dev.lectern.work.Change;
import dev.lectern.work.GroupValue;
import redis.clients.jedis.UnifiedJedis;

/** Each group's backlog in Redis. Any thread, any process. */
public final class BacklogStore {
    private final GroupValue<Backlog> backlogs;
    private final PaperStore papers;

    public BacklogStore(UnifiedJedis redis) {
        this.backlogs = new GroupValue<>(redis, "backlog", Backlog.class);
        this.papers = new PaperStore(redis);
    }

    /** Papers that turned out to be one are there once. */
    public Backlog find(GroupId group) {
        return backlogs.find(group).map(this::knownNow).orElseGet(Backlog::empty);
    }

    private Backlog knownNow(Backlog backlog) {
        return backlog.knownAs(papers.canonical(
                backlog.nominations().stream().map(Nomination::paper).toList()));
    }

    void save(Change change, Backlog backlog) {
        backlogs.save(change, backlog);
    }
}

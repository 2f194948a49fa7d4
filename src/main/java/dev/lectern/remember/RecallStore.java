package dev.lectern.remember;

import dev.lectern.group.GroupId;
import dev.lectern.paper.PaperStore;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** What has come back to each group, in Redis, its papers under the ids by which they are known now. Any thread. */
public final class RecallStore {
    private static final String RECALLS = "recalls";

    private final UnifiedJedis redis;
    private final PaperStore papers;

    public RecallStore(UnifiedJedis redis) {
        this.redis = redis;
        this.papers = new PaperStore(redis);
    }

    /** Empty for a group that was never planned for. */
    Optional<Recalls> find(GroupId group) {
        return Optional.ofNullable(redis.get(new GroupKeys(group).of(RECALLS)))
                .map(json -> Stored.read(json, Recalls.class))
                .map(recalls -> recalls.knownAs(papers.canonical(
                        recalls.before().stream().map(Recalled::paper).toList())));
    }

    void save(Change change, Recalls recalls) {
        change.set(RECALLS, recalls);
    }
}

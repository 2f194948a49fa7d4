package dev.lectern.remember;

import dev.lectern.group.GroupId;
import dev.lectern.paper.PaperStore;
import dev.lectern.work.Change;
import dev.lectern.work.GroupValue;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** What has come back to each group, in Redis, its papers under the ids by which they are known now. Any thread. */
public final class RecallStore {
    private final GroupValue<Recalls> recalls;
    private final PaperStore papers;

    public RecallStore(UnifiedJedis redis) {
        this.recalls = new GroupValue<>(redis, "recalls", Recalls.class);
        this.papers = new PaperStore(redis);
    }

    /** Empty for a group that was never planned for. */
    Optional<Recalls> find(GroupId group) {
        return recalls.find(group)
                .map(kept -> kept.knownAs(papers.canonical(
                        kept.before().stream().map(Recalled::paper).toList())));
    }

    void save(Change change, Recalls after) {
        recalls.save(change, after);
    }
}

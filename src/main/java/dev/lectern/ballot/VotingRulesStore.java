package dev.lectern.ballot;

import dev.lectern.group.GroupId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** How each group votes, in Redis. Any thread, any process. */
public final class VotingRulesStore {
    private static final String VOTING = "voting";

    private final UnifiedJedis redis;

    public VotingRulesStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** What the group's next ballot opens with. */
    public VotingRules of(GroupId group) {
        return Optional.ofNullable(redis.get(new GroupKeys(group).of(VOTING)))
                .map(json -> Stored.read(json, VotingRules.class))
                .orElse(VotingRules.DEFAULT);
    }

    void save(Change change, VotingRules rules) {
        change.set(VOTING, rules);
    }
}

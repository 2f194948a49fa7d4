package dev.lectern.ballot;

import dev.lectern.group.GroupId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupValue;
import redis.clients.jedis.UnifiedJedis;

/** How each group votes, in Redis. Any thread, any process. */
public final class VotingRulesStore {
    private final GroupValue<VotingRules> rules;

    public VotingRulesStore(UnifiedJedis redis) {
        this.rules = new GroupValue<>(redis, "voting", VotingRules.class);
    }

    /** What the group's next ballot opens with. */
    public VotingRules of(GroupId group) {
        return rules.find(group).orElse(VotingRules.DEFAULT);
    }

    void save(Change change, VotingRules chosen) {
        rules.save(change, chosen);
    }
}

package dev.lectern.discussion;

import dev.lectern.group.GroupId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupValue;
import redis.clients.jedis.UnifiedJedis;

/** What each group wants around its meetings, in Redis. Any thread, any process. */
public final class DiscussionRulesStore {
    private final GroupValue<DiscussionRules> rules;

    public DiscussionRulesStore(UnifiedJedis redis) {
        this.rules = new GroupValue<>(redis, "discussion", DiscussionRules.class);
    }

    public DiscussionRules of(GroupId group) {
        return rules.find(group).orElse(DiscussionRules.DEFAULT);
    }

    void save(Change change, DiscussionRules chosen) {
        rules.save(change, chosen);
    }
}

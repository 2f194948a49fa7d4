package dev.lectern.discussion;

import dev.lectern.group.GroupId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** What each group wants around its meetings, in Redis. Any thread, any process. */
public final class DiscussionRulesStore {
    private static final String RULES = "discussion";

    private final UnifiedJedis redis;

    public DiscussionRulesStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    public DiscussionRules of(GroupId group) {
        return Optional.ofNullable(redis.get(new GroupKeys(group).of(RULES)))
                .map(json -> Stored.read(json, DiscussionRules.class))
                .orElse(DiscussionRules.DEFAULT);
    }

    void save(Change change, DiscussionRules rules) {
        change.set(RULES, rules);
    }
}

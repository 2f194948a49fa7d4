package dev.lectern.ballot;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import redis.clients.jedis.UnifiedJedis;

/** Puts rules and votes into Redis as Lectern keeps them, for tests that are about what comes afterwards. */
public final class CastVotes {
    private final UnifiedJedis redis;
    private final GroupKeys keys;

    public CastVotes(UnifiedJedis redis, GroupId group) {
        this.redis = redis;
        this.keys = new GroupKeys(group);
    }

    /** What the group's next ballot opens with. */
    public void rules(VotingRules rules) {
        redis.set(keys.of("voting"), Stored.write(rules));
    }

    /** On a ballot that is not secret. */
    public void vote(BallotId ballot, UserId member, Vote vote) {
        redis.hset(keys.of("votes:" + ballot), member.value(), KeptVote.write(vote));
    }
}

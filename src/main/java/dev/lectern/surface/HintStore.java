package dev.lectern.surface;

import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import redis.clients.jedis.UnifiedJedis;

/** Which tips each member was given, in Redis. Any thread, any process. */
public final class HintStore {
    private final UnifiedJedis redis;

    public HintStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** Notes that a member is given a tip; true the first time, and never again. */
    boolean isFirst(TeamId team, UserId member, String hint) {
        return redis.sadd("lectern:hints:{" + team + "}", member + "/" + hint) == 1;
    }
}

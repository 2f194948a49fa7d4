package dev.lectern.surface;

import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.work.RequestId;
import redis.clients.jedis.UnifiedJedis;

/** Which tips each member was given, in Redis. Any thread, any process. */
public final class HintStore {
    private final UnifiedJedis redis;

    public HintStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    /**
     * Notes that a member is given a tip with the answer to a request; true for the first such request, also when it comes
     * again.
     */
    boolean isFirst(TeamId team, UserId member, String hint, RequestId request) {
        String key = "lectern:hints:{" + team + "}";
        String field = member + "/" + hint;
        return redis.hsetnx(key, field, request.value()) == 1 || request.value().equals(redis.hget(key, field));
    }
}

package dev.lectern.redis;

import redis.clients.jedis.UnifiedJedis;

/** The kinds of Redis that Lectern runs on, each of them real. */
public enum RedisKind {
    SERVER,
    SENTINEL,
    CLUSTER;

    /** The one of that kind, emptied; it starts when it is first asked for, and stops with the tests. */
    public UnifiedJedis fresh() {
        UnifiedJedis redis = commands();
        redis.flushAll();
        return redis;
    }

    private UnifiedJedis commands() {
        return switch (this) {
            case SERVER -> TestRedis.commands();
            case SENTINEL -> TestSentinel.commands();
            case CLUSTER -> TestCluster.commands();
        };
    }
}

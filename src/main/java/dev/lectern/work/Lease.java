package dev.lectern.work;

import dev.lectern.group.GroupId;
import dev.lectern.redis.Script;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/**
 * The right to work for a group, which one process has at a time. It runs out by Redis' own clock when its holder dies,
 * or stands still for too long; a holder that finds it lost stops there, because somebody else goes on.
 */
final class Lease implements AutoCloseable, Delivery.Hold {
    static final Duration LENGTH = Duration.ofSeconds(20);
    private static final String MILLIS = Long.toString(LENGTH.toMillis());
    private static final Script LEASE = Script.load("lease");

    private final UnifiedJedis redis;
    private final String key;
    private final String token = UUID.randomUUID().toString();

    private Lease(UnifiedJedis redis, GroupId group) {
        this.redis = redis;
        this.key = key(group);
    }

    private static String key(GroupId group) {
        return new GroupKeys(group).of("lease");
    }

    /** Empty when another process has it. */
    static Optional<Lease> take(UnifiedJedis redis, GroupId group) {
        Lease lease = new Lease(redis, group);
        SetParams ifFree = SetParams.setParams().nx().px(LENGTH.toMillis());
        return Optional.ofNullable(redis.set(lease.key, lease.token, ifFree)).map(taken -> lease);
    }

    /** Takes it from whoever has it; only for whoever knows that nobody is at work. */
    static void forget(UnifiedJedis redis, GroupId group) {
        redis.del(key(group));
    }

    /** Holds it for its full length again; false when it was lost. */
    boolean renew() {
        return run("renew");
    }

    @Override
    public long fence() {
        return 0;
    }

    @Override
    public void keep() {
        if (!renew()) {
            throw new LeaseLost(key);
        }
    }

    @Override
    public void close() {
        run("release");
    }

    private boolean run(String what) {
        return Long.valueOf(1).equals(LEASE.run(redis, List.of(key), List.of(token, what, MILLIS)));
    }
}

package dev.lectern.work;

import dev.lectern.group.GroupId;
import dev.lectern.redis.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The right to work in one lane of a group, which one process has at a time. It runs out by Redis' own clock when its
 * holder dies, or stands still for too long. Each holder gets a higher number than the one before (a fencing token): a
 * script that writes for a holder refuses all but the newest.
 *
 * @see <a href="https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html">Kleppmann 2016, on fencing
 *     tokens</a>
 */
final class Lease implements Delivery.Hold {
    private static final String MILLIS = Long.toString(Due.CLAIM.toMillis());
    private static final long BUSY = -1;
    private static final Logger log = LoggerFactory.getLogger(Lease.class);
    private static final Script LEASE = Script.load("outbox", "lease");

    private final UnifiedJedis redis;
    private final GroupKeys keys;
    private final Lane lane;
    private final long fence;

    private Lease(UnifiedJedis redis, GroupKeys keys, Lane lane, long fence) {
        this.redis = redis;
        this.keys = keys;
        this.lane = lane;
        this.fence = fence;
    }

    /** Empty when another process has it. */
    static Optional<Lease> take(UnifiedJedis redis, GroupId group, Lane lane) {
        GroupKeys keys = new GroupKeys(group);
        long fence = (Long) run(redis, keys, "take", lane, 0);
        return fence == BUSY ? Optional.empty() : Optional.of(new Lease(redis, keys, lane, fence));
    }

    /**
     * Works under a lease and gives it back; answers when the group is next due. Nothing is done, and nothing answered,
     * where another process has the lease; nothing is answered either when it was lost on the way.
     */
    static Optional<Next> during(UnifiedJedis redis, GroupId group, Lane lane, Consumer<Lease> work) {
        Optional<Lease> free = take(redis, group, lane);
        if (free.isEmpty()) {
            return Optional.empty();
        }
        Lease lease = free.get();
        try {
            work.accept(lease);
            return Optional.of(lease.release());
        } catch (LeaseLost lost) {
            log.warn("{}", lost.getMessage());
            return Optional.empty();
        } catch (RuntimeException e) {
            lease.giveUp();
            throw e;
        }
    }

    /** Ends whatever lease there is; only for whoever knows that nobody is at work. */
    static void forget(UnifiedJedis redis, GroupId group, Lane lane) {
        redis.hset(new GroupKeys(group).leases(), lane.word() + ":until", "0");
    }

    @Override
    public long fence() {
        return fence;
    }

    @Override
    public void keep() {
        if (!Long.valueOf(1).equals(run(redis, keys, "keep", lane, fence))) {
            throw new LeaseLost(lane.word() + " of " + keys.group() + " are another process's by now");
        }
    }

    /** Gives it back; answers when the group is next due. */
    Next release() {
        return Next.read(run(redis, keys, "release", lane, fence));
    }

    /** Gives it back if that can be done; otherwise it runs out. */
    void giveUp() {
        try {
            release();
        } catch (JedisException e) {
            log.debug("{}: the lease is left to run out", keys.group(), e);
        }
    }

    private static Object run(UnifiedJedis redis, GroupKeys keys, String what, Lane lane, long fence) {
        List<String> names = new ArrayList<>(keys.forScripts());
        names.add(keys.leases());
        return LEASE.run(redis, names, List.of(what, lane.word(), Long.toString(fence), MILLIS));
    }
}

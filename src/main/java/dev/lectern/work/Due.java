package dev.lectern.work;

import dev.lectern.group.GroupId;
import dev.lectern.redis.Script;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.Tuple;

/**
 * When to look at which group. Only a hint: the truth is the group's own timeline and outbox, and a sweep over all
 * groups brings back what a crash kept from being noted here. Any thread, any process.
 */
public final class Due {
    private static final int BUCKETS = 16;
    private static final Script DUE = Script.load("due");

    private final UnifiedJedis redis;
    private volatile Runnable waker = () -> {};

    public Due(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** A group that somebody claimed to look after until an instant. */
    record Claim(GroupId group, Instant until) {}

    /** What to call when something may be due at once. */
    void onTouch(Runnable newWaker) {
        waker = newWaker;
    }

    /** Makes a sweep find the group. */
    void know(GroupId group) {
        redis.sadd(all(bucket(group)), group.toString());
    }

    /** Look at the group no later than that; -1 for nothing to do, 0 for at once. */
    public void touch(GroupId group, long epochMilli) {
        if (epochMilli >= 0) {
            run(bucket(group), "touch", group.toString(), Long.toString(epochMilli));
            waker.run();
        }
    }

    List<Claim> claim(Instant now, Instant until, int atMost) {
        List<Claim> claims = new ArrayList<>();
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            Object groups = run(bucket, "claim", millis(now), millis(until), Integer.toString(atMost));
            for (Object group : (List<?>) groups) {
                claims.add(new Claim(GroupId.parse((String) group), until));
            }
        }
        return claims;
    }

    void settle(Claim claim, long next) {
        run(bucket(claim.group()), "settle", claim.group().toString(), millis(claim.until()), Long.toString(next));
    }

    /** When the next group is to be looked at. */
    Optional<Instant> next() {
        return IntStream.range(0, BUCKETS)
                .mapToObj(bucket -> redis.zrangeWithScores(key(bucket), 0, 0))
                .flatMap(List::stream)
                .map(Tuple::getScore)
                .min(Double::compare)
                .map(score -> Instant.ofEpochMilli(score.longValue()));
    }

    /** Every group that there ever was work for. */
    public List<GroupId> groups() {
        return IntStream.range(0, BUCKETS)
                .mapToObj(bucket -> redis.smembers(all(bucket)))
                .flatMap(groups -> groups.stream().map(GroupId::parse))
                .sorted()
                .toList();
    }

    private Object run(int bucket, String... arguments) {
        return DUE.run(redis, List.of(key(bucket), all(bucket)), List.of(arguments));
    }

    private static int bucket(GroupId group) {
        return Math.floorMod(group.toString().hashCode(), BUCKETS);
    }

    private static String key(int bucket) {
        return "lectern:due:{" + bucket + "}";
    }

    private static String all(int bucket) {
        return "lectern:groups:{" + bucket + "}";
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }
}

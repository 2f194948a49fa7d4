package dev.lectern.slack;

import dev.lectern.group.TeamId;
import dev.lectern.redis.Script;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.serialization.Mapper;
import io.github.bucket4j.redis.jedis.Bucket4jJedis;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.UnifiedJedis;

/** The pace of all processes on one Redis together. Any thread may use it. */
public final class PaceStore {
    private static final Script CLOSE = Script.load("close");
    /** Long enough for every bucket to be full again, short enough for a clock that stepped back to do little harm. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final UnifiedJedis redis;
    private final Clock clock;
    private final ProxyManager<String> buckets;

    /** @param clock what all processes agree on: calls are counted by it */
    public PaceStore(UnifiedJedis redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
        this.buckets = Bucket4jJedis.casBasedBuilder(redis)
                .keyMapper(Mapper.STRING)
                .clientClock(new Meter(clock))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.fixedTimeToLive(KEPT))
                .build();
    }

    /**
     * Takes what one call needs, or nothing.
     *
     * @return empty when the call may be made at once, else how long to wait before asking again
     */
    Optional<Duration> take(TeamId team, Pace pace) {
        Optional<Duration> closed = closed(team, pace.method());
        return closed.isPresent() ? closed : take(team, pace.buckets());
    }

    private Optional<Duration> take(TeamId team, List<Pace.Bucket> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            ConsumptionProbe probe = bucket(team, wanted.get(i)).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                wanted.subList(0, i).forEach(taken -> bucket(team, taken).addTokens(1));
                return Optional.of(atMost(roundedUp(probe.getNanosToWaitForRefill())));
            }
        }
        return Optional.empty();
    }

    /** Slack said not to call that method for so long: then no process does. */
    void close(TeamId team, String method, Duration wait) {
        Instant until = clock.instant().plus(wait);
        CLOSE.run(
                redis,
                List.of(closedKey(team, method)),
                List.of(Long.toString(until.toEpochMilli()), Long.toString(wait.toMillis() + 1)));
    }

    private Optional<Duration> closed(TeamId team, String method) {
        return Optional.ofNullable(redis.get(closedKey(team, method)))
                .map(until -> Duration.between(clock.instant(), Instant.ofEpochMilli(Long.parseLong(until))))
                .filter(left -> left.compareTo(Duration.ZERO) > 0);
    }

    private BucketProxy bucket(TeamId team, Pace.Bucket bucket) {
        BucketConfiguration configuration = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(bucket.burst()).refillGreedy(bucket.more(), bucket.every()))
                .build();
        return buckets.builder().build(key(team, bucket.name()), () -> configuration);
    }

    private static Duration roundedUp(long nanos) {
        return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
    }

    /** By then the bucket is forgotten: only a clock that stepped back asks for more. */
    private static Duration atMost(Duration wait) {
        return wait.compareTo(KEPT) < 0 ? wait : KEPT;
    }

    private static String key(TeamId team, String bucket) {
        return "lectern:pace:{" + team + "}:" + bucket;
    }

    private static String closedKey(TeamId team, String method) {
        return key(team, "closed:" + method);
    }

    private record Meter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}

package dev.lectern.redis;

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

/**
 * Token buckets that all processes on one Redis share, and what is closed to all of them for a while. Any thread may use
 * them.
 */
public final class Buckets {
    private static final Script CLOSE = Script.load("close");

    private final UnifiedJedis redis;
    private final Clock clock;
    private final ProxyManager<String> buckets;
    private final Duration kept;

    /**
     * @param clock what all processes agree on
     * @param kept how long a bucket is remembered: long enough for each to be full again, short enough for a clock that
     *     stepped back to do little harm
     */
    public Buckets(UnifiedJedis redis, Clock clock, Duration kept) {
        this.redis = redis;
        this.clock = clock;
        this.kept = kept;
        this.buckets = Bucket4jJedis.casBasedBuilder(redis)
                .keyMapper(Mapper.STRING)
                .clientClock(new Meter(clock))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.fixedTimeToLive(kept))
                .build();
    }

    /**
     * Takes one token, or none.
     *
     * @param burst how many tokens the bucket holds
     * @param more so many come back, one by one,
     * @param every in this time
     * @return empty when there was one, else how long to wait before asking again
     */
    public Optional<Duration> take(String key, long burst, long more, Duration every) {
        ConsumptionProbe probe = bucket(key, burst, more, every).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(atMost(roundedUp(probe.getNanosToWaitForRefill())));
    }

    /** Gives back a token that was taken from such a bucket. */
    public void giveBack(String key, long burst, long more, Duration every) {
        bucket(key, burst, more, every).addTokens(1);
    }

    /** For so long nobody is to ask; a longer wait that began before holds. */
    public void close(String key, Duration wait) {
        Instant until = clock.instant().plus(wait);
        CLOSE.run(
                redis, List.of(key), List.of(Long.toString(until.toEpochMilli()), Long.toString(wait.toMillis() + 1)));
    }

    /** How long nobody is to ask yet; empty where anybody may. */
    public Optional<Duration> closed(String key) {
        return Optional.ofNullable(redis.get(key))
                .map(until -> Duration.between(clock.instant(), Instant.ofEpochMilli(Long.parseLong(until))))
                .filter(left -> left.compareTo(Duration.ZERO) > 0);
    }

    private BucketProxy bucket(String key, long burst, long more, Duration every) {
        BucketConfiguration configuration = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(more, every))
                .build();
        return buckets.builder().build(key, () -> configuration);
    }

    private static Duration roundedUp(long nanos) {
        return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
    }

    /** By then the bucket is forgotten: only a clock that stepped back asks for more. */
    private Duration atMost(Duration wait) {
        return wait.compareTo(kept) < 0 ? wait : kept;
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

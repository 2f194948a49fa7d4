package dev.lectern.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;

/**
 * The one clock of all processes on one Redis: Redis' own. A process whose wall clock is wrong, or jumps, does no harm,
 * since nobody reads it.
 *
 * <p>Redis is asked in the background, every few seconds while somebody reads the clock; in between, and while Redis is
 * away, the clock goes on by {@link System#nanoTime()}. Reading it never waits for Redis. After Redis moved to a server
 * with another time, it shows that one's, so it can step back. On a Cluster it is the time of one node; the others are
 * expected to agree with it. Any thread may use it.
 */
public final class RedisClock extends Clock {
    private static final Duration REFRESH = Duration.ofSeconds(5);

    private final Following redis;
    private final Supplier<Duration> lead;
    private final ZoneId zone;

    /**
     * Asks Redis for the time, once.
     *
     * @param lead how far ahead of Redis' time the clock shall be: zero, but in a sandbox
     * @throws redis.clients.jedis.exceptions.JedisException when Redis does not answer
     */
    public RedisClock(UnifiedJedis redis, Supplier<Duration> lead) {
        this(redis, lead, REFRESH);
    }

    RedisClock(UnifiedJedis redis, Supplier<Duration> lead, Duration refresh) {
        this(new Following(redis, refresh), lead, ZoneOffset.UTC);
    }

    private RedisClock(Following redis, Supplier<Duration> lead, ZoneId zone) {
        this.redis = redis;
        this.lead = lead;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return redis.now().plus(lead.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock in another zone. */
    @Override
    public Clock withZone(ZoneId other) {
        return new RedisClock(redis, lead, other);
    }

    /** Redis' time, followed; shared by the clock's views in other zones. */
    private static final class Following {
        private static final Logger log = LoggerFactory.getLogger(RedisClock.class);
        private static final Script TIME = Script.load("time");
        private static final List<String> KEY = List.of("lectern:clock");

        private final UnifiedJedis redis;
        private final long refreshNanos;
        private final AtomicBoolean asking = new AtomicBoolean();
        private volatile RedisTime known;
        private volatile long lastAsked;

        Following(UnifiedJedis redis, Duration refresh) {
            this.redis = redis;
            this.refreshNanos = refresh.toNanos();
            this.lastAsked = System.nanoTime();
            Instant said = ask();
            this.known = RedisTime.said(said, lastAsked, System.nanoTime());
        }

        Instant now() {
            if (System.nanoTime() - lastAsked >= refreshNanos && asking.compareAndSet(false, true)) {
                Thread refresh = new Thread(this::refresh, "lectern-clock");
                refresh.setDaemon(true);
                refresh.start();
            }
            return known.at(System.nanoTime());
        }

        private void refresh() {
            try {
                long asked = System.nanoTime();
                lastAsked = asked;
                Instant said = ask();
                known = known.corrected(said, asked, System.nanoTime());
            } catch (RuntimeException e) {
                log.debug("Redis does not say its time; the clock goes on by itself", e);
            } finally {
                asking.set(false);
            }
        }

        private Instant ask() {
            List<?> time = (List<?>) TIME.run(redis, KEY, List.of());
            return Instant.ofEpochSecond(
                    Long.parseLong((String) time.get(0)), Long.parseLong((String) time.get(1)) * 1000);
        }
    }
}

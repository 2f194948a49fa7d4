package dev.lectern.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.assertj.core.data.TemporalUnitOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

@OnEachRedis
class RedisClockTest {
    private static final Supplier<Duration> NO_LEAD = () -> Duration.ZERO;
    /** More than a busy machine may need between two lines of a test, and less than any difference looked for. */
    private static final Duration CLOSE = Duration.ofSeconds(20);

    private final UnifiedJedis redis;

    RedisClockTest(RedisKind kind) {
        redis = kind.fresh();
    }

    @Test
    void it_shows_the_servers_time_to_the_millisecond_or_so() {
        Instant before = serverTime();
        Instant shown = new RedisClock(redis, NO_LEAD).instant();
        Instant after = serverTime();
        Duration halfTheWay = Duration.between(before, after).dividedBy(2);
        assertThat(shown).isBetween(before.minus(halfTheWay), after.plus(halfTheWay));
    }

    @Test
    void it_follows_the_server_and_not_this_machine() {
        Duration wrong = Duration.ofDays(3);
        Clock clock = new RedisClock(ShiftedTime.over(redis, () -> wrong), NO_LEAD);
        assertThat(clock.instant()).isCloseTo(serverTime().plus(wrong), close());
    }

    @Test
    void when_the_servers_time_jumps_it_follows() {
        AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);
        Clock clock = new RedisClock(ShiftedTime.over(redis, shift::get), NO_LEAD, Duration.ZERO);
        shift.set(Duration.ofHours(1));
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(clock.instant()).isCloseTo(serverTime().plus(Duration.ofHours(1)), close()));
        shift.set(Duration.ofHours(-1));
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(clock.instant()).isCloseTo(serverTime().minus(Duration.ofHours(1)), close()));
    }

    @Test
    void it_goes_on_while_the_server_is_gone_and_follows_again_when_it_is_back() throws Exception {
        AtomicBoolean gone = new AtomicBoolean();
        AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);
        UnifiedJedis line = FaultyRedis.over(ShiftedTime.over(redis, shift::get), command -> gone.get());
        Clock clock = new RedisClock(line, NO_LEAD, Duration.ZERO);

        gone.set(true);
        shift.set(Duration.ofHours(1));
        Instant before = clock.instant();
        TimeUnit.MILLISECONDS.sleep(20);
        Instant later = clock.instant();
        assertThat(later).isAfterOrEqualTo(before.plusMillis(20)).isCloseTo(serverTime(), close());

        gone.set(false);
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(clock.instant()).isCloseTo(serverTime().plus(Duration.ofHours(1)), close()));
    }

    @Test
    void the_lead_is_added_as_it_is_at_the_time() {
        AtomicReference<Duration> lead = new AtomicReference<>(Duration.ofDays(1));
        Clock clock = new RedisClock(redis, lead::get);
        assertThat(clock.instant()).isCloseTo(serverTime().plus(Duration.ofDays(1)), close());
        lead.set(Duration.ofDays(40));
        assertThat(clock.instant()).isCloseTo(serverTime().plus(Duration.ofDays(40)), close());
    }

    @Test
    void in_another_zone_it_is_the_same_clock() {
        Clock clock = new RedisClock(redis, () -> Duration.ofDays(1));
        Clock elsewhere = clock.withZone(ZoneId.of("Pacific/Auckland"));
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Pacific/Auckland"));
        assertThat(elsewhere.instant()).isCloseTo(clock.instant(), close());
    }

    private static TemporalUnitOffset close() {
        return within(CLOSE.toMillis(), ChronoUnit.MILLIS);
    }

    private Instant serverTime() {
        List<?> time = (List<?>) redis.eval("return redis.call('TIME')", 1, "any");
        return Instant.ofEpochSecond(Long.parseLong((String) time.get(0)), Long.parseLong((String) time.get(1)) * 1000);
    }
}

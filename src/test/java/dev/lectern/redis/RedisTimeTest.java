package dev.lectern.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RedisTimeTest {
    private static final Instant NOON = Instant.parse("2026-03-30T12:00:00Z");
    private static final long SECOND = 1_000_000_000L;
    /** As {@link System#nanoTime()} may: close to where a long overflows. */
    private static final long START = Long.MAX_VALUE - SECOND;

    @Test
    void half_of_the_way_there_and_back_is_added() {
        RedisTime time = RedisTime.said(NOON, START, START + 4_000_000);
        assertThat(time.at(START + 4_000_000)).isEqualTo(NOON.plusMillis(2));
    }

    @Test
    void it_goes_on_by_itself_also_over_the_end_of_the_numbers() {
        long overflown = Long.MIN_VALUE + 4 * SECOND - 1;
        RedisTime time = RedisTime.said(NOON, START, START);
        assertThat(time.at(overflown)).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void an_answer_that_agrees_changes_nothing() {
        RedisTime time = RedisTime.said(NOON, 0, 0).corrected(NOON.plusMillis(10_200), 10 * SECOND, 11 * SECOND);
        assertThat(time.at(11 * SECOND)).isEqualTo(NOON.plusSeconds(11));
    }

    @Test
    void a_clock_that_is_behind_is_put_forward_to_what_redis_said() {
        RedisTime time = RedisTime.said(NOON, 0, 0).corrected(NOON.plusSeconds(15), 10 * SECOND, 11 * SECOND);
        assertThat(time.at(11 * SECOND)).isEqualTo(NOON.plusSeconds(15));
    }

    @Test
    void a_clock_that_is_ahead_is_put_back_to_the_latest_that_it_can_be() {
        RedisTime time = RedisTime.said(NOON, 0, 0).corrected(NOON.plusSeconds(5), 10 * SECOND, 11 * SECOND);
        assertThat(time.at(12 * SECOND)).isEqualTo(NOON.plusSeconds(7));
    }
}

package dev.lectern.sandbox.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimestampsTest {
    @Test
    void a_ts_is_the_clocks_seconds_and_microseconds() {
        Timestamps timestamps = new Timestamps(0);
        assertThat(timestamps.next(Instant.parse("2026-03-30T07:00:00.000100Z")))
                .isEqualTo("1774854000.000100");
    }

    @Test
    void every_ts_is_later_than_the_one_before_whatever_the_clock_does() {
        long seed = 42;
        Random random = new Random(seed);
        Timestamps timestamps = new Timestamps(0);
        Instant now = Instant.parse("2026-03-30T07:00:00Z");
        String last = timestamps.next(now);
        for (int round = 0; round < 5_000; round++) {
            now = now.plusNanos(random.nextInt(3_000) - 1_000L);
            String next = timestamps.next(now);
            assertThat(new BigDecimal(next)).as("seed %d round %d", seed, round).isGreaterThan(new BigDecimal(last));
            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }
}

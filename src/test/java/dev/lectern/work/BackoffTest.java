package dev.lectern.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Instant NOW = Ground.START;

    @Test
    void each_wait_is_about_twice_the_one_before_and_ten_minutes_at_most() {
        for (int inVain = 1; inVain < 40; inVain++) {
            double planned = Math.min(2 * Math.pow(2, inVain - 1.0), 600);
            assertThat(Backoff.after(inVain).toMillis() / 1000.0)
                    .as("after %s tries", inVain)
                    .isBetween(planned * 0.74, planned * 1.26);
        }
    }

    @Test
    void the_first_to_be_told_come_again_at_that_time_to_the_millisecond_above() {
        assertThat(Backoff.spread(NOW, Duration.ofSeconds(3), 0)).isEqualTo(NOW.plusMillis(3001));
        assertThat(Backoff.spread(NOW.plusNanos(1), Duration.ofNanos(10), 0)).isAfter(NOW.plusNanos(11));
    }

    @Test
    void nobody_comes_before_they_were_told_to_nor_much_later() {
        Seeded.times(200, random -> {
            Duration told = Duration.ofMillis(random.nextInt(100_000));
            int waited = random.nextInt(200);
            assertThat(Duration.between(NOW, Backoff.spread(NOW, told, waited)))
                    .isBetween(told, told.plusMillis(10_001));
        });
    }

    @Test
    void many_who_were_told_often_come_at_different_times() {
        Set<Instant> times = IntStream.range(0, 100)
                .mapToObj(i -> Backoff.spread(NOW, Duration.ofMillis(200), 6))
                .collect(Collectors.toSet());
        assertThat(times).hasSizeGreaterThan(80);
    }
}

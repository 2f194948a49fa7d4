package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter err = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void it_tells_count_share_rate_and_time_left() {
        assertThat(text(120, 1000, 4.5)).isEqualTo("vectors: 120 of 1,000 (12 %), 27 a second, 33 s left");
        assertThat(text(1, 10_000, 1)).isEqualTo("vectors: 1 of 10,000 (0 %), 1.0 a second, 2 h 46 min left");
        assertThat(text(5000, 10_000, 100)).isEqualTo("vectors: 5,000 of 10,000 (50 %), 50 a second, 1 min 40 s left");
        assertThat(text(10, 10, 1)).isEqualTo("vectors: 10 of 10 (100 %), 10 a second, 0 s left");
        assertThat(text(0, 10, 1)).isEqualTo("vectors: 0 of 10 (0 %)");
        assertThat(text(0, 0, 0)).isEqualTo("vectors: 0 of 0 (100 %)");
    }

    @Test
    void it_is_drawn_five_times_a_second_at_most_and_goes_without_a_trace() {
        ProgressLine line = line(true);
        line.begin("papers");
        line.show(1, 9);
        after(150);
        line.show(2, 9);
        assertThat(err.toString()).isEmpty();
        after(100);
        line.show(3, 9);
        line.show(4, 9);
        assertThat(err.toString()).isEqualTo("\rpapers: 3 of 9 (33 %), 12 a second, 1 s left\u001b[K");
        line.clear();
        assertThat(err.toString()).endsWith("left\u001b[K\r\u001b[K");
        line.clear();
        assertThat(err.toString()).doesNotContain("\r\u001b[K\r");
    }

    @Test
    void where_nobody_watches_nothing_is_drawn() {
        ProgressLine line = line(false);
        line.begin("papers");
        after(10_000);
        line.show(3, 9);
        line.clear();
        assertThat(err.toString()).isEmpty();
    }

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(new PrintWriter(err), terminal, nanos::get);
    }

    private void after(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    private static String text(long done, long of, double seconds) {
        return ProgressLine.text("vectors", done, of, Duration.ofNanos((long) (seconds * 1e9)));
    }
}

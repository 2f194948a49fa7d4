package dev.lectern.work;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How long to wait before the next try: twice as long each time, and never two of them in step with each other. */
final class Backoff {
    static final Duration FIRST = Duration.ofSeconds(2);
    static final Duration LONGEST = Duration.ofMinutes(10);
    /** The wait is up to so much shorter or longer, as a part of it. */
    static final double JITTER = 0.25;

    private static final IntervalFunction MILLIS =
            IntervalFunction.ofExponentialRandomBackoff(FIRST, 2, JITTER, LONGEST);

    private Backoff() {}

    /** @param inVain how many tries have failed so far, at least one */
    static Duration after(int inVain) {
        return Duration.ofMillis(MILLIS.apply(inVain));
    }

    /** To the millisecond, as Redis keeps it. */
    static Instant next(Instant now, int inVain) {
        return now.plus(after(inVain)).truncatedTo(ChronoUnit.MILLIS);
    }
}

package dev.lectern.work;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next try: twice as long each time, and never two of them in step with each other. */
final class Backoff {
    static final Duration FIRST = Duration.ofSeconds(2);
    static final Duration LONGEST = Duration.ofMinutes(10);
    /** The wait is up to so much shorter or longer, as a part of it. */
    static final double JITTER = 0.25;

    private static final Duration LONGEST_SPREAD = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 16;

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

    /**
     * When to come again for whoever was told to, the more spread the more often that was: many who wait for the same
     * thing must not all come at once, again and again.
     *
     * @param told not before that
     * @param waited how often one was told so before
     */
    static Instant spread(Instant now, Duration told, int waited) {
        long most = Math.min(told.toMillis() << Math.min(waited, MOST_DOUBLINGS), LONGEST_SPREAD.toMillis());
        long more = waited == 0 ? 0 : ThreadLocalRandom.current().nextLong(most + 1);
        // Rounded up: a moment too early is in vain.
        return now.plus(told).plusMillis(more + 1).truncatedTo(ChronoUnit.MILLIS);
    }
}

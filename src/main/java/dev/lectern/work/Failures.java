package dev.lectern.work;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What became of a step so far.
 *
 * @param planned when it was to be done at first
 * @param again when it stands in the timeline since the last failure, to the millisecond
 */
record Failures(int times, Instant planned, Instant again) {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 20;

    static Failures none(Step step) {
        return new Failures(0, step.at(), step.at());
    }

    /** Whether these are the step's as it stands now: one that was moved since is a new one. */
    boolean areOf(Step step) {
        return again.equals(step.at());
    }

    Failures oneMore(Instant now) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
        Instant next = now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        return new Failures(times + 1, planned, next.truncatedTo(ChronoUnit.MILLIS));
    }
}

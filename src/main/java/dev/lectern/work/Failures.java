package dev.lectern.work;

import java.time.Instant;

/**
 * What became of a step so far.
 *
 * @param planned when it was to be done at first
 * @param again when it stands in the timeline since the last failure, to the millisecond
 */
record Failures(int times, Instant planned, Instant again) {
    /** The waits between them add up to about twenty minutes. */
    private static final int TRIES = 10;

    static Failures none(Step step) {
        return new Failures(0, step.at(), step.at());
    }

    /** Whether these are the step's as it stands now: one that was moved since is a new one. */
    boolean areOf(Step step) {
        return again.equals(step.at());
    }

    Failures oneMore(Instant now) {
        return new Failures(times + 1, planned, Backoff.next(now, times + 1));
    }

    boolean areEnough() {
        return times >= TRIES;
    }
}

package dev.lectern.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a step that could not be done at its time because everything was down.
 *
 * @param skipAfter how late it still helps
 * @param folds whether of several that are due together only the last one is done
 */
public record Missed(Optional<Duration> skipAfter, boolean folds) {
    /** However late, it is done: a ballot closes late. */
    public static final Missed DO_LATE = new Missed(Optional.empty(), false);

    /** Done late, but once, however many of its times have passed: a digest, not one for each missed day. */
    public static final Missed FOLD = new Missed(Optional.empty(), true);

    /** Later than that it helps nobody and is dropped: yesterday's reminder. */
    public static Missed skipAfter(Duration lateness) {
        return new Missed(Optional.of(lateness), false);
    }

    boolean skips(Step step, Instant now) {
        return skipAfter.filter(limit -> step.at().plus(limit).isBefore(now)).isPresent();
    }
}

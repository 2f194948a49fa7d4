package dev.lectern.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What becomes of a step that could not be done at its time because everything was down. */
public record Missed(Optional<Duration> skipAfter) {
    /** However late, it is done: a ballot closes late. */
    public static final Missed DO_LATE = new Missed(Optional.empty());

    /** Later than that it helps nobody and is dropped: yesterday's reminder. */
    public static Missed skipAfter(Duration lateness) {
        return new Missed(Optional.of(lateness));
    }

    boolean skips(Step step, Instant now) {
        return skipAfter.filter(limit -> step.at().plus(limit).isBefore(now)).isPresent();
    }
}

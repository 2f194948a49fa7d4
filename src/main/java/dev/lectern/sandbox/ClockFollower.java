package dev.lectern.sandbox;

import java.time.Instant;
import java.util.Optional;

/** Whoever has work that becomes due as the sandbox's clock moves. */
public interface ClockFollower {

    /** When the next work is due; empty when nothing is planned. May lie in the past. */
    Optional<Instant> nextDue();

    /**
     * When something is due next that people wait for, and not only another try at what is on its way. The same as
     * {@link #nextDue()} for whoever does not tell these apart.
     */
    default Optional<Instant> nextEvent() {
        return nextDue();
    }

    /** Does what is due by the sandbox's clock, and returns once it is done. */
    void runDue();

    /** Nobody has anything to do. */
    static ClockFollower none() {
        return new ClockFollower() {
            @Override
            public Optional<Instant> nextDue() {
                return Optional.empty();
            }

            @Override
            public void runDue() {}
        };
    }
}

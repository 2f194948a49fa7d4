package dev.lectern.taste;

import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that happened to a paper and says what is liked, or not.
 *
 * @param by who did it; empty for what a whole group did
 */
public record Signal(PaperId paper, Kind kind, Optional<UserId> by, Instant at) {
    /** After so long a signal counts half. */
    public static final Duration HALF_LIFE = Duration.ofDays(60);

    /** Of two signals about one paper, the one that says more; of the same kind the later. */
    static final Comparator<Signal> MOST_TELLING = Comparator.comparing(
                    (Signal signal) -> signal.kind().weight())
            .thenComparing(Signal::at)
            .thenComparing(Signal::kind);

    /** What happened, and how much it says when it is fresh: below zero, that such papers are not wanted. */
    public enum Kind {
        VOTED(1),
        NOMINATED(1.25),
        /** Nominated by somebody who found it elsewhere. */
        BROUGHT(1.5),
        READ(2),
        DISMISSED(-1);

        private final double weight;

        Kind(double weight) {
            this.weight = weight;
        }

        public double weight() {
            return weight;
        }
    }

    /** What the signal counts at this instant: half for each {@link #HALF_LIFE} since; never more than when fresh. */
    public double weightAt(Instant now) {
        double age = Math.max(0, Duration.between(at, now).toSeconds());
        return kind.weight() * Math.pow(0.5, age / HALF_LIFE.toSeconds());
    }
}

package dev.lectern.ballot;

import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that was done to a ballot, which everybody can read on it.
 *
 * @param by who did it; empty for what happened because of something else, as to the vote of a meeting that was moved
 * @param paper that was added, or took over
 * @param until the new deadline, where there is one
 */
public record BallotEvent(
        Kind kind, Optional<UserId> by, Instant at, Optional<PaperId> paper, Optional<Instant> until) {
    /** What was done. */
    public enum Kind {
        OPENED,
        PAPER_ADDED,
        EXTENDED,
        CLOSED,
        CANCELLED,
        RUNNER_UP,
        /** Its meeting was moved, and its deadline with it. */
        MOVED
    }

    static BallotEvent of(Kind kind, UserId by, Instant at) {
        return new BallotEvent(kind, Optional.of(by), at, Optional.empty(), Optional.empty());
    }

    /** Nobody did it to the ballot itself. */
    static BallotEvent of(Kind kind, Instant at) {
        return new BallotEvent(kind, Optional.empty(), at, Optional.empty(), Optional.empty());
    }

    BallotEvent about(PaperId added) {
        return new BallotEvent(kind, by, at, Optional.of(added), until);
    }

    BallotEvent until(Instant deadline) {
        return new BallotEvent(kind, by, at, paper, Optional.of(deadline));
    }
}

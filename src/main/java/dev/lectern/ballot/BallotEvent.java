package dev.lectern.ballot;

import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that a person did to a ballot, which everybody can read on it.
 *
 * @param paper that was added, or took over
 * @param until the new deadline, where there is one
 */
public record BallotEvent(Kind kind, UserId by, Instant at, Optional<PaperId> paper, Optional<Instant> until) {
    /** What was done. */
    public enum Kind {
        OPENED,
        PAPER_ADDED,
        EXTENDED,
        CLOSED,
        CANCELLED,
        RUNNER_UP
    }

    static BallotEvent of(Kind kind, UserId by, Instant at) {
        return new BallotEvent(kind, by, at, Optional.empty(), Optional.empty());
    }

    BallotEvent about(PaperId added) {
        return new BallotEvent(kind, by, at, Optional.of(added), until);
    }

    BallotEvent until(Instant deadline) {
        return new BallotEvent(kind, by, at, paper, Optional.of(deadline));
    }
}

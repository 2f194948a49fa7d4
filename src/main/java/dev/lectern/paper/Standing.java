package dev.lectern.paper;

import dev.lectern.group.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;

/** How far a paper has come in one group, from a paper among many to one that was read. */
public sealed interface Standing {

    /** Whether a nomination would change anything. */
    default boolean canBeNominated() {
        return this instanceof NotNominated;
    }

    record NotNominated() implements Standing {}

    /** It waits in the backlog for a ballot. */
    record Nominated(UserId by, Instant at) implements Standing {}

    /**
     * People vote on it just now.
     *
     * @param by who nominated it
     * @param votes how many approve of it so far; empty where nobody may know that before the close, and where votes are
     *     more than a yes
     */
    record OnBallot(UserId by, OptionalInt votes) implements Standing {
        public OnBallot {
            if (votes.orElse(0) < 0) {
                throw new IllegalArgumentException(votes + " votes");
            }
        }
    }

    /** @param meeting the day of the meeting that will read it, in the group's zone */
    record Chosen(LocalDate meeting) implements Standing {}

    /** @param meeting the day of the meeting that read it, in the group's zone */
    record Read(LocalDate meeting) implements Standing {}
}

package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What became of a click on a ballot's button. */
public sealed interface Cast {

    /** Why a vote does not count. */
    enum Reason {
        NO_SUCH_BALLOT,
        /** Ended, called off, or not open yet. */
        CLOSED,
        NOT_A_MEMBER,
        NOT_ON_BALLOT
    }

    /** @param now what the voter approves of afterwards; empty where the last approval was taken back */
    record Counted(Set<PaperId> now) implements Cast {
        public Counted {
            now = Collections.unmodifiableSet(new LinkedHashSet<>(now));
        }
    }

    record Refused(Reason reason) implements Cast {}

    /**
     * The rule for one click, which turns the voter's approval of the paper on or off. Where several reasons stand against
     * it, the first of {@link Reason} is said. Any other place that decides this, decides the same.
     */
    static Cast decide(Optional<Ballot> ballot, Group group, Votes votes, UserId voter, PaperId paper, Instant now) {
        if (ballot.isEmpty()) {
            return new Refused(Reason.NO_SUCH_BALLOT);
        }
        if (!ballot.get().takesVotesAt(now)) {
            return new Refused(Reason.CLOSED);
        }
        if (!group.isMember(voter)) {
            return new Refused(Reason.NOT_A_MEMBER);
        }
        if (!ballot.get().offers(paper)) {
            return new Refused(Reason.NOT_ON_BALLOT);
        }
        return new Counted(votes.toggle(voter, paper).of(voter));
    }
}

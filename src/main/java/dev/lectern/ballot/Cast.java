package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import java.time.Instant;
import java.util.Optional;

/** What became of a choice on a ballot. */
public sealed interface Cast {

    /** Why a vote does not count. */
    enum Reason {
        NO_SUCH_BALLOT,
        /** Ended, called off, or not open yet. */
        CLOSED,
        NOT_A_MEMBER,
        NOT_ON_BALLOT,
        /** The ballot's method asks for another kind of vote. */
        NOT_SO,
        /** More papers than one may approve of. */
        TOO_MANY
    }

    /** @param now the person's vote afterwards; empty where it was taken back */
    record Counted(Optional<Vote> now) implements Cast {}

    record Refused(Reason reason) implements Cast {}

    /**
     * The rule for one choice. Where several reasons stand against it, the first of {@link Reason} is said. Any other place
     * that decides this, decides the same.
     *
     * @param before the member's vote so far
     */
    static Cast decide(
            Optional<Ballot> ballot, Group group, Optional<Vote> before, UserId member, Choice choice, Instant now) {
        if (ballot.isEmpty()) {
            return new Refused(Reason.NO_SUCH_BALLOT);
        }
        if (!ballot.get().takesVotesAt(now)) {
            return new Refused(Reason.CLOSED);
        }
        if (!group.isMember(member)) {
            return new Refused(Reason.NOT_A_MEMBER);
        }
        if (!choice.papers().stream().allMatch(ballot.get()::offers)) {
            return new Refused(Reason.NOT_ON_BALLOT);
        }
        return decide(ballot.get(), before, choice);
    }

    private static Cast decide(Ballot ballot, Optional<Vote> before, Choice choice) {
        if (choice instanceof Choice.TakeBack) {
            return counted(Optional.empty());
        }
        Vote vote = choice instanceof Choice.Tap tap
                ? new Vote.Approves(tap.applyTo(before, ballot.rules().mostApprovals() == 1))
                : ((Choice.Whole) choice).vote();
        if (!ballot.rules().takes(vote)) {
            return new Refused(Reason.NOT_SO);
        }
        int most = ballot.rules().mostApprovals();
        if (most > 0 && vote.papers().stream().filter(ballot::offers).count() > most) {
            return new Refused(Reason.TOO_MANY);
        }
        return counted(Optional.of(vote));
    }

    private static Cast counted(Optional<Vote> vote) {
        return new Counted(vote.filter(now -> !now.isEmpty()));
    }
}

package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.util.Optional;

/** The rule for a member's one paper on a ballot that is open. */
final class PaperAddition {
    /** Why a paper does not go on the ballot. Of several reasons the first is said. */
    enum Refusal {
        CLOSED,
        NOT_A_MEMBER,
        NOT_BY_THE_RULES,
        TOO_LATE,
        ADDED_ONE_BEFORE,
        FULL
    }

    private PaperAddition() {}

    /** Why this person can't add any paper now; empty where they can. */
    static Optional<Refusal> refusal(Ballot ballot, Group group, UserId user, Instant now) {
        if (!ballot.takesVotesAt(now)) {
            return Optional.of(Refusal.CLOSED);
        }
        if (!group.isMember(user)) {
            return Optional.of(Refusal.NOT_A_MEMBER);
        }
        if (!ballot.rules().additions()) {
            return Optional.of(Refusal.NOT_BY_THE_RULES);
        }
        if (!now.isBefore(ballot.additionsUntil())) {
            return Optional.of(Refusal.TOO_LATE);
        }
        if (addedBy(ballot, user).isPresent()) {
            return Optional.of(Refusal.ADDED_ONE_BEFORE);
        }
        return ballot.candidates().size() >= Ballot.MOST_CANDIDATES ? Optional.of(Refusal.FULL) : Optional.empty();
    }

    /** What the member put on the ballot, if anything, taken off since or not. */
    static Optional<PaperId> addedBy(Ballot ballot, UserId user) {
        return ballot.trace().stream()
                .filter(event -> event.kind() == BallotEvent.Kind.PAPER_ADDED
                        && event.by().filter(user::equals).isPresent())
                .flatMap(event -> event.paper().stream())
                .findFirst();
    }
}

package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.date;

import dev.lectern.group.Group;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import java.time.Instant;
import java.util.Optional;

/** Why a vote is not counted, and the way out. Mrkdwn. */
final class VoteRefusalText {
    static final String NO_SUCH_BALLOT = "This vote no longer exists. `/papers vote` opens a new one.";
    static final String NOT_SO = "This vote asks for another kind of answer. Open it again from its newest message.";
    static final String OUTDATED = "This form no longer works. Close it, and open it again from the vote's message.";

    private VoteRefusalText() {}

    /** For what needs no more than the reason. */
    static String sentence(Cast.Reason reason) {
        return switch (reason) {
            case NO_SUCH_BALLOT -> NO_SUCH_BALLOT;
            case CLOSED -> "This vote is closed.";
            case NOT_A_MEMBER ->
                "Only members of this reading group vote. `/papers join` makes you one; then tap again.";
            case NOT_SO -> NOT_SO;
            case TOO_MANY, NOT_ON_BALLOT -> OUTDATED;
        };
    }

    static String closed(Group group, Ballot ballot) {
        return over(group, ballot) + ".";
    }

    /** @param what was not counted, such as {@code your click} */
    static String closed(Group group, Ballot ballot, String what) {
        return over(group, ballot) + "; " + what + " was not counted. `/papers backlog` shows what can still be read.";
    }

    private static String over(Group group, Ballot ballot) {
        return ballot.state() == BallotState.CANCELLED
                ? "This vote was called off"
                : "This vote closed " + date(endOf(ballot), group.settings().zone());
    }

    /** When it was closed by hand, where it was; else its deadline. */
    private static Instant endOf(Ballot ballot) {
        return ballot.trace().stream()
                .filter(event -> event.kind() == BallotEvent.Kind.CLOSED)
                .reduce((earlier, later) -> later)
                .map(BallotEvent::at)
                .orElse(ballot.closes());
    }

    static String tooMany(VotingRules rules) {
        int most = rules.mostApprovals();
        return "This vote takes " + most + (most == 1 ? " paper" : " papers") + " from each.";
    }

    static String notOnBallot(Optional<Paper> paper) {
        return PaperText.titleOr(paper, "That paper") + " was taken off this vote. Choose another paper.";
    }
}

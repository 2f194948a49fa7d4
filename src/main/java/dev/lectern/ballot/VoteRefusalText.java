package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.date;

import dev.lectern.group.Group;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.util.Optional;

/** Why a vote is not counted, and the way out. Mrkdwn. */
final class VoteRefusalText {
    private static final Texts TEXTS = Texts.of(VoteRefusalText.class);

    private VoteRefusalText() {}

    static String noSuchBallot() {
        return TEXTS.say("refusal.no-such-ballot");
    }

    /** Of a form. */
    static String outdated() {
        return TEXTS.say("refusal.outdated");
    }

    /** For what needs no more than the reason. */
    static String sentence(Cast.Reason reason) {
        return switch (reason) {
            case NO_SUCH_BALLOT -> noSuchBallot();
            case CLOSED -> TEXTS.say("refusal.closed");
            case NOT_A_MEMBER -> TEXTS.say("refusal.not-a-member");
            case NOT_SO -> TEXTS.say("refusal.not-so");
            case TOO_MANY, NOT_ON_BALLOT -> outdated();
        };
    }

    static String closed(Group group, Ballot ballot) {
        return cancelled(ballot)
                ? TEXTS.say("refusal.cancelled")
                : TEXTS.say("refusal.over", "when", end(group, ballot));
    }

    static String closedBeforeClick(Group group, Ballot ballot) {
        return cancelled(ballot)
                ? TEXTS.say("refusal.cancelled.click")
                : TEXTS.say("refusal.over.click", "when", end(group, ballot));
    }

    static String closedBeforeForm(Group group, Ballot ballot) {
        return cancelled(ballot)
                ? TEXTS.say("refusal.cancelled.form")
                : TEXTS.say("refusal.over.form", "when", end(group, ballot));
    }

    private static boolean cancelled(Ballot ballot) {
        return ballot.state() == BallotState.CANCELLED;
    }

    private static String end(Group group, Ballot ballot) {
        return date(endOf(ballot), group.settings().zone());
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
        return TEXTS.say("refusal.too-many", "most", rules.mostApprovals());
    }

    static String notOnBallot(Optional<Paper> paper) {
        return TEXTS.say("refusal.not-on-ballot", "paper", PaperText.titleOr(paper, TEXTS.say("refusal.that-paper")));
    }
}

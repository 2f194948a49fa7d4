package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.soon;

import dev.lectern.text.Texts;
import java.time.ZoneId;

/** What applies on a ballot, in sentences for those who vote on it. Mrkdwn. */
final class BallotText {
    private static final Texts TEXTS = Texts.of(BallotText.class);

    private BallotText() {}

    /** How the method works, and how many one may choose. */
    static String method(VotingRules rules) {
        return TEXTS.say(
                "rules.method",
                "method",
                rules.method().label(),
                "how",
                rules.method().howItWorks(),
                "most",
                rules.most());
    }

    /** Who can know how one voted. */
    static String secrecy(VotingRules rules) {
        return switch (rules.secrecy()) {
            case OPEN -> TEXTS.say(rules.namesInTheOpen() ? "rules.secrecy.open" : "rules.secrecy.open-at-close");
            case ANONYMOUS -> TEXTS.say("rules.secrecy.anonymous");
            case SECRET -> TEXTS.say("rules.secrecy.secret");
        };
    }

    /** When one sees how it stands. */
    static String tally(VotingRules rules) {
        return switch (rules.tally()) {
            case LIVE -> TEXTS.say("rules.tally.live");
            case AFTER_VOTING -> TEXTS.say("rules.tally.after-voting");
            case AT_CLOSE -> TEXTS.say("rules.tally.at-close");
        };
    }

    /** How ties break: by the method's own rule where it has one, then as every Lectern breaks them. */
    static String ties(Ballot ballot) {
        return TEXTS.say("rules.ties", "seed", line(ballot.seed()));
    }

    /** How many voted, how many it takes, until when. */
    static String turnout(Ballot ballot, int voted, int members, ZoneId zone) {
        return TEXTS.say(
                "rules.turnout",
                "voted",
                voted,
                "members",
                members,
                "quorum",
                ballot.rules().quorum(),
                "closes",
                soon(ballot.closes(), zone));
    }
}

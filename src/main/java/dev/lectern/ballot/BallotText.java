package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.soon;

import java.time.ZoneId;

/** What applies on a ballot, in sentences for those who vote on it. Mrkdwn. */
final class BallotText {
    private BallotText() {}

    /** How the method works, and how many one may choose. */
    static String method(VotingRules rules) {
        String limit = rules.most() > 0 ? " At most " + rules.most() + " each." : "";
        return "*" + rules.method().label() + ".* " + rules.method().howItWorks() + limit;
    }

    /** Who can know how one voted. */
    static String secrecy(VotingRules rules) {
        return switch (rules.secrecy()) {
            case OPEN -> rules.namesInTheOpen() ? "Names stand beside the papers." : "Names are shown at the close.";
            case ANONYMOUS -> "Nobody in the group sees who voted how.";
            case SECRET -> "Nobody, not even whoever runs Lectern, can tell who voted how once it is closed.";
        };
    }

    /** When one sees how it stands. */
    static String tally(VotingRules rules) {
        return switch (rules.tally()) {
            case LIVE -> "How it stands is shown all the time.";
            case AFTER_VOTING -> "You see how it stands once you have voted.";
            case AT_CLOSE -> "How it stands is hidden until the close.";
        };
    }

    /** How ties break: by the method's own rule where it has one, then as every Lectern breaks them. */
    static String ties(Ballot ballot) {
        return "A tie that the method leaves goes to the earlier nomination; of two at the same moment, to the lot drawn "
                + "from `" + line(ballot.seed()) + "`.";
    }

    /** How many voted, how many it takes, until when. */
    static String turnout(Ballot ballot, int voted, int members, ZoneId zone) {
        int quorum = ballot.rules().quorum();
        String needed = quorum == 0 ? "" : " · holds with " + quorum + (quorum == 1 ? " vote" : " votes");
        return voted + " of " + members + " voted" + needed + " · open until " + soon(ballot.closes(), zone);
    }
}

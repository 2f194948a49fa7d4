package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.soon;

import dev.lectern.group.UserId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What applies on a ballot, in sentences for those who vote on it. Mrkdwn. */
final class BallotText {
    private final Function<PaperId, Paper> papers;
    private final Function<UserId, String> names;

    /** @param names how a member is called, without a ping */
    BallotText(Function<PaperId, Paper> papers, Function<UserId, String> names) {
        this.papers = papers;
        this.names = names;
    }

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

    /** What people did to it, in the order in which they did. */
    List<String> trace(Ballot ballot, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        for (BallotEvent event : ballot.trace()) {
            lines.add(done(event, zone) + " by " + line(names.apply(event.by())));
        }
        return lines;
    }

    private String done(BallotEvent event, ZoneId zone) {
        return switch (event.kind()) {
            case OPENED -> "Opened";
            case PAPER_ADDED -> title(event.paper()) + " added";
            case EXTENDED ->
                "Extended"
                        + event.until()
                                .map(until -> " until " + soon(until, zone))
                                .orElse("");
            case CLOSED -> "Closed";
            case CANCELLED -> "Called off";
            case RUNNER_UP -> title(event.paper()) + " put in the winner's place";
        };
    }

    private String title(Optional<PaperId> paper) {
        return paper.map(id -> "“" + PaperText.line(papers.apply(id)) + "”").orElse("A paper");
    }
}

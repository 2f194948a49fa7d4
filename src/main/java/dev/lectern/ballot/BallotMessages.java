package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.date;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the channel reads of a ballot while it is open. */
final class BallotMessages {
    static final String VOTE = "ballot.vote/1";
    private static final int NAMES = 12;

    private final Function<PaperId, Paper> papers;
    private final Function<UserId, String> names;

    BallotMessages(Function<PaperId, Paper> papers, Function<UserId, String> names) {
        this.papers = papers;
        this.names = names;
    }

    Message open(Ballot ballot, Votes votes, Group group, Meeting meeting) {
        return new OpenBallotMessages(papers, names).of(ballot, votes, group, meeting, titles(ballot));
    }

    Message cancelled(Ballot ballot, Group group) {
        boolean byHand = ballot.trace().stream().anyMatch(event -> event.kind() == BallotEvent.Kind.CANCELLED);
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(
                byHand
                        ? "*This vote was called off*. Its papers stay in the backlog; `/papers vote` opens a new one."
                        : "*This vote was called off*: fewer than two papers were left. They stay in the backlog."));
        String trace = LifeMessages.trace(ballot, group.settings().zone(), names, papers);
        if (!trace.isEmpty()) {
            blocks.add(context(trace));
        }
        return Limits.fit(Message.of("This vote was called off.", blocks));
    }

    String titles(Ballot ballot) {
        return PaperText.titles(
                ballot.candidates().stream().map(Nomination::paper).map(papers).toList());
    }

    Message waiting(int papersThere, Group group, Meeting meeting) {
        String there =
                papersThere == 0 ? "the backlog has nothing to vote on" : "the backlog has only one paper to vote on";
        String text = "The vote for " + date(meeting.start(), group.settings().zone()) + " could open now, but " + there
                + ". Nominate from the digest or with `/papers nominate`: with two papers it opens by itself.";
        return Message.of(text, section(text));
    }

    /** Who would like to read the paper, where everybody may know it. */
    String voters(Ballot ballot, Votes votes, PaperId paper) {
        if (ballot.rules().secrecy() != Secrecy.OPEN) {
            return "";
        }
        // Names are asked for one by one, so only those that are shown.
        List<UserId> voted = votes.byVoter().entrySet().stream()
                .filter(vote -> vote.getValue().liked().contains(paper))
                .flatMap(vote -> vote.getKey().member().stream())
                .toList();
        if (voted.isEmpty()) {
            return "";
        }
        String shown = voted.stream()
                .limit(NAMES)
                .map(member -> line(names.apply(member)))
                .collect(Collectors.joining(", "));
        return ": " + shown + (voted.size() > NAMES ? " and " + (voted.size() - NAMES) + " more" : "");
    }
}

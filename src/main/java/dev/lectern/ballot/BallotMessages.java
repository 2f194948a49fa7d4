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
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the channel reads of a ballot while it is open. */
final class BallotMessages {
    private static final Texts TEXTS = Texts.of(BallotMessages.class);

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
        blocks.add(section(TEXTS.say(byHand ? "open.cancelled.by-hand" : "open.cancelled.too-few")));
        String trace = LifeMessages.trace(ballot, group.settings().zone(), names, papers);
        if (!trace.isEmpty()) {
            blocks.add(context(trace));
        }
        return Limits.fit(Message.of(TEXTS.say("open.cancelled.text"), blocks));
    }

    String titles(Ballot ballot) {
        return PaperText.titles(
                ballot.candidates().stream().map(Nomination::paper).map(papers).toList());
    }

    Message waiting(int papersThere, Group group, Meeting meeting) {
        String text = TEXTS.say(
                "open.waiting", "when", date(meeting.start(), group.settings().zone()), "papers", papersThere);
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
        return ": " + TEXTS.say("names.some", "names", shown, "more", Math.max(0, voted.size() - NAMES));
    }
}

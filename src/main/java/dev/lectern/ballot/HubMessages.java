package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
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
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@code /papers ballot} shows to one person. */
final class HubMessages {
    private static final Texts TEXTS = Texts.of(HubMessages.class);

    private final Group group;
    private final UserId reader;
    private final Function<PaperId, Paper> papers;

    HubMessages(Group group, UserId reader, Function<PaperId, Paper> papers) {
        this.group = group;
        this.reader = reader;
        this.papers = papers;
    }

    /** A vote that is open, as the reader sees it. */
    record OpenVote(Ballot ballot, Meeting meeting, int turnout, boolean voted) {}

    /** What a meeting ahead reads by a vote, and what would take its place. */
    record Decided(Ballot ballot, Meeting meeting, PaperId paper, PaperId next) {}

    Message hub(List<OpenVote> open, List<Decided> decided, VotingRules rules) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(TEXTS.say(
                open.isEmpty() ? "hub.title.none" : "hub.title", "channel", line("#" + group.channelName()))));
        open.forEach(vote -> blocks.addAll(open(vote)));
        decided.forEach(meeting -> blocks.addAll(decided(meeting)));
        blocks.add(context(TEXTS.say("hub.next", "rules", VotingRulesText.line(rules))));
        List<Button> buttons = new ArrayList<>();
        buttons.add(button(TEXTS.say("hub.past"), RecordText.HISTORY));
        if (isOrganizer()) {
            buttons.add(button(TEXTS.say("hub.new"), NewBallotFeature.OPENS));
            buttons.add(button(TEXTS.say("hub.rules"), VotingRulesFeature.OPENS));
        }
        blocks.add(actions(buttons));
        return Limits.fit(Message.of(TEXTS.say("hub.text", "votes", open.size()), blocks));
    }

    private boolean isOrganizer() {
        return group.organizer().equals(reader);
    }

    private List<Block> open(OpenVote vote) {
        Ballot ballot = vote.ballot();
        String titles = ballot.candidates().stream()
                .map(candidate -> "• " + PaperText.link(papers.apply(candidate.paper())))
                .collect(Collectors.joining("\n"));
        String state = TEXTS.say(
                "hub.state",
                "closes",
                when(ballot.closes()),
                "voted",
                vote.turnout(),
                "members",
                group.members().size(),
                "mine",
                vote.voted() ? "yes" : "no");
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(TEXTS.say("hub.for", "when", when(vote.meeting().start()), "titles", titles)));
        blocks.add(context(state, VotingRulesText.line(ballot.rules())));
        if (isOrganizer()) {
            blocks.add(actions(button(TEXTS.say("life.manage"), ManageBallotFeature.MANAGE + "/" + ballot.id())));
        }
        return blocks;
    }

    private List<Block> decided(Decided decided) {
        Paper paper = papers.apply(decided.paper());
        Paper next = papers.apply(decided.next());
        return List.of(
                section(TEXTS.say(
                        "hub.reads",
                        "title",
                        PaperText.link(paper),
                        "when",
                        when(decided.meeting().start()))),
                actions(RunnerUpText.take(
                        decided.ballot().id(),
                        paper.id(),
                        TEXTS.say("hub.reads.next", "title", PaperText.title(next)))));
    }

    private String when(java.time.Instant instant) {
        return date(instant, group.settings().zone());
    }
}

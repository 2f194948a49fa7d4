package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.header;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.date;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Section;
import dev.lectern.text.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the channel reads of a ballot while it is open; what is hidden until later is not in it. */
final class OpenBallotMessages {
    private static final Texts TEXTS = Texts.of(OpenBallotMessages.class);

    private final Function<PaperId, Paper> papers;
    private final Function<UserId, String> names;

    OpenBallotMessages(Function<PaperId, Paper> papers, Function<UserId, String> names) {
        this.papers = papers;
        this.names = names;
    }

    Message of(Ballot ballot, Votes votes, Group group, Meeting meeting, String titles) {
        ZoneId zone = group.settings().zone();
        Optional<TallyText> tally = tally(ballot, votes, group);
        List<Block> blocks = new ArrayList<>();
        blocks.add(header(TEXTS.say("open.header")));
        blocks.add(section(TEXTS.say(
                "open.for",
                "when",
                date(meeting.start(), zone),
                "method",
                BallotText.method(ballot.rules()),
                "how",
                howToVote(ballot.rules()))));
        ballot.candidates().forEach(candidate -> blocks.add(paper(ballot, candidate.paper(), tally)));
        if (ballot.unopposed()) {
            blocks.add(context(TEXTS.say("open.unopposed")));
        }
        blocks.add(actions(buttons(ballot)));
        blocks.add(context(
                BallotText.turnout(ballot, votes.turnout(), group.members().size(), zone)
                        + tally.map(TallyText::abstaining)
                                .filter(line -> !line.isEmpty())
                                .map(line -> " · " + line)
                                .orElse("")));
        blocks.add(context(BallotText.secrecy(ballot.rules()) + " " + BallotText.tally(ballot.rules()) + " "
                + BallotText.ties(ballot)));
        blocks.addAll(LifeMessages.notes(ballot, votes, group, names, papers));
        return Limits.fit(Message.of(TEXTS.say("open.text", "titles", titles), blocks));
    }

    private Optional<TallyText> tally(Ballot ballot, Votes votes, Group group) {
        VotingRules rules = ballot.rules();
        return rules.tally() != TallyShown.LIVE
                ? Optional.empty()
                : Optional.of(new TallyText(
                        ballot,
                        votes,
                        group.members().size(),
                        rules.namesInTheOpen() ? Optional.of(names) : Optional.empty()));
    }

    private static String howToVote(VotingRules rules) {
        return switch (rules.method()) {
            case APPROVAL -> TEXTS.say("open.how.approval");
            case PLURALITY -> TEXTS.say("open.how.plurality");
            case SCORE, STAR -> TEXTS.say("open.how.stars");
            case INSTANT_RUNOFF, SCHULZE, BORDA -> TEXTS.say("open.how.order");
        };
    }

    private Section paper(Ballot ballot, PaperId id, Optional<TallyText> tally) {
        Paper paper = papers.apply(id);
        Section section = section(PaperCard.of(paper).entry()
                + tally.map(text -> "\n" + text.of(id)).orElse(""));
        if (!ballot.rules().takesTaps() || paper.withdrawn().isPresent()) {
            return section;
        }
        return section.with(button(TEXTS.say("vote.button"), BallotMessages.VOTE + "/" + ballot.id(), id.value())
                .spokenAs(TEXTS.say("vote.button.spoken", "title", PaperText.title(paper))));
    }

    private static List<Button> buttons(Ballot ballot) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(ballot.rules().takesTaps() ? MyVoteText.myVote(ballot) : MyVoteText.vote(ballot));
        if (ballot.rules().tally() == TallyShown.AFTER_VOTING) {
            buttons.add(MyVoteText.howItStands(ballot));
        }
        buttons.addAll(LifeMessages.buttons(ballot));
        return buttons;
    }
}

package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.barChart;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.header;
import static dev.lectern.slack.block.Blocks.lines;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.date;

import dev.lectern.ballot.count.Decision;
import dev.lectern.ballot.count.Explanation;
import dev.lectern.ballot.count.Method;
import dev.lectern.ballot.count.Outcome;
import dev.lectern.group.Group;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.QuestionText;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.paper.ShortText;
import dev.lectern.slack.block.BarChart;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the channel reads of a ballot that is over: how it ended, who won, and why. */
final class ResultMessages {
    private static final Texts TEXTS = Texts.of(ResultMessages.class);

    private final Function<PaperId, Paper> papers;
    private final BallotMessages ballots;

    ResultMessages(Function<PaperId, Paper> papers, BallotMessages ballots) {
        this.papers = papers;
        this.ballots = ballots;
    }

    Message closed(Ballot ballot, Votes votes, Group group) {
        Outcome outcome = Counting.count(ballot, votes);
        List<Block> blocks = new ArrayList<>();
        blocks.add(header(TEXTS.say("result.header")));
        blocks.add(section(ending(ballot, outcome)));
        blocks.addAll(lines(entries(ballot, Counting.countable(ballot, votes), outcome)));
        chart(outcome).ifPresent(blocks::add);
        blocks.add(context(TEXTS.say("result.footing", "footing", footing(ballot, outcome, group))));
        blocks.add(actions(RecordText.counted(ballot.id()), RecordText.export(ballot.id())));
        return Limits.fit(Message.of(
                TEXTS.say(
                        "result.text",
                        "why",
                        Explanation.of(outcome, this::line),
                        "turnout",
                        turnout(ballot, outcome, group)),
                blocks));
    }

    private String ending(Ballot ballot, Outcome outcome) {
        Optional<PaperId> counted = Optional.of(PaperId.parse(outcome.winner()));
        Optional<PaperId> winner = ballot.verdict().map(Verdict::winner).orElse(counted);
        if (winner.isEmpty()) {
            return TEXTS.say(
                    "result.void",
                    "voted",
                    outcome.voters(),
                    "quorum",
                    ballot.rules().quorum(),
                    "why",
                    why(outcome));
        }
        return winner.equals(counted)
                ? TEXTS.say("result.won", "why", why(outcome))
                : TEXTS.say(
                        "result.won.other", "why", why(outcome), "title", PaperText.link(papers.apply(winner.get())));
    }

    private List<String> entries(Ballot ballot, Votes votes, Outcome outcome) {
        Measure measure = Measure.of(outcome);
        List<String> entries = new ArrayList<>();
        for (String id : outcome.order()) {
            entries.add((entries.size() + 1) + ". " + link(id) + " · " + measure.said(id)
                    + voters(ballot, votes, PaperId.parse(id)));
        }
        return entries;
    }

    /** Where a vote is more than a name beside a paper, the names are in the export only. */
    private String voters(Ballot ballot, Votes votes, PaperId paper) {
        Method method = ballot.rules().method();
        return method == Method.APPROVAL || method == Method.PLURALITY ? ballots.voters(ballot, votes, paper) : "";
    }

    /** Empty where there is nothing to compare. */
    private Optional<Block> chart(Outcome outcome) {
        if (outcome.decidedBy() == Decision.UNOPPOSED || outcome.decidedBy() == Decision.NO_VOTES) {
            return Optional.empty();
        }
        Measure measure = Measure.of(outcome);
        List<BarChart.Point> points = new ArrayList<>();
        measure.values().forEach((id, value) -> points.add(new BarChart.Point(label(points.size() + 1, id), value)));
        return Optional.of(barChart(measure.title(), measure.unit(), points));
    }

    /** Its number, which tells it from every other, and as much of the title as there is room for. */
    private String label(int number, String id) {
        String place = number + " ";
        return place + ShortText.cut(PaperText.title(paper(id)), Limits.CHART_LABEL - place.length());
    }

    private static String footing(Ballot ballot, Outcome outcome, Group group) {
        List<String> parts = new ArrayList<>();
        parts.add(turnout(ballot, outcome, group));
        parts.add(outcome.method().label());
        int quorum = ballot.rules().quorum();
        if (quorum > 0) {
            boolean held = outcome.voters() >= quorum;
            parts.add(TEXTS.say(held ? "result.quorum.held" : "result.quorum.missed", "quorum", quorum));
        }
        ballot.verdict()
                .flatMap(Verdict::leftOut)
                .ifPresent(left -> parts.add(TEXTS.say("result.left-out", "votes", left)));
        return String.join(" · ", parts);
    }

    private static String turnout(Ballot ballot, Outcome outcome, Group group) {
        int members =
                ballot.verdict().map(Verdict::members).orElse(group.members().size());
        return turnout(outcome, members);
    }

    private static String turnout(Outcome outcome, int members) {
        return TEXTS.say("result.turnout", "voted", outcome.voters(), "members", members);
    }

    /** @param read the first ones of the count's order, which are read */
    Message winner(BallotId ballot, Outcome outcome, List<Paper> read, Group group, Meeting meeting) {
        String when = date(meeting.start(), group.settings().zone());
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(
                read.size() > 1
                        ? TEXTS.say("result.winners", "papers", read.size(), "when", when, "why", why(outcome))
                        : TEXTS.say(
                                "result.winner",
                                "title",
                                PaperText.link(read.get(0)),
                                "when",
                                when,
                                "why",
                                why(outcome))));
        blocks.add(context(turnout(outcome, group.members().size()) + " · "
                + outcome.method().label() + runnerUp(outcome, read.size())));
        if (read.size() > 1) {
            for (Paper paper : read) {
                blocks.add(section((read.indexOf(paper) + 1) + ". *" + PaperText.link(paper) + "*")
                        .with(PaperText.detailsButton(paper)));
            }
        }
        blocks.add(actions(buttons(ballot, outcome, read, meeting)));
        return Limits.fit(Message.of(
                TEXTS.say("result.winner.text", "titles", PaperText.titles(read), "papers", read.size(), "when", when),
                blocks));
    }

    /** All of them see the runner-up's button, and who is not the organizer is told so: a channel has one message for all. */
    private static List<Button> buttons(BallotId ballot, Outcome outcome, List<Paper> read, Meeting meeting) {
        List<Button> buttons = new ArrayList<>();
        if (read.size() == 1) {
            buttons.add(PaperText.detailsButton(read.get(0)));
        }
        buttons.add(QuestionText.askButton(meeting.id()));
        buttons.add(RecordText.counted(ballot));
        if (outcome.order().size() > read.size()) {
            buttons.add(RunnerUpText.take(ballot, read.get(0).id(), TEXTS.say("result.take-runner-up")));
        }
        return buttons;
    }

    private String runnerUp(Outcome outcome, int read) {
        return outcome.order().size() <= read
                ? ""
                : " · "
                        + TEXTS.say(
                                "result.runner-up",
                                "title",
                                link(outcome.order().get(read)));
    }

    private String why(Outcome outcome) {
        return Explanation.of(outcome, this::link);
    }

    private String link(String id) {
        return PaperText.link(paper(id));
    }

    private String line(String id) {
        return PaperText.line(paper(id));
    }

    private Paper paper(String id) {
        return papers.apply(PaperId.parse(id));
    }

    Message noQuorum(Ballot ballot, Votes votes, Group group, Meeting meeting) {
        String text = TEXTS.say(
                "result.no-quorum",
                "when",
                date(meeting.start(), group.settings().zone()),
                "voted",
                votes.turnout(),
                "quorum",
                ballot.rules().quorum());
        return Message.of(text, section(text));
    }

    Message unopposed(Paper paper, Group group, Meeting meeting) {
        String when = date(meeting.start(), group.settings().zone());
        return Limits.fit(Message.of(
                TEXTS.say("result.unopposed.text", "title", PaperText.line(paper), "when", when),
                section(TEXTS.say("result.unopposed", "title", PaperText.link(paper), "when", when)),
                actions(PaperText.detailsButton(paper), QuestionText.askButton(meeting.id()))));
    }

    Message noPaper(Group group, Meeting meeting) {
        String text = TEXTS.say(
                "result.no-paper",
                "when",
                date(meeting.start(), group.settings().zone()));
        return Message.of(text, section(text));
    }
}

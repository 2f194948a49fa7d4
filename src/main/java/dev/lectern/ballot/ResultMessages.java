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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the channel reads of a ballot that is over: how it ended, who won, and why. */
final class ResultMessages {
    private final Function<PaperId, Paper> papers;
    private final BallotMessages ballots;

    ResultMessages(Function<PaperId, Paper> papers, BallotMessages ballots) {
        this.papers = papers;
        this.ballots = ballots;
    }

    Message closed(Ballot ballot, Votes votes, Group group) {
        Outcome outcome = Counting.count(ballot, votes);
        List<Block> blocks = new ArrayList<>();
        blocks.add(header("The vote is closed"));
        blocks.add(section(ending(ballot, outcome)));
        blocks.addAll(lines(entries(ballot, Counting.countable(ballot, votes), outcome)));
        chart(outcome).ifPresent(blocks::add);
        blocks.add(context(footing(ballot, outcome, group) + ". What did not win stays in the backlog."));
        blocks.add(actions(RecordText.counted(ballot.id()), RecordText.export(ballot.id())));
        return Limits.fit(Message.of(
                "The vote is closed: " + Explanation.of(outcome, this::line) + " " + turnout(ballot, outcome, group)
                        + ".",
                blocks));
    }

    private String ending(Ballot ballot, Outcome outcome) {
        Optional<PaperId> counted = Optional.of(PaperId.parse(outcome.winner()));
        Optional<PaperId> winner = ballot.verdict().map(Verdict::winner).orElse(counted);
        if (winner.isEmpty()) {
            return "*This vote does not hold*: " + outcome.voters() + " voted, and it takes "
                    + ballot.rules().quorum() + ". As far as it went: " + why(outcome);
        }
        String read = winner.equals(counted) ? "" : "\nRead instead: " + PaperText.link(papers.apply(winner.get()));
        return ":trophy: " + why(outcome) + read;
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
        int quorum = ballot.rules().quorum();
        String held = outcome.voters() < quorum ? "was missed" : "held";
        return turnout(ballot, outcome, group) + " · " + outcome.method().label()
                + (quorum == 0 ? "" : " · the quorum of " + quorum + " " + held)
                + ballot.verdict()
                        .flatMap(Verdict::leftOut)
                        .map(ResultMessages::leftOut)
                        .orElse("");
    }

    private static String leftOut(int votes) {
        return " · " + votes + (votes == 1 ? " vote was" : " votes were")
                + " left out: of a kind that this method does not take";
    }

    private static String turnout(Ballot ballot, Outcome outcome, Group group) {
        int members =
                ballot.verdict().map(Verdict::members).orElse(group.members().size());
        return outcome.voters() + " of " + members + " voted";
    }

    /** @param read the first ones of the count's order, which are read */
    Message winner(BallotId ballot, Outcome outcome, List<Paper> read, Group group, Meeting meeting) {
        String when = date(meeting.start(), group.settings().zone());
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(":trophy: *We read "
                + (read.size() > 1 ? read.size() + " papers" : PaperText.link(read.get(0))) + "* on " + when + "\n"
                + why(outcome)));
        blocks.add(context(outcome.voters() + " of " + group.members().size() + " voted · "
                + outcome.method().label() + runnerUp(outcome, read.size())));
        if (read.size() > 1) {
            for (Paper paper : read) {
                blocks.add(section((read.indexOf(paper) + 1) + ". *" + PaperText.link(paper) + "*")
                        .with(PaperText.detailsButton(paper)));
            }
        }
        blocks.add(actions(buttons(ballot, outcome, read, meeting)));
        return Limits.fit(Message.of(
                PaperText.titles(read) + " won the vote. We read " + (read.size() > 1 ? "them" : "it") + " on " + when
                        + ".",
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
            buttons.add(RunnerUpText.take(
                    ballot,
                    read.get(0).id(),
                    "For the organizer: we then read what came next in the vote, and what won leaves the backlog."));
        }
        return buttons;
    }

    private String runnerUp(Outcome outcome, int read) {
        return outcome.order().size() <= read
                ? ""
                : " · runner-up: " + link(outcome.order().get(read));
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
        String text = "The vote for " + date(meeting.start(), group.settings().zone()) + " does not hold: "
                + votes.turnout() + " voted, and it takes " + ballot.rules().quorum()
                + ". All papers stay in the backlog; `/papers vote` opens a new vote.";
        return Message.of(text, section(text));
    }

    Message unopposed(Paper paper, Group group, Meeting meeting) {
        String when = date(meeting.start(), group.settings().zone());
        return Limits.fit(Message.of(
                "We read " + PaperText.line(paper) + " on " + when + ".",
                section("*We read " + PaperText.link(paper) + "* on " + when
                        + "\nIt was the only paper to choose from."),
                actions(PaperText.detailsButton(paper), QuestionText.askButton(meeting.id()))));
    }

    Message noPaper(Group group, Meeting meeting) {
        String text = "No paper is chosen for "
                + date(meeting.start(), group.settings().zone())
                + ". Nominate two, then `/papers vote` opens a vote at once.";
        return Message.of(text, section(text));
    }
}

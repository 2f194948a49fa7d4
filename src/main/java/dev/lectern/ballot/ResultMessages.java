package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.header;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.date;

import dev.lectern.ballot.count.Explanation;
import dev.lectern.ballot.count.Outcome;
import dev.lectern.group.Group;
import dev.lectern.meeting.Meeting;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        Map<PaperId, Integer> counts = BallotMessages.counts(ballot, votes);
        Optional<PaperId> winner = ballot.verdict().isPresent()
                ? ballot.verdict().get().winner()
                : Optional.of(PaperId.parse(outcome.winner()));
        List<Block> blocks = new ArrayList<>();
        blocks.add(header("The vote is closed"));
        for (PaperId id : Counting.papers(outcome.order())) {
            String mark = winner.filter(id::equals).isPresent() ? ":trophy: " : "";
            blocks.add(section(mark + PaperCard.of(papers.apply(id)).entry() + "\n"
                    + ballots.tally(counts.getOrDefault(id, 0), group) + ballots.voters(ballot, votes, id)));
        }
        blocks.add(context(
                outcome.voters() + " of " + group.members().size() + " voted. What did not win stays in the backlog."));
        return Limits.fit(Message.of("The vote is closed: " + ballots.titles(ballot), blocks));
    }

    Message winner(Outcome outcome, Paper paper, Group group, Meeting meeting) {
        String when = date(meeting.start(), group.settings().zone());
        return Limits.fit(Message.of(
                PaperText.line(paper) + " won the vote. We read it on " + when + ".",
                section(":trophy: *We read " + PaperText.link(paper) + "* on " + when + "\n" + why(outcome)),
                actions(PaperText.detailsButton(paper))));
    }

    private String why(Outcome outcome) {
        return Explanation.of(outcome, id -> PaperText.link(papers.apply(PaperId.parse(id))));
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
                actions(PaperText.detailsButton(paper))));
    }

    Message noPaper(Group group, Meeting meeting) {
        String text = "No paper is chosen for "
                + date(meeting.start(), group.settings().zone())
                + ". Nominate two, then `/papers vote` opens a vote at once.";
        return Message.of(text, section(text));
    }
}

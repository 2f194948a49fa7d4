package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.group.Group;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Reply;
import dev.lectern.slack.block.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A group's votes that are over, a page at a time. */
final class HistoryMessages {
    /** With two blocks each, far below Slack's 50 a message, and no more than one reads. */
    static final int PAGE = 10;

    private final Function<PaperId, Optional<Paper>> papers;

    HistoryMessages(Function<PaperId, Optional<Paper>> papers) {
        this.papers = papers;
    }

    /**
     * @param ballots the group's, in any order; those that are open are left out
     * @param from how many of the newest are skipped
     */
    Reply page(List<Ballot> ballots, Group group, int from) {
        List<Ballot> past = ballots.stream()
                .filter(ballot -> ballot.state() != BallotState.OPEN)
                .sorted(Comparator.comparing(Ballot::closes)
                        .thenComparing(Ballot::id)
                        .reversed())
                .toList();
        if (past.isEmpty()) {
            return Reply.onlyToYou("No vote has ended yet. `/papers ballot` shows those that are open.");
        }
        if (from >= past.size()) {
            return Reply.onlyToYou("There are no older votes. `/papers ballot history` begins with the newest.");
        }
        List<Block> blocks = new ArrayList<>();
        past.stream().skip(from).limit(PAGE).forEach(ballot -> blocks.addAll(entry(ballot, group)));
        int next = from + PAGE;
        if (next < past.size()) {
            blocks.add(actions(RecordText.older(next)));
        }
        return Reply.onlyToYou("The last votes of this group, newest first.", blocks);
    }

    private List<Block> entry(Ballot ballot, Group group) {
        String day =
                PaperText.day(ballot.closes().atZone(group.settings().zone()).toLocalDate());
        if (ballot.state() == BallotState.CANCELLED) {
            return List.of(section("*" + day + "*: called off"));
        }
        return List.of(
                section("*" + day + "*: " + winner(ballot) + "\n" + turnout(ballot)
                        + ballot.rules().method().label()),
                actions(RecordText.counted(ballot.id()), RecordText.export(ballot.id())));
    }

    private String winner(Ballot ballot) {
        if (ballot.verdict().isEmpty()) {
            return ballot.candidates().size() + " papers";
        }
        return ballot.verdict()
                .get()
                .winner()
                .map(winner -> PaperText.linkOr(papers.apply(winner), "a paper that is gone"))
                .orElse("no result, the quorum of " + ballot.rules().quorum() + " was missed");
    }

    /** Empty where it closed before turnouts were kept. */
    private static String turnout(Ballot ballot) {
        return ballot.verdict()
                .map(verdict -> verdict.turnout() + " of " + verdict.members() + " voted · ")
                .orElse("");
    }
}

package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.group.Group;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Reply;
import dev.lectern.slack.block.Block;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A group's votes that are over, a page at a time. */
final class HistoryMessages {
    private static final Texts TEXTS = Texts.of(HistoryMessages.class);

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
            return Reply.onlyToYou(TEXTS.say("history.none"));
        }
        if (from >= past.size()) {
            return Reply.onlyToYou(TEXTS.say("history.no-older"));
        }
        List<Block> blocks = new ArrayList<>();
        past.stream().skip(from).limit(PAGE).forEach(ballot -> blocks.addAll(entry(ballot, group)));
        int next = from + PAGE;
        if (next < past.size()) {
            blocks.add(actions(RecordText.older(next)));
        }
        return Reply.onlyToYou(TEXTS.say("history.text"), blocks);
    }

    private List<Block> entry(Ballot ballot, Group group) {
        String day =
                PaperText.day(ballot.closes().atZone(group.settings().zone()).toLocalDate());
        if (ballot.state() == BallotState.CANCELLED) {
            return List.of(section(TEXTS.say("history.cancelled", "day", day)));
        }
        return List.of(
                section(TEXTS.say("history.entry", "day", day, "read", winner(ballot)) + "\n" + turnout(ballot)
                        + ballot.rules().method().label()),
                actions(RecordText.counted(ballot.id()), RecordText.export(ballot.id())));
    }

    private String winner(Ballot ballot) {
        if (ballot.verdict().isEmpty()) {
            return TEXTS.say("history.papers", "papers", ballot.candidates().size());
        }
        return ballot.verdict()
                .get()
                .winner()
                .map(winner -> PaperText.linkOr(papers.apply(winner), TEXTS.say("history.gone")))
                .orElseGet(() ->
                        TEXTS.say("history.no-quorum", "quorum", ballot.rules().quorum()));
    }

    /** Empty where it closed before turnouts were kept. */
    private static String turnout(Ballot ballot) {
        return ballot.verdict()
                .map(verdict ->
                        TEXTS.say("history.turnout", "voted", verdict.turnout(), "members", verdict.members()) + " · ")
                .orElse("");
    }
}

package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.lines;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.ballot.count.Count;
import dev.lectern.ballot.count.Decision;
import dev.lectern.ballot.count.Explanation;
import dev.lectern.ballot.count.Outcome;
import dev.lectern.ballot.count.Tie;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a closed ballot was counted: the steps of its method, and what broke ties. Papers are told once, with a number, by
 * which the steps then speak of them.
 */
final class CountedModal {
    private static final String CALLBACK = "ballot.counted/1";
    private static final String FENCE = "```";

    private final Ballot ballot;
    private final Outcome outcome;
    private final UnaryOperator<String> link;
    private final List<Block> blocks = new ArrayList<>();

    private CountedModal(Ballot ballot, Outcome outcome, UnaryOperator<String> link) {
        this.ballot = ballot;
        this.outcome = outcome;
        this.link = link;
    }

    /** @param link what to show of an alternative, as mrkdwn */
    static Modal of(Ballot ballot, Outcome outcome, UnaryOperator<String> link) {
        return new CountedModal(ballot, outcome, link).modal();
    }

    private Modal modal() {
        blocks.add(section(Explanation.of(outcome, link)));
        blocks.add(context(
                "*" + outcome.method().label() + "*: " + outcome.method().howItWorks()));
        papers();
        steps();
        ties();
        recount();
        return Limits.fit(Modal.of(CALLBACK, "How it was counted", blocks).close("Close"));
    }

    private void papers() {
        Measure measure = Measure.of(outcome);
        List<String> entries = new ArrayList<>();
        entries.add("*The papers*, best first; " + outcome.voters() + " voted");
        for (String id : outcome.order()) {
            entries.add(number(id) + ". " + link.apply(id) + " · " + measure.said(id) + tied(id));
        }
        blocks.addAll(lines(entries));
    }

    /** Which place it shares with others, by the method alone. */
    private String tied(String id) {
        int place = 1;
        for (Set<String> group : outcome.ranking()) {
            if (group.contains(id)) {
                return group.size() > 1 ? " · tied for " + place : "";
            }
            place += group.size();
        }
        return "";
    }

    private int number(String id) {
        return outcome.order().indexOf(id) + 1;
    }

    private void steps() {
        if (outcome.count() instanceof Count.Rounds rounds) {
            rounds(rounds);
        } else if (outcome.count() instanceof Count.Beatpaths paths) {
            beatpaths(paths);
        } else if (outcome.count() instanceof Count.Star star) {
            star.runoff().ifPresent(this::runoff);
        }
    }

    private void rounds(Count.Rounds rounds) {
        blocks.addAll(lines(rounds.rounds().stream().map(this::round).toList()));
    }

    private String round(Count.Round round) {
        String votes = round.votes().entrySet().stream()
                .map(each -> "`" + number(each.getKey()) + "` " + each.getValue())
                .collect(Collectors.joining(" · "));
        String exhausted = round.exhausted() == 0 ? "" : " · " + round.exhausted() + " rank none of these";
        return "*Round " + round.number() + "*: " + votes + exhausted + "\nOut: `" + number(round.eliminated()) + "`"
                + (round.tied().size() > 1 ? ", tied with " + numbers(others(round)) + by(round.by()) : "");
    }

    private static List<String> others(Count.Round round) {
        return round.tied().stream()
                .filter(id -> !id.equals(round.eliminated()))
                .toList();
    }

    private static String by(Decision by) {
        return switch (by) {
            case OWN_RULE -> "; it had fewer in an earlier round";
            case NOMINATION -> "; it was nominated later";
            case LOT -> "; by the lot";
            case UNOPPOSED, VOTES, NO_VOTES -> "";
        };
    }

    private void runoff(Count.Runoff runoff) {
        blocks.add(section("*Runoff* of the two with the most stars: " + runoff.preferWinner() + " prefer `"
                + number(runoff.winner()) + "`, " + runoff.preferOther() + " prefer `" + number(runoff.other()) + "`, "
                + runoff.equal() + " gave both the same."));
    }

    private void beatpaths(Count.Beatpaths count) {
        int[] places =
                outcome.order().stream().mapToInt(count.alternatives()::indexOf).toArray();
        List<String> entries = new ArrayList<>();
        entries.add("*Why* `1` *wins*: its strongest chain of wins to each other paper, and the one back");
        for (int other = 1; other < places.length; other++) {
            entries.add("over `" + (other + 1) + "`: " + at(count.paths(), places[0], places[other]) + " to "
                    + at(count.paths(), places[other], places[0]) + " (one to one: "
                    + at(count.preferring(), places[0], places[other]) + " to "
                    + at(count.preferring(), places[other], places[0]) + ")");
        }
        blocks.addAll(lines(entries));
        grid(
                "*One to one*: how many prefer the paper of the row to that of the column",
                ordered(count.preferring(), places));
        grid("*Strongest chains* from the row to the column", ordered(count.paths(), places));
    }

    private static int at(List<List<Integer>> matrix, int row, int column) {
        return matrix.get(row).get(column);
    }

    private static List<List<Integer>> ordered(List<List<Integer>> matrix, int[] places) {
        List<List<Integer>> ordered = new ArrayList<>();
        for (int row : places) {
            List<Integer> cells = new ArrayList<>();
            for (int column : places) {
                cells.add(at(matrix, row, column));
            }
            ordered.add(cells);
        }
        return ordered;
    }

    private void grid(String heading, List<List<Integer>> square) {
        List<String> strips = NumberGrid.strips(square);
        blocks.add(section(heading + "\n" + FENCE + strips.get(0) + FENCE));
        strips.stream().skip(1).forEach(strip -> blocks.add(section(FENCE + strip + FENCE)));
    }

    /** But those over who goes, of which the rounds have told. */
    private void ties() {
        List<String> entries = outcome.ties().stream()
                .filter(tie -> tie.where() != Tie.Where.ELIMINATION)
                .map(this::tie)
                .toList();
        if (!entries.isEmpty()) {
            blocks.addAll(
                    lines(Stream.concat(Stream.of("*Ties*"), entries.stream()).toList()));
        }
    }

    private String tie(Tie tie) {
        String where = switch (tie.where()) {
            case FIRST_PLACE -> "for the first place; it went to `";
            case FINALIST -> "for the runoff; it went to `";
            case ELIMINATION -> "for the last place; out went `";
        };
        String by = switch (tie.by()) {
            case NOMINATION -> "by the order of nomination";
            case LOT -> "by the lot";
            case OWN_RULE, UNOPPOSED, VOTES, NO_VOTES -> "by the method's own rule";
        };
        return numbers(tie.tied()) + " were tied " + where + number(tie.picked()) + "`, " + by + ".";
    }

    private String numbers(Collection<String> ids) {
        return ids.stream().map(id -> "`" + number(id) + "`").collect(Collectors.joining(", "));
    }

    private void recount() {
        String lot = outcome.ties().stream().anyMatch(tie -> tie.by() == Decision.LOT)
                ? " Of those nominated at the same moment, the one whose ticket is lowest comes first:"
                        + " `printf '%s\\n%s' SEED ID | sha256sum`."
                : "";
        blocks.add(context("The lot's seed, told when the vote opened: `" + line(ballot.seed()) + "`." + lot));
        if (changedSince()) {
            blocks.add(context("The papers of this vote are not quite those it closed with: some turned out to be one,"
                    + " or were withdrawn. This counts the votes for them as they are known now."));
        }
        blocks.add(context(
                "Count it again: *Export*, then `java -jar lectern.jar tally " + BallotExport.mainFile(ballot) + "`."));
    }

    private boolean changedSince() {
        return ballot.verdict()
                .filter(verdict -> !verdict.ranking().stream()
                        .map(group -> group.stream().map(Object::toString).toList())
                        .toList()
                        .equals(outcome.ranking().stream().map(List::copyOf).toList()))
                .isPresent();
    }
}

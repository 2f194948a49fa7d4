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
import dev.lectern.text.Texts;
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
    private static final Texts TEXTS = Texts.of(CountedModal.class);
    private static final String CALLBACK = "ballot.counted/1";
    private static final String FENCE = "```";
    /** What gives the ticket of a paper, by the lot's seed and its id. */
    private static final String TICKET = "`printf '%s\\n%s' SEED ID | sha256sum`";

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
        blocks.add(context(TEXTS.say(
                "counted.method",
                "method",
                outcome.method().label(),
                "how",
                outcome.method().howItWorks())));
        papers();
        steps();
        ties();
        recount();
        return Limits.fit(Modal.of(CALLBACK, TEXTS.say("counted.title"), blocks).close(TEXTS.say("counted.close")));
    }

    private void papers() {
        Measure measure = Measure.of(outcome);
        List<String> entries = new ArrayList<>();
        entries.add(TEXTS.say("counted.papers", "voted", outcome.voters()));
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
                return group.size() > 1 ? " · " + TEXTS.say("counted.shared", "place", place) : "";
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
        String all = round.exhausted() == 0
                ? votes
                : votes + " · " + TEXTS.say("counted.round.exhausted", "votes", round.exhausted());
        return TEXTS.say("counted.round", "round", round.number(), "votes", all) + "\n" + out(round);
    }

    private String out(Count.Round round) {
        int out = number(round.eliminated());
        if (round.tied().size() <= 1) {
            return TEXTS.say("counted.out", "paper", out);
        }
        String others = numbers(others(round));
        return switch (round.by()) {
            case OWN_RULE -> TEXTS.say("counted.out.fewer", "paper", out, "others", others);
            case NOMINATION -> TEXTS.say("counted.out.later", "paper", out, "others", others);
            case LOT -> TEXTS.say("counted.out.lot", "paper", out, "others", others);
            case UNOPPOSED, VOTES, NO_VOTES -> TEXTS.say("counted.out.tied", "paper", out, "others", others);
        };
    }

    private static List<String> others(Count.Round round) {
        return round.tied().stream()
                .filter(id -> !id.equals(round.eliminated()))
                .toList();
    }

    private void runoff(Count.Runoff runoff) {
        blocks.add(section(TEXTS.say(
                "counted.runoff",
                "winning",
                runoff.preferWinner(),
                "winner",
                number(runoff.winner()),
                "losing",
                runoff.preferOther(),
                "other",
                number(runoff.other()),
                "equal",
                runoff.equal())));
    }

    private void beatpaths(Count.Beatpaths count) {
        int[] places =
                outcome.order().stream().mapToInt(count.alternatives()::indexOf).toArray();
        List<String> entries = new ArrayList<>();
        entries.add(TEXTS.say("counted.why"));
        for (int other = 1; other < places.length; other++) {
            entries.add(TEXTS.say(
                    "counted.over",
                    "other",
                    other + 1,
                    "there",
                    at(count.paths(), places[0], places[other]),
                    "back",
                    at(count.paths(), places[other], places[0]),
                    "for",
                    at(count.preferring(), places[0], places[other]),
                    "against",
                    at(count.preferring(), places[other], places[0])));
        }
        blocks.addAll(lines(entries));
        grid(TEXTS.say("counted.grid.one-to-one"), ordered(count.preferring(), places));
        grid(TEXTS.say("counted.grid.chains"), ordered(count.paths(), places));
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
            blocks.addAll(lines(Stream.concat(Stream.of(TEXTS.say("counted.ties")), entries.stream())
                    .toList()));
        }
    }

    private String tie(Tie tie) {
        String by = switch (tie.by()) {
            case NOMINATION -> TEXTS.say("counted.by.nomination");
            case LOT -> TEXTS.say("counted.by.lot");
            case OWN_RULE, UNOPPOSED, VOTES, NO_VOTES -> TEXTS.say("counted.by.own-rule");
        };
        String papers = numbers(tie.tied());
        int picked = number(tie.picked());
        return switch (tie.where()) {
            case FIRST_PLACE -> TEXTS.say("counted.tie.first-place", "papers", papers, "picked", picked, "by", by);
            case FINALIST -> TEXTS.say("counted.tie.finalist", "papers", papers, "picked", picked, "by", by);
            case ELIMINATION -> TEXTS.say("counted.tie.elimination", "papers", papers, "picked", picked, "by", by);
        };
    }

    private String numbers(Collection<String> ids) {
        return ids.stream().map(id -> "`" + number(id) + "`").collect(Collectors.joining(", "));
    }

    private void recount() {
        String seed = line(ballot.seed());
        boolean drawn = outcome.ties().stream().anyMatch(tie -> tie.by() == Decision.LOT);
        blocks.add(context(
                drawn
                        ? TEXTS.say("counted.seed.drawn", "seed", seed, "command", TICKET)
                        : TEXTS.say("counted.seed", "seed", seed)));
        if (changedSince()) {
            blocks.add(context(TEXTS.say("counted.changed")));
        }
        blocks.add(context(TEXTS.say("counted.again", "file", BallotExport.mainFile(ballot))));
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

package dev.lectern.app;

import dev.lectern.ballot.count.Count;
import dev.lectern.ballot.count.Explanation;
import dev.lectern.ballot.count.Outcome;
import dev.lectern.ballot.count.Recount;
import dev.lectern.paper.ShortText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A count for people to read in a terminal. */
final class TallyText {
    private static final int LONGEST_NAME = 50;
    /** So many columns still fit a terminal's line. */
    private static final int WIDEST_MATRIX = 12;

    private final Recount recount;
    private final Outcome outcome;
    private final List<String> lines = new ArrayList<>();

    TallyText(Recount recount, Outcome outcome) {
        this.recount = recount;
        this.outcome = outcome;
    }

    List<String> lines() {
        lines.add(Explanation.of(outcome, this::name));
        lines.add(outcome.method().label() + ", " + voters(outcome.voters()) + ".");
        int lost = recount.blank(outcome.method()) - recount.profile().blank();
        if (lost > 0) {
            lines.add("Of these, " + voters(lost) + " put several first, which chooses none: counted as blank.");
        }
        ranking();
        count();
        return lines;
    }

    private static String voters(int some) {
        return some + (some == 1 ? " voter" : " voters");
    }

    private String name(String id) {
        return ShortText.cut(recount.name(id), LONGEST_NAME);
    }

    private void ranking() {
        heading("Ranking");
        int place = 1;
        for (Set<String> group : outcome.ranking()) {
            String names = String.join(", ", group.stream().map(this::name).toList());
            lines.add(String.format(Locale.ROOT, "%4d. %s%s", place, names, group.size() > 1 ? " (tied)" : ""));
            place += group.size();
        }
    }

    private void count() {
        if (outcome.count() instanceof Count.Totals totals) {
            heading(unit());
            totals.totals().forEach((id, total) -> amount(Explanation.number(total), id));
        } else if (outcome.count() instanceof Count.Star star) {
            heading("Stars");
            star.scores().forEach((id, stars) -> amount(Integer.toString(stars), id));
            star.runoff().ifPresent(this::runoff);
        } else if (outcome.count() instanceof Count.Rounds rounds) {
            rounds(rounds.rounds());
        } else if (outcome.count() instanceof Count.Beatpaths paths) {
            matrix("Voters who prefer the row to the column", paths.alternatives(), paths.preferring());
            matrix("Strongest paths from the row to the column", paths.alternatives(), paths.paths());
        }
    }

    private String unit() {
        return switch (outcome.method()) {
            case APPROVAL -> "Approvals";
            case SCORE -> "Stars";
            case BORDA -> "Points";
            default -> "Votes";
        };
    }

    private void heading(String text) {
        lines.add("");
        lines.add(text);
    }

    private void amount(String amount, String id) {
        lines.add(String.format(Locale.ROOT, "%10s  %s", amount, name(id)));
    }

    private void runoff(Count.Runoff runoff) {
        heading("Runoff");
        amount(Integer.toString(runoff.preferWinner()), runoff.winner());
        amount(Integer.toString(runoff.preferOther()), runoff.other());
        lines.add(String.format(Locale.ROOT, "%10s  %s", runoff.equal(), "(no preference)"));
    }

    private void rounds(List<Count.Round> rounds) {
        for (Count.Round round : rounds) {
            heading("Round " + round.number());
            for (Map.Entry<String, Integer> votes : round.votes().entrySet()) {
                lines.add(String.format(Locale.ROOT, "%10d  %s", votes.getValue(), name(votes.getKey()))
                        + (votes.getKey().equals(round.eliminated()) ? goes(round) : ""));
            }
            if (round.exhausted() > 0) {
                lines.add(String.format(Locale.ROOT, "%10d  %s", round.exhausted(), "(exhausted)"));
            }
        }
    }

    private static String goes(Count.Round round) {
        return switch (round.by()) {
            case VOTES -> " - goes";
            case OWN_RULE -> " - goes: fewest in an earlier round";
            case NOMINATION -> " - goes: nominated later";
            default -> " - goes, by lot";
        };
    }

    private void matrix(String title, List<String> alternatives, List<List<Integer>> matrix) {
        if (alternatives.size() > WIDEST_MATRIX) {
            lines.add("");
            lines.add(title + ": " + alternatives.size() + " by " + alternatives.size() + ", see --json.");
            return;
        }
        heading(title);
        StringBuilder head = new StringBuilder("      ");
        for (int column = 1; column <= alternatives.size(); column++) {
            head.append(String.format(Locale.ROOT, "%7s", "[" + column + "]"));
        }
        lines.add(head.toString());
        for (int row = 0; row < alternatives.size(); row++) {
            lines.add(row(row, matrix.get(row)) + "  " + name(alternatives.get(row)));
        }
    }

    private static String row(int at, List<Integer> numbers) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%6s", "[" + (at + 1) + "]"));
        for (int column = 0; column < numbers.size(); column++) {
            row.append(column == at ? "      -" : String.format(Locale.ROOT, "%7d", numbers.get(column)));
        }
        return row.toString();
    }
}

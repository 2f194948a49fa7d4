package dev.lectern.ballot;

import dev.lectern.ballot.count.Count;
import dev.lectern.ballot.count.Explanation;
import dev.lectern.ballot.count.Method;
import dev.lectern.ballot.count.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One number of each alternative by which a result can be drawn.
 *
 * @param title says what the numbers are
 * @param values in the result's order, the winner first
 */
record Measure(Method method, String title, Map<String, Double> values) {
    static Measure of(Outcome outcome) {
        return switch (outcome.method()) {
            case APPROVAL -> sums(outcome, "Approvals");
            case PLURALITY -> sums(outcome, "Votes");
            case SCORE -> sums(outcome, "Stars");
            case BORDA -> sums(outcome, "Points");
            case STAR -> of(outcome, "Stars, before the runoff", ((Count.Star) outcome.count()).scores()::get);
            case INSTANT_RUNOFF -> of(outcome, "Votes in each paper's last round", id -> lastRound(outcome, id));
            case SCHULZE -> of(outcome, "How many others each paper beats", id -> beaten(outcome, id));
        };
    }

    private static Measure sums(Outcome outcome, String title) {
        return of(outcome, title, ((Count.Totals) outcome.count()).totals()::get);
    }

    private static Measure of(Outcome outcome, String title, ToDoubleFunction<String> value) {
        Map<String, Double> values = new LinkedHashMap<>();
        outcome.order().forEach(id -> values.put(id, value.applyAsDouble(id)));
        return new Measure(outcome.method(), title, values);
    }

    /** The votes in the round in which it went, and the winner's in the last one. */
    private static double lastRound(Outcome outcome, String id) {
        return ((Count.Rounds) outcome.count())
                .rounds().stream()
                        .filter(round -> round.votes().containsKey(id))
                        .mapToInt(round -> round.votes().get(id))
                        .reduce((before, last) -> last)
                        .orElse(0);
    }

    /** To how many others its strongest path is the stronger one. */
    private static double beaten(Outcome outcome, String id) {
        Count.Beatpaths count = (Count.Beatpaths) outcome.count();
        int row = count.alternatives().indexOf(id);
        List<List<Integer>> paths = count.paths();
        double beaten = 0;
        for (int other = 0; other < paths.size(); other++) {
            beaten += paths.get(row).get(other) > paths.get(other).get(row) ? 1 : 0;
        }
        return beaten;
    }

    /** What the numbers count, in a word. */
    String unit() {
        return switch (method) {
            case APPROVAL -> "Approvals";
            case PLURALITY, INSTANT_RUNOFF -> "Votes";
            case SCORE, STAR -> "Stars";
            case BORDA -> "Points";
            case SCHULZE -> "Others beaten";
        };
    }

    /** An alternative's number in words, such as {@code 3 approvals}. */
    String said(String id) {
        double value = values.getOrDefault(id, 0.0);
        return switch (method) {
            case APPROVAL -> counted(value, "approval");
            case PLURALITY -> counted(value, "vote");
            case SCORE, STAR -> counted(value, "star");
            case BORDA -> counted(value, "point");
            case INSTANT_RUNOFF -> counted(value, "vote") + " in its last round";
            case SCHULZE -> "beats " + counted(value, "other");
        };
    }

    private static String counted(double value, String noun) {
        return Explanation.number(value) + " " + noun + (value == 1 ? "" : "s");
    }
}

package dev.lectern.ballot;

import dev.lectern.ballot.count.Count;
import dev.lectern.ballot.count.Explanation;
import dev.lectern.ballot.count.Method;
import dev.lectern.ballot.count.Outcome;
import dev.lectern.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One number of each alternative by which a result can be drawn.
 *
 * @param values in the result's order, the winner first
 */
record Measure(Method method, Map<String, Double> values) {
    private static final Texts TEXTS = Texts.of(Measure.class);

    static Measure of(Outcome outcome) {
        return switch (outcome.method()) {
            case APPROVAL, PLURALITY, SCORE, BORDA -> sums(outcome);
            case STAR -> of(outcome, ((Count.Star) outcome.count()).scores()::get);
            case INSTANT_RUNOFF -> of(outcome, id -> lastRound(outcome, id));
            case SCHULZE -> of(outcome, id -> beaten(outcome, id));
        };
    }

    private static Measure sums(Outcome outcome) {
        return of(outcome, ((Count.Totals) outcome.count()).totals()::get);
    }

    private static Measure of(Outcome outcome, ToDoubleFunction<String> value) {
        Map<String, Double> values = new LinkedHashMap<>();
        outcome.order().forEach(id -> values.put(id, value.applyAsDouble(id)));
        return new Measure(outcome.method(), values);
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

    /** Says what the numbers are. */
    String title() {
        return TEXTS.say(
                "measure.title." + method.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** What the numbers count, in a word. */
    String unit() {
        return switch (method) {
            case APPROVAL -> TEXTS.say("measure.unit.approvals");
            case PLURALITY, INSTANT_RUNOFF -> TEXTS.say("measure.unit.votes");
            case SCORE, STAR -> TEXTS.say("measure.unit.stars");
            case BORDA -> TEXTS.say("measure.unit.points");
            case SCHULZE -> TEXTS.say("measure.unit.beaten");
        };
    }

    /** An alternative's number in words, such as {@code 3 approvals}. */
    String said(String id) {
        double value = values.getOrDefault(id, 0.0);
        String number = Explanation.number(value);
        return switch (method) {
            case APPROVAL -> TEXTS.say("measure.said.approvals", "number", number, "count", value);
            case PLURALITY -> TEXTS.say("measure.said.votes", "number", number, "count", value);
            case SCORE, STAR -> TEXTS.say("measure.said.stars", "number", number, "count", value);
            case BORDA -> TEXTS.say("measure.said.points", "number", number, "count", value);
            case INSTANT_RUNOFF -> TEXTS.say("measure.said.last-round", "number", number, "count", value);
            case SCHULZE -> TEXTS.say("measure.said.beaten", "number", number, "count", value);
        };
    }
}

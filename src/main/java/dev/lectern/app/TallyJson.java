package dev.lectern.app;

import dev.lectern.ballot.count.Count;
import dev.lectern.ballot.count.Outcome;
import dev.lectern.ballot.count.Recount;
import dev.lectern.redis.Json;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A count as JSON. The rounds are
 *
 * <ul>
 *   <li>of approval, plurality, score and Borda: one, with {@code totals} by alternative and how many voted {@code blank},
 *       those among them whose ballots tell this method nothing;
 *   <li>of STAR: {@code stars} by alternative; then {@code votes} of the two finalists and how many found them {@code
 *       equal};
 *   <li>of an instant runoff: for each the {@code round}, {@code votes} by alternative, {@code exhausted}, {@code
 *       eliminated}, {@code by} what (votes, own_rule, nomination, lot), and who was {@code tied};
 *   <li>of Schulze: one, with {@code alternatives}, and two matrices in their order, {@code preferring} and {@code paths}.
 * </ul>
 */
final class TallyJson {
    private final Recount recount;
    private final Outcome outcome;

    TallyJson(Recount recount, Outcome outcome) {
        this.recount = recount;
        this.outcome = outcome;
    }

    String write() {
        ObjectNode root = Json.MAPPER
                .createObjectNode()
                .put("method", outcome.method().word())
                .put("winner", recount.name(outcome.winner()));
        ArrayNode ranking = root.putArray("ranking");
        outcome.ranking().forEach(group -> add(ranking.addArray(), group));
        rounds(root.putArray("rounds"));
        return Json.write(root);
    }

    private void rounds(ArrayNode rounds) {
        if (outcome.count() instanceof Count.Totals totals) {
            ObjectNode round = rounds.addObject();
            amounts(round.putObject("totals"), totals.totals());
            round.put("blank", recount.blank(outcome.method()));
        } else if (outcome.count() instanceof Count.Star star) {
            amounts(rounds.addObject().putObject("stars"), star.scores());
            star.runoff().ifPresent(runoff -> runoff(rounds.addObject(), runoff));
        } else if (outcome.count() instanceof Count.Rounds several) {
            several.rounds().forEach(round -> round(rounds.addObject(), round));
        } else if (outcome.count() instanceof Count.Beatpaths paths) {
            ObjectNode round = rounds.addObject();
            add(round.putArray("alternatives"), paths.alternatives());
            matrix(round.putArray("preferring"), paths.preferring());
            matrix(round.putArray("paths"), paths.paths());
        }
    }

    private void runoff(ObjectNode json, Count.Runoff runoff) {
        json.putObject("votes")
                .put(recount.name(runoff.winner()), runoff.preferWinner())
                .put(recount.name(runoff.other()), runoff.preferOther());
        json.put("equal", runoff.equal());
    }

    private void round(ObjectNode json, Count.Round round) {
        json.put("round", round.number());
        amounts(json.putObject("votes"), round.votes());
        json.put("exhausted", round.exhausted())
                .put("eliminated", recount.name(round.eliminated()))
                .put("by", round.by().name().toLowerCase(Locale.ROOT));
        if (round.tied().size() > 1) {
            add(json.putArray("tied"), round.tied());
        }
    }

    private void amounts(ObjectNode json, Map<String, ? extends Number> amounts) {
        amounts.forEach((id, amount) -> {
            double value = amount.doubleValue();
            if (value == Math.rint(value)) {
                json.put(recount.name(id), (long) value);
            } else {
                json.put(recount.name(id), value);
            }
        });
    }

    private void add(ArrayNode array, Collection<String> ids) {
        ids.forEach(id -> array.add(recount.name(id)));
    }

    private static void matrix(ArrayNode array, List<List<Integer>> matrix) {
        for (List<Integer> row : matrix) {
            ArrayNode numbers = array.addArray();
            row.forEach(numbers::add);
        }
    }
}

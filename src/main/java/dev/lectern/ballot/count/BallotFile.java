package dev.lectern.ballot.count;

import dev.lectern.redis.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A ballot as Lectern exports it, so that anybody can count it again: JSON of the format {@value #FORMAT}, version
 * {@value #VERSION}. Anonymous: it tells neither who voted nor when nor in which order. Immutable; what does not hold
 * together throws IllegalArgumentException.
 *
 * <pre>{@code
 * {"format": "lectern-ballot", "version": 1, "title": "...", "method": "schulze", "seed": "...",
 *  "alternatives": [{"id": "...", "title": "...", "nominated": "2026-05-01T08:00:00Z"}, ...],
 *  "ballots": [{"count": 3, "ranking": [["a"], ["b", "c"]]}, {"count": 1, "blank": true}, ...]}
 * }</pre>
 *
 * <p>Besides {@code ranking} (ranks, best first) a ballot is told by {@code approvals} (a list of ids), {@code choice} (an
 * id), {@code scores} (an object of ids and stars) or {@code blank}. The seed may be missing.
 *
 * @param title the question
 * @param seed of the lot
 * @param bundles votes for these alternatives that this method can count
 */
public record BallotFile(
        String title, Method method, Optional<String> seed, List<Nominated> alternatives, List<Bundle> bundles) {
    public static final String FORMAT = "lectern-ballot";
    public static final int VERSION = 1;

    /** @param at when it was nominated */
    public record Nominated(String id, String title, Instant at) {}

    public BallotFile {
        alternatives = List.copyOf(alternatives);
        bundles = List.copyOf(bundles);
        if (alternatives.stream()
                        .map(Nominated::id)
                        .collect(Collectors.toCollection(HashSet::new))
                        .size()
                < alternatives.size()) {
            throw new IllegalArgumentException("an alternative is given twice");
        }
        for (Bundle bundle : bundles) {
            if (!bundle.vote().is(method.asks())) {
                throw new IllegalArgumentException(method.label() + " cannot count " + bundle.vote());
            }
        }
        new Profile(order(alternatives), bundles);
    }

    private static Alternatives order(List<Nominated> alternatives) {
        return Alternatives.byMoment(alternatives.stream().collect(Collectors.toMap(Nominated::id, Nominated::at)));
    }

    public Profile profile() {
        return new Profile(order(alternatives), bundles);
    }

    /** What the ballot came to; without a seed the lot is drawn by the empty one. */
    public Outcome count() {
        return method.count(profile(), seed.orElse(""));
    }

    /** Each alternative's title by its id. */
    public Map<String, String> titles() {
        return alternatives.stream().collect(Collectors.toMap(Nominated::id, Nominated::title));
    }

    /** The whole file: an alternative and a bundle a line, the same whatever order the votes came in. */
    public String write() {
        ObjectNode head = Json.MAPPER
                .createObjectNode()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("title", title)
                .put("method", method.word());
        seed.ifPresent(told -> head.put("seed", told));
        String opening = Json.write(head);
        return opening.substring(0, opening.length() - 1) + ",\n\"alternatives\":[\n"
                + String.join(",\n", alternatives.stream().map(BallotFile::line).toList())
                + "\n],\n\"ballots\":[\n" + String.join(",\n", lines(bundles)) + "\n]}\n";
    }

    private static String line(Nominated alternative) {
        return Json.write(Json.MAPPER
                .createObjectNode()
                .put("id", alternative.id())
                .put("title", alternative.title())
                .put("nominated", alternative.at().toString()));
    }

    private static List<String> lines(List<Bundle> bundles) {
        Map<String, Integer> counts = new TreeMap<>();
        bundles.forEach(bundle -> counts.merge(Json.write(json(bundle.vote())), bundle.count(), Integer::sum));
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        return sorted.stream()
                .map(bundle -> "{\"count\":" + bundle.getValue() + ","
                        + bundle.getKey().substring(1))
                .toList();
    }

    private static ObjectNode json(Preference vote) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        if (vote instanceof Preference.Approvals approvals) {
            add(json.putArray("approvals"), approvals.named());
        } else if (vote instanceof Preference.Choice choice) {
            json.put("choice", choice.alternative());
        } else if (vote instanceof Preference.Scores scores) {
            ObjectNode stars = json.putObject("scores");
            new TreeMap<>(scores.stars()).forEach(stars::put);
        } else if (vote instanceof Preference.Ranking ranking) {
            ArrayNode ranks = json.putArray("ranking");
            ranking.ranks().forEach(rank -> add(ranks.addArray(), rank));
        } else {
            json.put("blank", true);
        }
        return json;
    }

    private static void add(ArrayNode array, Set<String> ids) {
        ids.stream().sorted(Comparator.naturalOrder()).forEach(array::add);
    }
}

package dev.lectern.ballot;

import dev.lectern.paper.PaperId;
import dev.lectern.redis.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * How a vote stands in Redis: {@code ["2601.00001"]} for approvals, as the first Lectern wrote them and the script that
 * counts taps reads them; {@code {"scores":{…}}}, {@code {"ranks":[[…],…]}} or {@code {"abstains":true}} for the others.
 */
final class KeptVote {
    /** Of whoever takes everything back. */
    static final String NONE = "[]";

    private static final String SCORES = "scores";
    private static final String RANKS = "ranks";
    private static final String ABSTAINS = "abstains";
    private static final TypeReference<LinkedHashSet<PaperId>> PAPERS = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<PaperId, Integer>> BY_PAPER = new TypeReference<>() {};
    private static final TypeReference<List<Set<PaperId>>> PLACES = new TypeReference<>() {};

    private KeptVote() {}

    static String write(Vote vote) {
        if (vote.isEmpty()) {
            return NONE;
        }
        if (vote instanceof Vote.Scores scores) {
            return Json.write(Map.of(SCORES, scores.scores()));
        }
        if (vote instanceof Vote.Ranks ranks) {
            return Json.write(Map.of(RANKS, ranks.places()));
        }
        return vote instanceof Vote.Abstains ? Json.write(Map.of(ABSTAINS, true)) : Json.write(vote.papers());
    }

    /** @throws JacksonException or IllegalArgumentException for what no Lectern wrote */
    static Vote read(String json) {
        JsonNode node = Json.MAPPER.readTree(json);
        if (node.has(SCORES)) {
            return new Vote.Scores(Json.MAPPER.convertValue(node.get(SCORES), BY_PAPER));
        }
        if (node.has(RANKS)) {
            return new Vote.Ranks(Json.MAPPER.convertValue(node.get(RANKS), PLACES));
        }
        return node.has(ABSTAINS) ? new Vote.Abstains() : new Vote.Approves(Json.MAPPER.convertValue(node, PAPERS));
    }
}

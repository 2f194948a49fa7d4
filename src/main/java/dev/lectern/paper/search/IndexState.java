package dev.lectern.paper.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Of what an index was made.
 *
 * @param origin which data
 * @param upTo the number of the last change in it
 * @param kind how it was made: what is of another kind must be built anew
 */
record IndexState(String origin, long upTo, String kind) {

    Map<String, String> toCommit() {
        return Map.of("origin", origin, "up-to", Long.toString(upTo), "kind", kind);
    }

    static Optional<IndexState> ofCommit(Iterable<Map.Entry<String, String>> data) {
        Map<String, String> values = new HashMap<>();
        data.forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        String number = values.getOrDefault("up-to", "");
        return number.matches("\\d{1,18}")
                ? Optional.of(new IndexState(
                        values.getOrDefault("origin", ""), Long.parseLong(number), values.getOrDefault("kind", "")))
                : Optional.empty();
    }

    /** Whether an index of this can be brought up to date without building it anew. */
    boolean leadsTo(String origin, long lastChange, String kind) {
        return this.origin.equals(origin) && upTo <= lastChange && this.kind.equals(kind);
    }
}

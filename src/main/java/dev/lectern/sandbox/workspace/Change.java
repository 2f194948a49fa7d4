package dev.lectern.sandbox.workspace;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One value put under a key of a collection, or taken away from it. */
public record Change(String collection, String key, Optional<JsonNode> value) {

    public static Change put(String collection, String key, JsonNode value) {
        return new Change(collection, key, Optional.of(value));
    }

    public static Change remove(String collection, String key) {
        return new Change(collection, key, Optional.empty());
    }
}

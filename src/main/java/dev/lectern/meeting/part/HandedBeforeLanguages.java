package dev.lectern.meeting.part;

import dev.lectern.work.Shape;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Until Lectern 0.1 every part was written with its English name and prompt, and the second half of a paper was a second
 * presenter by another name.
 */
final class HandedBeforeLanguages implements Shape.Upgrade {
    private static final String SECOND_PRESENTER = "presenter-2";
    private static final String NAMED = "Second half";
    private static final String OWN = "own-";

    @Override
    public JsonNode apply(Integer version, JsonNode value) {
        ObjectNode handed = (ObjectNode) value.deepCopy();
        boolean halves = false;
        for (JsonNode given : handed.path("given")) {
            ObjectNode part = (ObjectNode) given.get("part");
            boolean half = part.path("id").asString("").equals(SECOND_PRESENTER)
                    && part.path("name").asString("").equals(NAMED);
            if (half) {
                part.put("id", Part.SECOND_HALF);
                halves = true;
            }
            if (!part.path("id").asString("").startsWith(OWN)) {
                part.remove(Set.of("name", "prompt"));
            }
        }
        if (halves) {
            handed.path("offers").forEach(offer -> rename(offer, "mine", "theirs"));
            handed.path("trace").forEach(event -> rename(event, "part"));
        }
        return handed;
    }

    private static void rename(JsonNode node, String... fields) {
        for (String field : fields) {
            if (node.path(field).asString("").equals(SECOND_PRESENTER)) {
                ((ObjectNode) node).put(field, Part.SECOND_HALF);
            }
        }
    }
}

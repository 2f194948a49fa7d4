package dev.lectern.sandbox.workspace;

import dev.lectern.sandbox.blocks.Element;
import dev.lectern.sandbox.blocks.Suggestions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the app offered to each person in its selects of external data: nothing else can be chosen there. Slack's own
 * client keeps these, so they end with the process. Any thread may use it.
 */
public final class Offers {
    private static final int MOST_FIELDS = 1_000;
    private static final int MOST_OPTIONS = 1_000;

    /** @param place a view's id, or a message's channel and {@code ts} */
    private record Field(String person, String place, String blockId, String actionId) {
        static Field of(String person, String place, Element element) {
            return new Field(person, place, element.blockId(), element.actionId());
        }
    }

    private final Map<Field, Map<String, JsonNode>> offered = new LinkedHashMap<>();

    public synchronized void offer(Person person, String place, Element element, List<JsonNode> options) {
        Map<String, JsonNode> known =
                offered.computeIfAbsent(Field.of(person.id(), place, element), field -> new LinkedHashMap<>());
        options.forEach(option -> putLast(known, option.path("value").asString(), option, MOST_OPTIONS));
        if (offered.size() > MOST_FIELDS) {
            offered.remove(offered.keySet().iterator().next());
        }
    }

    private static void putLast(Map<String, JsonNode> known, String value, JsonNode option, int most) {
        known.remove(value);
        known.put(value, option.deepCopy());
        if (known.size() > most) {
            known.remove(known.keySet().iterator().next());
        }
    }

    /** The element with what this person can choose in it; {@code values} is what the place holds so far. */
    public synchronized Element completed(Person person, String place, Element element, JsonNode values) {
        if (!Suggestions.areAskedFor(element)) {
            return element;
        }
        Map<String, JsonNode> known = offered.getOrDefault(Field.of(person.id(), place, element), Map.of());
        return Suggestions.offering(
                element,
                List.copyOf(known.values()),
                values.path(element.blockId()).path(element.actionId()));
    }
}

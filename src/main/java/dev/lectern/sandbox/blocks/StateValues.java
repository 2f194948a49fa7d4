package dev.lectern.sandbox.blocks;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What all elements of a message or view hold: block id, then action id, then {@link ElementValue}. */
public final class StateValues {
    private StateValues() {}

    /** What the elements hold before anybody touched them. */
    public static ObjectNode initial(JsonNode blocks) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        Element.in(blocks).stream()
                .filter(ElementValue::isKeptBy)
                .forEach(element -> put(values, element, ElementValue.initial(element)));
        return values;
    }

    /** The initial values, overlaid with what was entered before in elements that are still the same. */
    public static ObjectNode carriedOver(JsonNode blocks, JsonNode before) {
        ObjectNode values = initial(blocks);
        for (Element element : Element.in(blocks)) {
            JsonNode held = before.path(element.blockId()).path(element.actionId());
            if (ElementValue.isKeptBy(element) && held.path("type").asString("").equals(element.type())) {
                put(values, element, held.deepCopy());
            }
        }
        return values;
    }

    public static void put(ObjectNode values, Element element, JsonNode state) {
        values.withObjectProperty(element.blockId()).set(element.actionId(), state);
    }
}

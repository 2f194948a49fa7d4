package dev.lectern.sandbox.blocks;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An interactive element and the block that it stands in. */
public record Element(JsonNode block, JsonNode definition) {

    public String type() {
        return definition.path("type").asString("");
    }

    public String actionId() {
        return definition.path("action_id").asString("");
    }

    public String blockId() {
        return block.path("block_id").asString("");
    }

    public String value() {
        return definition.path("value").asString("");
    }

    public boolean isInput() {
        return block.path("type").asString("").equals("input");
    }

    public boolean isRequired() {
        return isInput() && !block.path("optional").asBoolean(false);
    }

    /** Whether using the element is told to the app at once, and not only with the view's submission. */
    public boolean isDispatched() {
        return !isInput() || block.path("dispatch_action").asBoolean(false);
    }

    /** All interactive elements of these blocks, in reading order, those on cards too. */
    public static List<Element> in(JsonNode blocks) {
        List<Element> elements = new ArrayList<>();
        for (JsonNode block : blocks.values()) {
            collect(block, elements);
        }
        return elements;
    }

    private static void collect(JsonNode block, List<Element> elements) {
        switch (block.path("type").asString("")) {
            case "section" -> add(block, block.path("accessory"), elements);
            case "input" -> add(block, block.path("element"), elements);
            case "actions" -> block.path("elements").values().forEach(element -> add(block, element, elements));
            case "card" -> block.path("actions").values().forEach(button -> add(block, button, elements));
            case "carousel" -> block.path("elements").values().forEach(card -> collect(card, elements));
            default -> {}
        }
    }

    private static void add(JsonNode block, JsonNode definition, List<Element> elements) {
        String type = definition.path("type").asString("");
        if (!type.isEmpty() && !type.equals("image")) {
            elements.add(new Element(block, definition));
        }
    }
}

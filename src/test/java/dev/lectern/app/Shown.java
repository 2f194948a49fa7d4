package dev.lectern.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Something with blocks that people look at: a message, a modal, Home. */
interface Shown {
    JsonNode json();

    /** A button as it is shown. */
    record Button(String actionId, String value, String label) {}

    default List<JsonNode> blocks() {
        return json().path("blocks").valueStream().toList();
    }

    default List<JsonNode> blocks(String type) {
        return blocks().stream()
                .filter(block -> block.path("type").asString().equals(type))
                .toList();
    }

    /** The cards of the carousels. */
    default List<JsonNode> cards() {
        return blocks("carousel").stream()
                .flatMap(carousel -> carousel.path("elements").valueStream())
                .toList();
    }

    default List<Button> buttons() {
        List<Button> buttons = new ArrayList<>();
        blocks().forEach(block -> collectButtons(block, buttons));
        return buttons;
    }

    private static void collectButtons(JsonNode node, List<Button> buttons) {
        if (node.path("type").asString("").equals("button")) {
            buttons.add(new Button(
                    node.path("action_id").asString(),
                    node.path("value").asString(""),
                    node.path("text").path("text").asString()));
        }
        node.valueStream().forEach(child -> collectButtons(child, buttons));
    }

    /** The buttons of this name, in whatever version and with whatever arguments. */
    default List<Button> buttons(String name) {
        return buttons().stream()
                .filter(button -> button.actionId().startsWith(name + "/"))
                .toList();
    }

    /** The values of the buttons of this name: papers, mostly. */
    default List<String> values(String button) {
        return buttons(button).stream().map(Button::value).distinct().toList();
    }

    default Button button(String name) {
        List<Button> found = buttons(name);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " buttons " + name + " in " + json());
        }
        return found.get(0);
    }

    default Button button(String name, String value) {
        return buttons(name).stream()
                .filter(button -> button.value().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + name + " with " + value + " in " + json()));
    }

    default boolean offers(String name, String value) {
        return buttons(name).stream().anyMatch(button -> button.value().equals(value));
    }

    /** The block that has the button of this name and value. */
    default JsonNode blockOf(String name, String value) {
        return blocks().stream()
                .filter(block -> {
                    List<Button> buttons = new ArrayList<>();
                    collectButtons(block, buttons);
                    return buttons.stream()
                            .anyMatch(button -> button.actionId().startsWith(name + "/")
                                    && button.value().equals(value));
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError("no block with " + name + " and " + value + " in " + json()));
    }

    /** Every text in the blocks that is mrkdwn, where markup would take effect. */
    default List<String> markup() {
        List<String> texts = new ArrayList<>();
        blocks().forEach(block -> collectMarkup(block, texts));
        return texts;
    }

    private static void collectMarkup(JsonNode node, List<String> texts) {
        if (node.path("type").asString("").equals("mrkdwn")) {
            texts.add(node.path("text").asString());
        }
        node.valueStream().forEach(child -> collectMarkup(child, texts));
    }

    /** All that can be read in the blocks, in their order. */
    default String read() {
        List<String> texts = new ArrayList<>();
        blocks().forEach(block -> collectTexts(block, texts));
        return String.join("\n", texts);
    }

    private static void collectTexts(JsonNode node, List<String> texts) {
        node.properties().forEach(property -> {
            if (property.getKey().equals("text") && property.getValue().isString()) {
                texts.add(property.getValue().asString());
            } else {
                collectTexts(property.getValue(), texts);
            }
        });
        if (node.isArray()) {
            node.valueStream().forEach(child -> collectTexts(child, texts));
        }
    }

    /** The titles in the blocks, as links {@code <url|title>} show them. */
    static Optional<String> linked(String mrkdwn) {
        return Stream.of(mrkdwn.split("<", -1))
                .filter(part -> part.startsWith("http") && part.contains("|") && part.contains(">"))
                .map(part -> part.substring(part.indexOf('|') + 1, part.indexOf('>')))
                .findFirst();
    }
}

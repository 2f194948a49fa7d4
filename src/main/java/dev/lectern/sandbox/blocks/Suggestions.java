package dev.lectern.sandbox.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an app offers while a person types into a select of external data
 * (docs.slack.dev/reference/interaction-payloads/block_suggestion-payload).
 */
public final class Suggestions {
    private static final String EXTERNAL = "external_select";
    /** What Slack waits for where the element does not say. */
    private static final int FEWEST_CHARACTERS = 3;

    private Suggestions() {}

    public static boolean areAskedFor(Element element) {
        return element.type().equals(EXTERNAL);
    }

    /** From how many characters on Slack asks the app. */
    public static int fewestCharacters(Element element) {
        return element.definition().path("min_query_length").asInt(FEWEST_CHARACTERS);
    }

    /** What is wrong with an app's answer, in Slack's words; empty when nothing is. */
    public static List<String> problems(JsonNode answer) {
        List<String> problems = new ArrayList<>();
        OptionRules.suggested(new Spot(answer, "", problems));
        return List.copyOf(problems);
    }

    /** All options of a valid answer, those in groups too. */
    public static List<JsonNode> options(JsonNode answer) {
        return OptionRules.all(answer);
    }

    /** The element as the person sees it: with these options to choose from, and what it holds already. */
    public static Element offering(Element element, List<JsonNode> options, JsonNode held) {
        ObjectNode definition = (ObjectNode) element.definition().deepCopy();
        List<JsonNode> all = new ArrayList<>(options);
        Optional.of(held.path("selected_option")).filter(JsonNode::isObject).ifPresent(all::add);
        Optional.of(definition.path("initial_option"))
                .filter(JsonNode::isObject)
                .ifPresent(all::add);
        definition.putArray("options").addAll(all);
        return new Element(element.block(), definition);
    }
}

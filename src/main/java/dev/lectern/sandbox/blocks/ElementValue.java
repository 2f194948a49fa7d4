package dev.lectern.sandbox.blocks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The value of one element as Slack puts it under {@code state.values.{block_id}.{action_id}}
 * (docs.slack.dev/reference/interaction-payloads). Buttons and overflow menus have none.
 */
public final class ElementValue {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A chosen value that the element cannot have; the message is a sentence for the person. */
    public static final class Impossible extends RuntimeException {
        Impossible(String sentence) {
            super(sentence);
        }
    }

    private ElementValue() {}

    public static boolean isKeptBy(Element element) {
        return !element.type().equals("button") && !element.type().equals("overflow");
    }

    /** The field that holds what was chosen in an element of this type, such as {@code selected_option}. */
    public static String field(String type) {
        return switch (type) {
            case "static_select", "external_select", "radio_buttons", "overflow" -> "selected_option";
            case "multi_static_select", "checkboxes" -> "selected_options";
            case "users_select" -> "selected_user";
            case "multi_users_select" -> "selected_users";
            case "conversations_select" -> "selected_conversation";
            case "multi_conversations_select" -> "selected_conversations";
            case "datepicker" -> "selected_date";
            case "timepicker" -> "selected_time";
            default -> "value";
        };
    }

    /** What the element holds before anybody touched it. */
    public static ObjectNode initial(Element element) {
        JsonNode given = element.definition().path(initialField(element.type()));
        JsonNode value = given.isMissingNode() ? nothing(element.type()) : given.deepCopy();
        return state(element.type(), value);
    }

    /**
     * What the element holds once this was chosen: either in Slack's own form (an object with the element's type), or
     * simply the text, option value, user, date, time, or a list of those.
     *
     * @throws Impossible when the element cannot have that value
     */
    public static ObjectNode chosen(Element element, JsonNode choice) {
        JsonNode plain = choice.isObject() ? unwrapped(element, choice) : choice;
        return state(element.type(), isNothing(plain) ? nothing(element.type()) : value(element, plain));
    }

    public static boolean isEmpty(String type, JsonNode state) {
        return isNothing(state.path(field(type)));
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isString() && value.asString().isEmpty())
                || (value.isArray() && value.isEmpty());
    }

    private static ObjectNode state(String type, JsonNode value) {
        return JSON.objectNode().put("type", type).set(field(type), value);
    }

    private static JsonNode nothing(String type) {
        return field(type).equals("selected_options") || type.startsWith("multi_") ? JSON.arrayNode() : JSON.nullNode();
    }

    private static String initialField(String type) {
        return switch (type) {
            case "plain_text_input" -> "initial_value";
            default -> field(type).replace("selected_", "initial_");
        };
    }

    private static JsonNode unwrapped(Element element, JsonNode choice) {
        if (choice.has(field(element.type()))) {
            return choice.path(field(element.type()));
        }
        if (choice.has("value") && choice.has("text")) {
            return choice;
        }
        throw new Impossible("The " + element.type() + " " + element.actionId() + " takes a " + field(element.type())
                + ", or simply its value.");
    }

    private static JsonNode value(Element element, JsonNode choice) {
        return switch (element.type()) {
            case "static_select", "external_select", "radio_buttons", "overflow" -> option(element, choice);
            case "multi_static_select", "checkboxes" -> options(element, choice);
            case "multi_users_select", "multi_conversations_select" -> strings(element, choice);
            case "datepicker" -> date(choice);
            case "timepicker" -> time(choice);
            case "plain_text_input" -> text(element, choice);
            default -> string(element, choice);
        };
    }

    private static JsonNode option(Element element, JsonNode choice) {
        String value = choice.isObject()
                ? choice.path("value").asString("")
                : string(element, choice).asString();
        return OptionRules.all(element.definition()).stream()
                .filter(option -> option.path("value").asString("").equals(value))
                .findFirst()
                .map(JsonNode::deepCopy)
                .orElseThrow(() -> new Impossible("The " + element.type() + " " + element.actionId()
                        + " has no option with the value " + value + "."));
    }

    private static ArrayNode options(Element element, JsonNode choices) {
        ArrayNode chosen = JSON.arrayNode();
        list(choices).forEach(choice -> chosen.add(option(element, choice)));
        return limited(element, chosen);
    }

    private static ArrayNode strings(Element element, JsonNode choices) {
        ArrayNode chosen = JSON.arrayNode();
        list(choices).forEach(choice -> chosen.add(string(element, choice)));
        return limited(element, chosen);
    }

    private static ArrayNode limited(Element element, ArrayNode chosen) {
        int most = element.definition().path("max_selected_items").asInt(Integer.MAX_VALUE);
        if (chosen.size() > most) {
            throw new Impossible("The " + element.type() + " " + element.actionId() + " takes " + most
                    + " choices at most, not " + chosen.size() + ".");
        }
        return chosen;
    }

    private static List<JsonNode> list(JsonNode choices) {
        return choices.isArray() ? new ArrayList<>(choices.values()) : List.of(choices);
    }

    private static JsonNode string(Element element, JsonNode choice) {
        if (!choice.isString()) {
            throw new Impossible(
                    "The " + element.type() + " " + element.actionId() + " takes a text, not " + choice + ".");
        }
        return choice;
    }

    private static JsonNode text(Element element, JsonNode choice) {
        String text = string(element, choice).asString();
        int fewest = element.definition().path("min_length").asInt(0);
        int most = element.definition().path("max_length").asInt(3000);
        if (text.length() < fewest || text.length() > most) {
            throw new Impossible("The text of " + element.actionId() + " has " + text.length()
                    + " characters; it may have " + fewest + " to " + most + ".");
        }
        return choice;
    }

    private static JsonNode date(JsonNode choice) {
        try {
            return JSON.stringNode(LocalDate.parse(choice.asString("")).toString());
        } catch (DateTimeException malformed) {
            throw new Impossible("A date looks like 2026-03-30, not " + choice + ".");
        }
    }

    private static JsonNode time(JsonNode choice) {
        if (!ElementRules.TIME.matcher(choice.asString("")).matches()) {
            throw new Impossible("A time looks like 09:30, not " + choice + ".");
        }
        return choice;
    }
}

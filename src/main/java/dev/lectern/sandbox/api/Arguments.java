package dev.lectern.sandbox.api;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A call's arguments, from a form or a JSON body. What is empty counts as not given, as it does at Slack. */
public final class Arguments {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> SECRET =
            Set.of("token", "client_secret", "code", "code_verifier", "refresh_token");

    private final Map<String, JsonNode> values;

    public Arguments(Map<String, JsonNode> values) {
        this.values = Map.copyOf(values);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name))
                .map(value -> value.asString(""))
                .filter(value -> !value.isEmpty());
    }

    public String required(String name) {
        return text(name).orElseThrow(() -> Refused.missingArgument(name));
    }

    /**
     * An argument that is JSON, given as such or as a string that holds it.
     *
     * @throws Refused with the given error when the string is not JSON
     */
    public Optional<JsonNode> json(String name, String errorIfMalformed) {
        JsonNode value = values.get(name);
        if (value == null
                || value.isNull()
                || (value.isString() && value.asString().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(value.isString() ? parsed(value.asString(), errorIfMalformed) : value);
    }

    public boolean flag(String name) {
        return text(name)
                .map(value -> value.equals("true") || value.equals("1"))
                .orElse(false);
    }

    /** A whole number within these bounds; what is over {@code most} counts as {@code most}. */
    public int number(String name, int otherwise, int most) {
        String given = text(name).orElse(Integer.toString(otherwise));
        if (!given.matches("\\d{1,9}") || Integer.parseInt(given) < 1) {
            throw new Refused("invalid_arguments", java.util.List.of("[ERROR] must be a whole number over 0: " + name));
        }
        return Math.min(Integer.parseInt(given), most);
    }

    /** All arguments but what is secret, JSON in strings unfolded: for the list of calls. */
    ObjectNode toLog() {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        values.forEach((name, value) -> {
            if (!SECRET.contains(name)) {
                log.set(name, unfolded(value));
            }
        });
        return log;
    }

    private static JsonNode unfolded(JsonNode value) {
        String text = value.asString("");
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return value;
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException plainText) {
            return value;
        }
    }

    private static JsonNode parsed(String text, String errorIfMalformed) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException malformed) {
            throw new Refused(errorIfMalformed);
        }
    }
}

package dev.lectern.sandbox.page;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object that a request of the page carries. */
public record Body(JsonNode json) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws WrongRequest when the text is no JSON object */
    public static Body parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (!json.isObject()) {
                throw WrongRequest.bad("Send a JSON object as the body.");
            }
            return new Body(json);
        } catch (JacksonException malformed) {
            throw WrongRequest.bad("The body is not valid JSON: send a JSON object.");
        }
    }

    public Optional<String> text(String name) {
        return json.path(name).asStringOpt().filter(text -> !text.isEmpty());
    }

    public String required(String name) {
        return text(name).orElseThrow(() -> WrongRequest.bad("The body lacks \"" + name + "\": say which one."));
    }

    public Optional<JsonNode> value(String name) {
        return json.hasNonNull(name) ? Optional.of(json.path(name)) : Optional.empty();
    }
}

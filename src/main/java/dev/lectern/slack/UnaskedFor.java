package dev.lectern.slack;

import dev.lectern.redis.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Tells what Slack may well send, though nobody here asked for it, from what is none of Slack's. */
final class UnaskedFor {
    private static final Logger log = LoggerFactory.getLogger(UnaskedFor.class);
    private static final String PAYLOAD = "payload=";

    private UnaskedFor() {}

    /** Whether it is a payload of a kind, be it one that came up after this Lectern. */
    static boolean is(String body) {
        Optional<String> type = json(body)
                .map(payload -> payload.path("type"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
        if (type.filter("app_rate_limited"::equals).isPresent()) {
            log.warn("Slack holds back events: more than 30,000 came within an hour");
        }
        return type.isPresent();
    }

    private static Optional<JsonNode> json(String body) {
        try {
            String text = body.startsWith(PAYLOAD)
                    ? URLDecoder.decode(body.substring(PAYLOAD.length()), StandardCharsets.UTF_8)
                    : body;
            return Optional.of(Json.MAPPER.readTree(text));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

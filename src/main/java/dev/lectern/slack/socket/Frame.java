package dev.lectern.slack.socket;

import dev.lectern.redis.Json;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What Slack sends over a socket.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/using-socket-mode">Slack: using Socket Mode</a>
 */
sealed interface Frame {
    /** The socket is ready. */
    record Hello(int connections) implements Frame {}

    /**
     * A request, which is repeated over any socket until it is acknowledged or given up.
     *
     * @param id by which it is acknowledged; another one each time it is sent
     * @param takesAnswer whether the acknowledgement may carry an answer
     * @param payload JSON, as the same request has it over HTTP
     */
    record Envelope(String id, boolean takesAnswer, String payload) implements Frame {}

    /** The socket is about to be closed. */
    record Disconnect(String reason) implements Frame {
        boolean isSwitchedOff() {
            return reason.equals("link_disabled");
        }
    }

    /** Something newer than this Lectern, or for nobody. */
    record Other() implements Frame {}

    /** What carries an envelope; others may come one day. */
    Set<String> ENVELOPES = Set.of("events_api", "interactive", "slash_commands");

    static Frame read(String text) {
        JsonNode json = json(text).orElseGet(Json.MAPPER::createObjectNode);
        String type = json.path("type").asString("");
        if (type.equals("hello")) {
            return new Hello(json.path("num_connections").asInt(1));
        }
        if (type.equals("disconnect")) {
            return new Disconnect(json.path("reason").asString(""));
        }
        String id = json.path("envelope_id").asString("");
        return ENVELOPES.contains(type) && !id.isEmpty()
                ? new Envelope(
                        id,
                        json.path("accepts_response_payload").asBoolean(false),
                        json.path("payload").toString())
                : new Other();
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(Json.MAPPER.readTree(text));
        } catch (JacksonException e) {
            Logger log = LoggerFactory.getLogger(Frame.class);
            log.warn(
                    "Slack sent over a socket what cannot be read: {}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}

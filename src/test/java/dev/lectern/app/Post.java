package dev.lectern.app;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A message as it stands in a channel or a direct message. */
record Post(JsonNode json) implements Shown {

    String ts() {
        return json.path("ts").asString();
    }

    String channel() {
        return json.path("channel").asString();
    }

    String text() {
        return json.path("text").asString("");
    }

    /** The id by which Lectern knows the message; empty for what Lectern did not send. */
    String id() {
        return json.path("metadata").path("event_payload").path("id").asString("");
    }

    boolean isEphemeral() {
        return json.path("ephemeral").asBoolean(false);
    }

    boolean isFromBot() {
        return json.has("bot_id");
    }

    /** When it was posted, to the second. */
    Instant at() {
        return Instant.ofEpochSecond(Long.parseLong(ts().substring(0, ts().indexOf('.'))));
    }

    @Override
    public String toString() {
        return id() + " " + at() + ": " + text();
    }
}

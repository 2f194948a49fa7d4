package dev.lectern.app;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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

    /** What is shown below the message's links, each as if it were a message there. */
    List<Post> unfurls() {
        return json.path("attachments")
                .valueStream()
                .map(attachment -> new Post(
                        ((ObjectNode) attachment.deepCopy()).put("ts", ts()).put("channel", channel())))
                .toList();
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

package dev.lectern.work;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lectern.redis.Json;

/** A message that must come to be. Its id makes repeating harmless: one id, one message in Slack. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outgoing.Post.class, name = "post"),
    @JsonSubTypes.Type(value = Outgoing.Show.class, name = "show")
})
public sealed interface Outgoing {
    String id();

    /** A channel's id, or a member's for a direct message. */
    String to();

    /** As it stands in the outbox. */
    default String json() {
        return Json.MAPPER.writerFor(Outgoing.class).writeValueAsString(this);
    }

    /** Posted once, as it was when it was written: {@code message} is JSON that the delivery understands. */
    record Post(String id, String to, String message) implements Outgoing {}

    /**
     * A message that always shows the present state: posted the first time, redrawn in place later. What it shows
     * is drawn when it is sent, so that many wishes to redraw become one.
     */
    record Show(String id, String to, String drawing, String key) implements Outgoing {}
}

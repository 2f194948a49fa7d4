package dev.lectern.slack;

import dev.lectern.group.GroupId;
import dev.lectern.work.Delivery.Attempt;
import java.util.Map;
import java.util.Objects;

/**
 * What the metadata of a message says, so that it can be found in Slack should the answer get lost.
 *
 * @param id the message's id in its group's outbox: two groups may ask the same member for the same day
 * @param fence whose delivery it was
 */
record Mark(String id, GroupId group, long fence) {
    static final String METADATA_TYPE = "lectern_message";

    static Mark of(Attempt attempt) {
        return new Mark(attempt.message().id(), attempt.group(), attempt.hold().fence());
    }

    Map<String, Object> payload() {
        return Map.of("id", id, "group", group.toString(), "fence", fence);
    }

    /** Whether a message with this metadata is that message, whoever delivered it. */
    boolean isOn(Map<String, Object> payload) {
        return Objects.equals(id, payload.get("id")) && Objects.equals(group.toString(), payload.get("group"));
    }
}

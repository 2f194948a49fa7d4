package dev.lectern.slack.block;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a message carries unseen, so that a send whose outcome is unknown can be looked up before it is tried again. Not
 * a place for secrets: other apps in the channel may read it.
 *
 * @param eventType letters, digits, and {@code _ . -}, as {@code api.slack.com/reference/metadata} advises
 * @param eventPayload kept in the order of its keys, so that equal metadata are equal texts
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Metadata(String eventType, Map<String, String> eventPayload) {
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9_.-]+");

    public Metadata {
        if (!TYPE.matcher(eventType).matches()) {
            throw new IllegalArgumentException("not a metadata event type: " + eventType);
        }
        eventPayload = Collections.unmodifiableMap(new TreeMap<>(eventPayload));
    }
}

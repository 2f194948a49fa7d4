package dev.lectern.work;

import dev.lectern.redis.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * How values stand in Redis: {@code {"v":1,"value":…}}. Readers take every version up to their own; a value of a newer
 * one is not guessed at.
 */
public final class Stored {
    private static final int VERSION = 1;

    private Stored() {}

    record Envelope(int v, Object value) {}

    public static String write(Object value) {
        return Json.write(new Envelope(VERSION, value));
    }

    /** @throws UnreadableState when a newer Lectern wrote the value, or none, or what was written is damaged */
    public static <T> T read(String json, Class<T> type) {
        try {
            return understood(json, type);
        } catch (JacksonException e) {
            throw UnreadableState.corrupt(type.getSimpleName(), e);
        }
    }

    private static <T> T understood(String json, Class<T> type) {
        JsonNode envelope = Json.MAPPER.readTree(json);
        int version = envelope.path("v").asInt(0);
        if (version > VERSION) {
            throw new UnreadableState("a " + type.getSimpleName() + " was written by a newer Lectern (version "
                    + version + " of the data, this one knows " + VERSION + "): run that one");
        }
        if (!envelope.hasNonNull("value")) {
            throw new UnreadableState("no " + type.getSimpleName() + " of Lectern's stands there");
        }
        return Json.MAPPER.treeToValue(envelope.get("value"), type);
    }
}

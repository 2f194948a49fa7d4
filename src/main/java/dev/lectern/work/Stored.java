package dev.lectern.work;

import dev.lectern.redis.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * How values stand in Redis: {@code {"v":1,"value":…}}. The version is that of the value's {@link Shape}. Readers take
 * every version up to their own; a value of a newer one is not guessed at.
 */
public final class Stored {
    private static final int FIRST = 1;

    private Stored() {}

    record Envelope(int v, Object value) {}

    public static String write(Object value) {
        return Json.write(new Envelope(version(value.getClass()), value));
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
        int version = Math.max(FIRST, envelope.path("v").asInt(FIRST));
        if (version > version(type)) {
            throw new UnreadableState("a " + type.getSimpleName() + " was written by a newer Lectern (version "
                    + version + " of the data, this one knows " + version(type) + "): run that one");
        }
        if (!envelope.hasNonNull("value")) {
            throw new UnreadableState("no " + type.getSimpleName() + " of Lectern's stands there");
        }
        return Json.MAPPER.treeToValue(upgraded(envelope.get("value"), version, type), type);
    }

    private static int version(Class<?> type) {
        Shape shape = type.getAnnotation(Shape.class);
        return shape == null ? FIRST : shape.version();
    }

    private static JsonNode upgraded(JsonNode value, int version, Class<?> type) {
        Shape shape = type.getAnnotation(Shape.class);
        if (shape == null) {
            return value;
        }
        Shape.Upgrade upgrade = upgrade(shape);
        JsonNode now = value;
        for (int from = version; from < shape.version(); from++) {
            now = upgrade.apply(from, now);
        }
        return now;
    }

    private static Shape.Upgrade upgrade(Shape shape) {
        try {
            var constructor = shape.from().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "no way from older versions: " + shape.from().getName(), e);
        }
    }
}

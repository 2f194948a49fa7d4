package dev.lectern.redis;

import tools.jackson.databind.json.JsonMapper;

/** The one way values are written to Redis: Jackson, instants as ISO text. Shared by any number of threads. */
public final class Json {
    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** @throws tools.jackson.core.JacksonException when the text is no JSON, or no such value */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}

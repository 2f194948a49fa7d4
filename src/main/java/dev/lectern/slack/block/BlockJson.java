package dev.lectern.slack.block;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Slack's JSON: names in snake case, what is absent left out. The records say themselves how they are written, so that
 * a mapper elsewhere, an outbox's for instance, writes and reads them alike.
 */
public final class BlockJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Block>> BLOCKS = new TypeReference<>() {};

    private BlockJson() {}

    /** For the {@code blocks} argument. */
    public static String write(List<Block> blocks) {
        return JSON.writerFor(BLOCKS).writeValueAsString(blocks);
    }

    /** For the {@code options} of an answer to a {@code block_suggestion}. */
    public static String writeOptions(List<Option> options) {
        return JSON.writeValueAsString(options);
    }

    /** For the {@code view} argument. */
    public static String write(View view) {
        return JSON.writerFor(View.class).writeValueAsString(view);
    }

    /** For the {@code metadata} argument. */
    public static String write(Metadata metadata) {
        return JSON.writeValueAsString(metadata);
    }

    /** The whole message: {@code text}, {@code blocks}, {@code thread_ts}, {@code metadata}; to be kept and read again. */
    public static String write(Message message) {
        return JSON.writeValueAsString(message);
    }

    /** Reads what {@link #write(Message)} wrote; throws {@link tools.jackson.core.JacksonException} for anything else. */
    public static Message readMessage(String json) {
        return JSON.readValue(json, Message.class);
    }
}

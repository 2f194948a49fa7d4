package dev.lectern.sandbox.workspace;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A message about to be posted. {@code blocks} is a valid, possibly empty array; {@code to} makes it ephemeral. */
public record Draft(
        String channel,
        String user,
        String text,
        JsonNode blocks,
        Optional<String> username,
        Optional<String> threadTs,
        Optional<JsonNode> metadata,
        Optional<String> to) {

    /** What a person types. */
    public static Draft typed(String channel, String person, String text, Optional<String> threadTs) {
        return new Draft(
                channel,
                person,
                text,
                JsonNodeFactory.instance.arrayNode(),
                Optional.empty(),
                threadTs,
                Optional.empty(),
                Optional.empty());
    }

    /** What the app says to one person alone. */
    public static Draft whispered(
            String channel, String bot, String person, String text, JsonNode blocks, Optional<String> threadTs) {
        return new Draft(channel, bot, text, blocks, Optional.empty(), threadTs, Optional.empty(), Optional.of(person));
    }
}

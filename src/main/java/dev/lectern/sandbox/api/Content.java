package dev.lectern.sandbox.api;

import dev.lectern.sandbox.blocks.BlockRules;
import dev.lectern.sandbox.blocks.Surface;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a message says, read from a call's arguments and held to Slack's rules. */
record Content(String text, JsonNode blocks) {
    private static final int LONGEST_POST = 40_000;
    private static final int MOST_METADATA_BYTES = 16_384;

    static Content of(Arguments arguments) {
        return of(arguments, LONGEST_POST);
    }

    static Content of(Arguments arguments, int longestText) {
        if (arguments
                .json("attachments", "invalid_attachments")
                .filter(given -> !given.isEmpty())
                .isPresent()) {
            throw new Refused("invalid_attachments", List.of("[ERROR] the sandbox has no attachments: use blocks"));
        }
        String text = arguments.text("text").orElse("");
        JsonNode blocks =
                arguments.json("blocks", "invalid_blocks_format").orElseGet(JsonNodeFactory.instance::arrayNode);
        checkBlocks(blocks);
        if (text.isEmpty() && blocks.isEmpty()) {
            throw new Refused("no_text");
        }
        if (text.codePointCount(0, text.length()) > longestText) {
            throw new Refused("msg_too_long");
        }
        return new Content(text, blocks);
    }

    private static void checkBlocks(JsonNode blocks) {
        if (!blocks.isArray()) {
            throw new Refused("invalid_blocks_format");
        }
        List<String> problems = BlockRules.problems(blocks, Surface.MESSAGE, "/blocks");
        if (!problems.isEmpty()) {
            throw new Refused("invalid_blocks", problems);
        }
    }

    static Optional<JsonNode> metadata(Arguments arguments) {
        Optional<JsonNode> metadata = arguments.json("metadata", "invalid_metadata_format");
        metadata.ifPresent(Content::checkMetadata);
        return metadata;
    }

    private static void checkMetadata(JsonNode metadata) {
        boolean typed = metadata.path("event_type").isString()
                && !metadata.path("event_type").asString().isEmpty();
        if (!metadata.isObject() || !typed || !metadata.path("event_payload").isObject()) {
            throw new Refused("invalid_metadata_format");
        }
        if (metadata.toString().getBytes(StandardCharsets.UTF_8).length > MOST_METADATA_BYTES) {
            throw new Refused("metadata_too_large");
        }
    }
}

package dev.lectern.sandbox.workspace;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as it stands. {@code ts} is Slack's: seconds and microseconds of the sandbox clock, unique. A message with
 * {@code to} is ephemeral: only that person sees it. {@code attachments} are what the app shows below its links,
 * {@code files} those that came with it, as Slack tells of them.
 */
public record Message(
        String channel,
        String ts,
        String user,
        Optional<String> botId,
        Optional<String> username,
        String text,
        ArrayNode blocks,
        Optional<String> threadTs,
        Optional<String> editedTs,
        Optional<JsonNode> metadata,
        Optional<String> to,
        ArrayNode attachments,
        ArrayNode files) {

    public boolean isReply() {
        return threadTs.isPresent() && !threadTs.get().equals(ts);
    }

    public boolean isEphemeral() {
        return to.isPresent();
    }

    public Message edited(String newText, ArrayNode newBlocks, Optional<JsonNode> newMetadata, String editTs) {
        return new Message(
                channel,
                ts,
                user,
                botId,
                username,
                newText,
                newBlocks,
                threadTs,
                Optional.of(editTs),
                newMetadata,
                to,
                attachments,
                files);
    }

    public Message unfurled(ArrayNode newAttachments) {
        return new Message(
                channel,
                ts,
                user,
                botId,
                username,
                text,
                blocks,
                threadTs,
                editedTs,
                metadata,
                to,
                newAttachments,
                files);
    }

    /** The attachment in which a block stands; empty for the message's own. */
    public Optional<JsonNode> attachmentOf(String blockId) {
        return attachments
                .valueStream()
                .filter(attachment -> attachment
                        .path("blocks")
                        .valueStream()
                        .anyMatch(block -> block.path("block_id").asString("").equals(blockId)))
                .findFirst();
    }

    /** The message's own blocks, and those of its attachments. */
    public ArrayNode allBlocks() {
        ArrayNode all = blocks.deepCopy();
        attachments.forEach(attachment -> attachment.path("blocks").forEach(all::add));
        return all;
    }

    /** Slack's message object, without its channel. */
    public ObjectNode toSlack(int replies, boolean withMetadata) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("type", "message").put("ts", ts).put("user", user).put("text", text);
        botId.ifPresent(id -> message.put("bot_id", id));
        username.ifPresent(name -> message.put("username", name));
        if (!blocks.isEmpty()) {
            message.set("blocks", blocks.deepCopy());
        }
        if (!attachments.isEmpty()) {
            message.set("attachments", attachments.deepCopy());
        }
        if (!files.isEmpty()) {
            message.set("files", files.deepCopy());
        }
        threadTs.ifPresent(thread -> message.put("thread_ts", thread));
        if (replies > 0) {
            message.put("thread_ts", ts).put("reply_count", replies);
        }
        editedTs.ifPresent(edit -> message.putObject("edited").put("user", user).put("ts", edit));
        if (withMetadata) {
            metadata.ifPresent(data -> message.set("metadata", data.deepCopy()));
        }
        return message;
    }

    /** The message with everything that only the sandbox shows: its channel, and whom an ephemeral one is for. */
    public ObjectNode toPage(int replies) {
        ObjectNode message = toSlack(replies, true).put("channel", channel);
        to.ifPresent(person -> message.put("ephemeral", true).put("to", person));
        return message;
    }

    static Message fromPage(JsonNode page) {
        return new Message(
                page.path("channel").asString(),
                page.path("ts").asString(),
                page.path("user").asString(),
                page.path("bot_id").asStringOpt(),
                page.path("username").asStringOpt(),
                page.path("text").asString(),
                array(page.path("blocks")),
                page.path("thread_ts").asStringOpt(),
                page.path("edited").path("ts").asStringOpt(),
                page.path("metadata").isObject() ? Optional.of(page.path("metadata")) : Optional.empty(),
                page.path("to").asStringOpt(),
                array(page.path("attachments")),
                array(page.path("files")));
    }

    private static ArrayNode array(JsonNode given) {
        return given.isArray() ? (ArrayNode) given : JsonNodeFactory.instance.arrayNode();
    }
}

package dev.lectern.sandbox.workspace;

import dev.lectern.sandbox.blocks.BlockIds;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Channels, direct messages and all that was said in them. What is changed is in the store before a method returns.
 * Any thread may use it.
 */
public final class Conversations {
    private static final String MESSAGES = "messages";
    private static final String CHANNELS = "channels";
    private static final String COUNTERS = "counters";
    private static final String LAST_TS = "ts";

    private final WorkspaceStore store;
    private final InstantSource clock;
    private final Runnable changed;
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final MessageLog log = new MessageLog();
    private final Timestamps timestamps;

    Conversations(WorkspaceStore store, InstantSource clock, Runnable changed) {
        this.store = store;
        this.clock = clock;
        this.changed = changed;
        Team.CHANNELS.forEach(channel -> channels.put(channel.id(), channel));
        store.read(CHANNELS).forEach((id, stored) -> channels.put(id, Channel.fromStored(stored)));
        store.read(MESSAGES).forEach((key, stored) -> log.put(Message.fromPage(stored)));
        JsonNode lastTs = store.read(COUNTERS).getOrDefault(LAST_TS, JsonNodeFactory.instance.numberNode(0));
        this.timestamps = new Timestamps(lastTs.asLong());
    }

    public synchronized List<Channel> channels() {
        return List.copyOf(channels.values());
    }

    public synchronized Optional<Channel> channel(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    /** The direct message channel between the bot and this person, if it was ever opened. */
    public synchronized Optional<Channel> directWith(String person) {
        return channel(directId(person));
    }

    /** Opens the direct message channel between the bot and this person, unless it is open. */
    public synchronized Channel openDirect(String person) {
        return directWith(person).orElseGet(() -> keep(Channel.direct(directId(person), person, Team.BOT)));
    }

    public synchronized Channel join(Channel channel, String member) {
        return channel.has(member) ? channel : keep(channel.joinedBy(member));
    }

    public synchronized Channel leave(Channel channel, String member) {
        return channel.has(member) ? keep(channel.leftBy(member)) : channel;
    }

    /** Into the archive, where nothing is posted, or out of it. */
    public synchronized Channel archive(Channel channel, boolean now) {
        return keep(channel.archived(now));
    }

    /** For its members' eyes only, from now on. */
    public synchronized Channel makePrivate(Channel channel) {
        return keep(channel.madePrivate());
    }

    public Message post(Draft draft) {
        return post(draft, JsonNodeFactory.instance.arrayNode());
    }

    /** @param files as Slack tells of them */
    public synchronized Message post(Draft draft, ArrayNode files) {
        Message message = new Message(
                draft.channel(),
                timestamps.next(clock.instant()),
                draft.user(),
                draft.user().equals(Team.BOT) ? Optional.of(Team.BOT_ID) : Optional.empty(),
                draft.username(),
                draft.text(),
                BlockIds.completed(draft.blocks(), Ids::forBlock),
                draft.threadTs(),
                Optional.empty(),
                draft.metadata(),
                draft.to(),
                JsonNodeFactory.instance.arrayNode(),
                files);
        return keep(message);
    }

    /** Replaces text, blocks and metadata of a message that is still there; empty when it is not. */
    public synchronized Optional<Message> edit(
            Message message, String text, JsonNode blocks, Optional<JsonNode> metadata) {
        return find(message.channel(), message.ts())
                .map(current -> keep(current.edited(
                        text, BlockIds.completed(blocks, Ids::forBlock), metadata, timestamps.next(clock.instant()))));
    }

    /** Shows the app's attachments below a message that is still there, in place of those before. */
    public synchronized void unfurl(Message message, ArrayNode attachments) {
        ArrayNode completed = attachments.deepCopy();
        completed.forEach(attachment ->
                ((ObjectNode) attachment).set("blocks", BlockIds.completed(attachment.path("blocks"), Ids::forBlock)));
        find(message.channel(), message.ts()).ifPresent(current -> keep(current.unfurled(completed)));
    }

    public synchronized void delete(Message message) {
        store.write(List.of(Change.remove(MESSAGES, key(message))));
        log.remove(message);
        changed.run();
    }

    public synchronized Optional<Message> find(String channel, String ts) {
        return log.find(channel, ts);
    }

    /** All messages of a channel, oldest first, replies and ephemeral ones too. */
    public synchronized List<Message> of(String channel) {
        return log.of(channel);
    }

    /** A thread's first message and its replies, oldest first. */
    public synchronized List<Message> thread(Message parent) {
        List<Message> thread = new ArrayList<>(List.of(parent));
        log.thread(parent.channel(), parent.ts()).filter(Message::isReply).forEach(thread::add);
        return thread;
    }

    /** Everything that was shown to this person alone, in all channels, oldest first. */
    public synchronized List<Message> seenOnlyBy(String person) {
        return log.seenOnlyBy(person);
    }

    public synchronized int replies(Message message) {
        return log.replies(message);
    }

    public synchronized List<ObjectNode> toPage(Stream<Message> messages) {
        return messages.map(log::toPage).toList();
    }

    private Message keep(Message message) {
        store.write(List.of(
                Change.put(MESSAGES, key(message), message.toPage(0)),
                Change.put(COUNTERS, LAST_TS, JsonNodeFactory.instance.numberNode(timestamps.lastMicros()))));
        log.put(message);
        changed.run();
        return message;
    }

    private Channel keep(Channel channel) {
        store.write(List.of(Change.put(CHANNELS, channel.id(), channel.toStored())));
        channels.put(channel.id(), channel);
        changed.run();
        return channel;
    }

    private static String key(Message message) {
        return message.channel() + "/" + message.ts();
    }

    private static String directId(String person) {
        return "D" + person.substring(1);
    }
}

package dev.lectern.sandbox.workspace;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** All messages by channel and {@code ts}. Not for several threads at once. */
final class MessageLog {
    private final Map<String, NavigableMap<String, Message>> channels = new HashMap<>();
    private final Map<String, Set<String>> replies = new HashMap<>();

    void put(Message message) {
        channels.computeIfAbsent(message.channel(), channel -> new TreeMap<>()).put(message.ts(), message);
        if (isCounted(message)) {
            replies.computeIfAbsent(threadOf(message), thread -> new HashSet<>())
                    .add(message.ts());
        }
    }

    void remove(Message message) {
        in(message.channel()).remove(message.ts());
        if (isCounted(message)) {
            replies.getOrDefault(threadOf(message), new HashSet<>()).remove(message.ts());
        }
    }

    Optional<Message> find(String channel, String ts) {
        return Optional.ofNullable(in(channel).get(ts));
    }

    List<Message> of(String channel) {
        return List.copyOf(in(channel).values());
    }

    List<Message> seenOnlyBy(String person) {
        return channels.values().stream()
                .flatMap(log -> log.values().stream())
                .filter(message -> message.to().equals(Optional.of(person)))
                .sorted(Comparator.comparing(Message::ts))
                .toList();
    }

    Stream<Message> thread(String channel, String ts) {
        return in(channel).values().stream()
                .filter(message -> message.threadTs().equals(Optional.of(ts)));
    }

    int replies(Message message) {
        return replies.getOrDefault(message.channel() + "/" + message.ts(), Set.of())
                .size();
    }

    private static boolean isCounted(Message message) {
        return message.isReply() && !message.isEphemeral();
    }

    private static String threadOf(Message reply) {
        return reply.channel() + "/" + reply.threadTs().orElse("");
    }

    ObjectNode toPage(Message message) {
        return message.toPage(replies(message));
    }

    private NavigableMap<String, Message> in(String channel) {
        NavigableMap<String, Message> log = channels.get(channel);
        return log == null ? new TreeMap<>() : log;
    }
}

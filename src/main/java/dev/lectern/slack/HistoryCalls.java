package dev.lectern.slack;

import com.slack.api.model.File;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import dev.lectern.work.Delivery.Receipt;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls to Slack that tell what was said in a conversation; they need its history scope. Any thread. */
final class HistoryCalls {
    private static final int PAGE = 100;

    private final TokenCalls calls;

    HistoryCalls(TokenCalls calls) {
        this.calls = calls;
    }

    /** The newest messages of a conversation, or the page where another one said to go on. */
    HistoryPage newest(String channel, Optional<String> cursor) throws SlackFailure {
        var answer = calls.call(
                "conversations.history",
                methods -> methods.conversationsHistory(r -> r.channel(channel)
                        .cursor(cursor.orElse(null))
                        .limit(PAGE)
                        .includeAllMetadata(true)));
        return page(answer.getMessages(), answer.getResponseMetadata());
    }

    /** The first messages of a thread, oldest first, or the page where another one said to go on. */
    HistoryPage replies(Receipt thread, Optional<String> cursor) throws SlackFailure {
        var answer = calls.call(
                "conversations.replies",
                methods -> methods.conversationsReplies(r -> r.channel(thread.channel())
                        .ts(thread.ts())
                        .cursor(cursor.orElse(null))
                        .limit(PAGE)
                        .includeAllMetadata(true)));
        return page(answer.getMessages(), answer.getResponseMetadata());
    }

    private static HistoryPage page(List<Message> messages, @Nullable ResponseMetadata more) {
        return new HistoryPage(
                messages.stream()
                        .map(message -> new HistoryPage.Entry(message.getTs(), payload(message), files(message)))
                        .toList(),
                Optional.ofNullable(more).map(ResponseMetadata::getNextCursor).filter(text -> !text.isEmpty()));
    }

    private static Map<String, Object> payload(Message message) {
        return Optional.ofNullable(message.getMetadata())
                .filter(metadata -> Mark.METADATA_TYPE.equals(metadata.getEventType()))
                .map(Message.Metadata::getEventPayload)
                .orElse(Map.of());
    }

    private static Set<String> files(Message message) {
        return Stream.ofNullable(message.getFiles())
                .flatMap(List::stream)
                .map(File::getName)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}

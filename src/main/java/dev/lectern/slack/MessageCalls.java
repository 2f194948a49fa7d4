package dev.lectern.slack;

import com.slack.api.model.Message.Metadata;
import dev.lectern.group.ChannelId;
import dev.lectern.group.UserId;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Delivery.Receipt;
import java.util.List;
import java.util.Optional;

/** The calls to Slack that say something, each checked against Slack's limits before it is made. Any thread. */
final class MessageCalls {
    private final TokenCalls calls;

    MessageCalls(TokenCalls calls) {
        this.calls = calls;
    }

    /**
     * Posts, under a mark by which the message can be found again should the answer get lost.
     *
     * @param thread the message below which it is posted; empty for one by itself
     */
    Receipt post(String channel, Message message, Mark mark, Optional<Receipt> thread) throws SlackFailure {
        Limits.require(message);
        Metadata metadata = Metadata.builder()
                .eventType(Mark.METADATA_TYPE)
                .eventPayload(mark.payload())
                .build();
        var answer = calls.call(
                "chat.postMessage",
                methods -> methods.chatPostMessage(r -> r.channel(channel)
                        .threadTs(thread.map(Receipt::ts).orElse(null))
                        .text(message.text())
                        .blocksAsString(blocks(message))
                        .metadata(metadata)
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
        return new Receipt(answer.getChannel(), answer.getTs());
    }

    /** @return where it stood before, and stands now */
    Receipt update(Receipt place, Message message) throws SlackFailure {
        Limits.require(message);
        calls.call(
                "chat.update",
                methods -> methods.chatUpdate(r -> r.channel(place.channel())
                        .ts(place.ts())
                        .text(message.text())
                        .blocksAsString(blocks(message))));
        return place;
    }

    /** Shows blocks below the links of a message; what was shown there before is replaced. Needs {@code links:write}. */
    Receipt unfurl(String channel, String ts, Unfurls unfurls) throws SlackFailure {
        calls.call(
                "chat.unfurl",
                methods -> methods.chatUnfurl(r -> r.channel(channel).ts(ts).rawUnfurls(unfurls.json())));
        return new Receipt(channel, ts);
    }

    void postEphemeral(ChannelId channel, UserId user, Message message) throws SlackFailure {
        Limits.require(message);
        calls.call(
                "chat.postEphemeral",
                methods -> methods.chatPostEphemeral(r -> r.channel(channel.value())
                        .user(user.value())
                        .text(message.text())
                        .blocksAsString(blocks(message))));
    }

    /** Answers a click to the person who made it, and nobody else. */
    void respond(String responseUrl, Message message) throws SlackFailure {
        calls.line().respond(responseUrl, message);
    }

    /** The conversation for direct messages to a member. */
    String directMessagesWith(UserId user) throws SlackFailure {
        return calls.call(
                        "conversations.open", methods -> methods.conversationsOpen(r -> r.users(List.of(user.value()))))
                .getChannel()
                .getId();
    }

    private static String blocks(Message message) {
        return BlockJson.write(message.blocks());
    }
}

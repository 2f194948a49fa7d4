package dev.lectern.slack;

import dev.lectern.group.ChannelId;
import dev.lectern.group.UserId;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Outgoing;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Makes what goes into the outbox. A message that Slack would refuse fails here, before anything is written. */
public final class Outbound {
    private Outbound() {}

    /** Written in the language of the channel's group. */
    public static Outgoing.Post toChannel(String id, ChannelId channel, Supplier<Message> message) {
        return post(id, channel.value(), Scene.forChannel(channel, message));
    }

    /** Written in the language of the member. */
    public static Outgoing.Post toMember(String id, UserId member, Supplier<Message> message) {
        return post(id, member.value(), Scene.forMember(member, message));
    }

    private static Outgoing.Post post(String id, String to, Message message) {
        Limits.require(message);
        return new Outgoing.Post(id, to, BlockJson.write(message));
    }

    /** Cards below the links of somebody's message, by the links' addresses; once for each id. */
    public static Outgoing.Attach below(String id, ChannelId channel, String ts, Map<String, List<Block>> byLink) {
        return new Outgoing.Attach(id, channel.value(), ts, Unfurls.of(byLink).json());
    }

    /** Files of this drawing and key by direct message; once for each id. */
    public static Outgoing filesTo(String id, UserId member, String drawing, String key) {
        return new Outgoing.Files(id, member.value(), drawing, key);
    }

    /** The channel's message of this drawing and key: posted, or redrawn where it stands. */
    public static Outgoing shownIn(ChannelId channel, String drawing, String key) {
        return new Outgoing.Show(drawing + "/" + key, channel.value(), drawing, key);
    }

    /** A member's direct message of this drawing and key, which must differ from every other member's. */
    public static Outgoing shownTo(UserId member, String drawing, String key) {
        return new Outgoing.Show(drawing + "/" + key, member.value(), drawing, key);
    }
}

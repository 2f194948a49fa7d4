package dev.lectern.sandbox.delivery;

import dev.lectern.sandbox.api.Scopes;
import dev.lectern.sandbox.workspace.Channel;
import dev.lectern.sandbox.workspace.Links;
import dev.lectern.sandbox.workspace.Message;
import dev.lectern.sandbox.workspace.Person;
import dev.lectern.sandbox.workspace.View;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The events that the app is subscribed to, as far as its scopes reach (docs.slack.dev/reference/events). */
public final class Events {
    private final Origin origin;
    private final EventDelivery delivery;
    private final Scopes scopes;

    public Events(Origin origin, EventDelivery delivery, Scopes scopes) {
        this.origin = origin;
        this.delivery = delivery;
        this.scopes = scopes;
    }

    /** A person posted. The app hears of it in its direct messages and in the channels that it is in. */
    public void posted(Channel channel, Message message) {
        boolean mentioned = message.text().contains("<@" + origin.team().bot() + ">");
        if (mentioned
                && channel.has(origin.team().bot())
                && !channel.isDirect()
                && scopes.include("app_mentions:read")) {
            delivery.deliver(origin, message("app_mention", message));
        }
        linksShared(channel, message);
        String scope = channel.kind() + ":history";
        if (channel.has(origin.team().bot()) && scopes.include(scope)) {
            delivery.deliver(origin, message("message", message).put("channel_type", type(channel)));
        }
    }

    private static String type(Channel channel) {
        if (channel.isDirect()) {
            return "im";
        }
        return channel.closed() ? "group" : "channel";
    }

    /** A person posted links of which the app asked to hear; it does so in every channel of the workspace. */
    private void linksShared(Channel channel, Message message) {
        List<Links.Link> links = Links.in(message.text());
        if (links.isEmpty() || !scopes.include("links:read")) {
            return;
        }
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("type", "link_shared").put("user", message.user()).put("channel", channel.id());
        event.put("message_ts", message.ts())
                .put("is_bot_user_member", channel.has(origin.team().bot()));
        message.threadTs().ifPresent(thread -> event.put("thread_ts", thread));
        event.put("unfurl_id", channel.id() + "." + message.ts()).put("source", "conversations_history");
        ArrayNode shown = event.putArray("links");
        links.forEach(link -> shown.addObject().put("domain", link.domain()).put("url", link.url()));
        delivery.deliver(origin, event.put("event_ts", message.ts()));
    }

    public void homeOpened(String person, Channel direct, Optional<View> home, String ts) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("type", "app_home_opened").put("user", person).put("channel", direct.id());
        event.put("tab", "home").put("event_ts", ts);
        home.ifPresent(view -> event.set("view", view.toSlack()));
        delivery.deliver(origin, event);
    }

    /** Somebody joined a channel that the app is in, or the app itself did. */
    public void joinedChannel(Channel channel, String who, Optional<String> inviter, String ts) {
        if (channel.has(origin.team().bot()) && scopes.include(channel.kind() + ":read")) {
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            event.put("type", "member_joined_channel").put("user", who).put("channel", channel.id());
            inviter.ifPresent(by -> event.put("inviter", by));
            delivery.deliver(
                    origin,
                    event.put("channel_type", channel.closed() ? "G" : "C")
                            .put("team", origin.team().id())
                            .put("event_ts", ts));
        }
    }

    /** A person left a channel that the app is in. */
    public void leftChannel(Channel channel, String person, String ts) {
        if (channel.has(origin.team().bot()) && scopes.include(channel.kind() + ":read")) {
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            event.put("type", "member_left_channel").put("user", person).put("channel", channel.id());
            delivery.deliver(
                    origin,
                    event.put("channel_type", channel.closed() ? "G" : "C")
                            .put("team", origin.team().id())
                            .put("event_ts", ts));
        }
    }

    /** Something about a person's account changed. */
    public void userChanged(Person person, Instant now, String ts) {
        if (scopes.include("users:read")) {
            ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", "user_change");
            event.set("user", person.toSlack(origin.team().id(), now));
            delivery.deliver(origin, event.put("cache_ts", now.getEpochSecond()).put("event_ts", ts));
        }
    }

    /**
     * The app was taken out; {@code app_uninstalled} or {@code tokens_revoked}.
     *
     * @param everywhere out of all of the organization
     */
    public void uninstalled(String type, boolean everywhere, Instant now) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", type);
        if (type.equals("tokens_revoked")) {
            ObjectNode tokens = event.putObject("tokens");
            tokens.putArray("oauth");
            tokens.putArray("bot").add(origin.team().bot());
        }
        delivery.deliver(origin.as(everywhere), event.put("event_ts", now.getEpochSecond() + ".000000"));
    }

    private ObjectNode message(String type, Message message) {
        ObjectNode event = message.toSlack(0, false).put("type", type);
        return event.put("team", origin.team().id())
                .put("channel", message.channel())
                .put("event_ts", message.ts());
    }
}

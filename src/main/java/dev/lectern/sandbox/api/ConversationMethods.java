package dev.lectern.sandbox.api;

import dev.lectern.sandbox.workspace.Channel;
import dev.lectern.sandbox.workspace.Conversations;
import dev.lectern.sandbox.workspace.Message;
import dev.lectern.sandbox.workspace.Person;
import dev.lectern.sandbox.workspace.Team;
import dev.lectern.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code conversations.*}: which there are, who is in them, what was said. */
final class ConversationMethods {
    private static final int MOST = 999;

    private final Workspace workspace;
    private final Conversations conversations;
    private final Scopes scopes;

    ConversationMethods(Workspace workspace, Scopes scopes) {
        this.workspace = workspace;
        this.conversations = workspace.conversations();
        this.scopes = scopes;
    }

    List<ApiMethod> all() {
        return List.of(
                new ApiMethod("conversations.open", Pace.TIER_3, this::open),
                new ApiMethod("conversations.info", Pace.TIER_3, this::info),
                new ApiMethod("conversations.list", Pace.TIER_2, this::list),
                new ApiMethod("conversations.members", Pace.TIER_4, this::members),
                new ApiMethod("conversations.history", Pace.TIER_3, this::history),
                new ApiMethod("conversations.replies", Pace.TIER_3, this::replies));
    }

    private ObjectNode open(Arguments arguments) {
        scopes.require("im:write");
        String users = arguments.required("users");
        Person person = workspace.person(users).orElseThrow(() -> new Refused("user_not_found"));
        if (person.deleted()) {
            throw new Refused("user_disabled");
        }
        boolean open = conversations.directWith(person.id()).isPresent();
        Channel channel = conversations.openDirect(person.id());
        ObjectNode answer = ok();
        if (open) {
            answer.put("no_op", true).put("already_open", true);
        }
        answer.set(
                "channel",
                arguments.flag("return_im")
                        ? channel.toSlack(Team.BOT)
                        : JsonNodeFactory.instance.objectNode().put("id", channel.id()));
        return answer;
    }

    private ObjectNode info(Arguments arguments) {
        Channel channel = channel(arguments);
        scopes.requireFor(channel, "read");
        ObjectNode answer = ok();
        answer.set("channel", channel.toSlack(Team.BOT));
        return answer;
    }

    private ObjectNode list(Arguments arguments) {
        Set<String> types =
                Set.of(arguments.text("types").orElse("public_channel").split(","));
        if (types.contains("public_channel")) {
            scopes.require("channels:read");
        }
        if (types.contains("private_channel")) {
            scopes.require("groups:read");
        }
        if (types.contains("im")) {
            scopes.require("im:read");
        }
        List<Channel> listed = conversations.channels().stream()
                .filter(channel -> types.contains(type(channel)))
                .toList();
        Page<Channel> page = Page.of(listed, arguments);
        ObjectNode answer = page.addCursor(ok());
        ArrayNode channels = answer.putArray("channels");
        page.items().forEach(channel -> channels.add(channel.toSlack(Team.BOT)));
        return answer;
    }

    private static String type(Channel channel) {
        if (channel.isDirect()) {
            return "im";
        }
        return channel.closed() ? "private_channel" : "public_channel";
    }

    private ObjectNode members(Arguments arguments) {
        Channel channel = channel(arguments);
        scopes.requireFor(channel, "read");
        Page<String> page = Page.of(channel.members(), arguments);
        ObjectNode answer = page.addCursor(ok());
        page.items().forEach(answer.putArray("members")::add);
        return answer;
    }

    private ObjectNode history(Arguments arguments) {
        Channel channel = readable(arguments);
        List<Message> newestFirst = new ArrayList<>(conversations.of(channel.id()));
        newestFirst.removeIf(message -> message.isReply() || message.isEphemeral() || !within(message, arguments));
        Collections.reverse(newestFirst);
        return messages(newestFirst, arguments, 100);
    }

    private ObjectNode replies(Arguments arguments) {
        Channel channel = readable(arguments);
        Message parent = conversations
                .find(channel.id(), arguments.required("ts"))
                .filter(message -> !message.isEphemeral())
                .orElseThrow(() -> new Refused("thread_not_found"));
        List<Message> thread = new ArrayList<>(conversations.thread(parent));
        thread.removeIf(Message::isEphemeral);
        thread.removeIf(message -> !message.ts().equals(parent.ts()) && !within(message, arguments));
        return messages(thread, arguments, MOST);
    }

    private ObjectNode messages(List<Message> messages, Arguments arguments, int otherwise) {
        Page<Message> page = Page.of(messages, arguments, otherwise);
        ObjectNode answer = page.addCursor(ok()).put("has_more", page.hasMore());
        boolean withMetadata = arguments.flag("include_all_metadata");
        ArrayNode shown = answer.putArray("messages");
        page.items().forEach(message -> shown.add(message.toSlack(conversations.replies(message), withMetadata)));
        return answer;
    }

    private static boolean within(Message message, Arguments arguments) {
        boolean inclusive = arguments.flag("inclusive");
        int toOldest = arguments
                .text("oldest")
                .map(oldest -> compare(message.ts(), oldest, "invalid_ts_oldest"))
                .orElse(1);
        int toLatest = arguments
                .text("latest")
                .map(latest -> compare(message.ts(), latest, "invalid_ts_latest"))
                .orElse(-1);
        return (toOldest > 0 || (inclusive && toOldest == 0)) && (toLatest < 0 || (inclusive && toLatest == 0));
    }

    private static int compare(String ts, String other, String errorIfMalformed) {
        try {
            return new java.math.BigDecimal(ts).compareTo(new java.math.BigDecimal(other));
        } catch (NumberFormatException notATimestamp) {
            throw new Refused(errorIfMalformed);
        }
    }

    private Channel readable(Arguments arguments) {
        Channel channel = channel(arguments);
        scopes.requireFor(channel, "history");
        if (!channel.has(Team.BOT)) {
            throw new Refused("not_in_channel");
        }
        return channel;
    }

    private Channel channel(Arguments arguments) {
        return conversations.channel(arguments.required("channel")).orElseThrow(() -> new Refused("channel_not_found"));
    }

    private static ObjectNode ok() {
        return JsonNodeFactory.instance.objectNode().put("ok", true);
    }
}

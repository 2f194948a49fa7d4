package dev.lectern.sandbox.api;

import dev.lectern.sandbox.workspace.Channel;
import dev.lectern.sandbox.workspace.Conversations;
import dev.lectern.sandbox.workspace.Draft;
import dev.lectern.sandbox.workspace.Message;
import dev.lectern.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code chat.*}: posting, changing and deleting messages. */
final class ChatMethods {
    private static final int LONGEST_EDIT = 4_000;

    private final Workspace workspace;
    private final Conversations conversations;
    private final Scopes scopes;
    private final String url;

    ChatMethods(Workspace workspace, Scopes scopes, String url) {
        this.workspace = workspace;
        this.conversations = workspace.conversations();
        this.scopes = scopes;
        this.url = url;
    }

    List<ApiMethod> all() {
        return List.of(
                new ApiMethod("chat.postMessage", Pace.POSTING, this::postMessage),
                new ApiMethod("chat.postEphemeral", Pace.TIER_4, this::postEphemeral),
                new ApiMethod("chat.update", Pace.TIER_3, this::update),
                new ApiMethod("chat.delete", Pace.TIER_3, this::delete),
                new ApiMethod("chat.unfurl", Pace.TIER_3, new UnfurlMethod(workspace, scopes)::unfurl),
                new ApiMethod("chat.getPermalink", Pace.SPECIAL, this::getPermalink));
    }

    private ObjectNode postMessage(Arguments arguments) {
        scopes.require("chat:write");
        Optional<String> username = arguments.text("username");
        if (username.isPresent()) {
            scopes.require("chat:write.customize");
        }
        Channel channel = target(arguments.required("channel"));
        if (!channel.has(workspace.team().bot()) && !scopes.include("chat:write.public")) {
            throw new Refused("not_in_channel");
        }
        requireOpen(channel);
        Content content = Content.of(arguments);
        Optional<JsonNode> metadata = Content.metadata(arguments);
        Message message = conversations.post(new Draft(
                channel.id(),
                workspace.team().bot(),
                content.text(),
                content.blocks(),
                username,
                thread(channel, arguments),
                metadata,
                Optional.empty()));
        return posted(message);
    }

    /** A channel, or a person: then the direct messages with that person. */
    private Channel target(String id) {
        return conversations
                .channel(id)
                .or(() -> workspace.person(id).map(person -> conversations.openDirect(person.id())))
                .orElseThrow(() -> new Refused("channel_not_found"));
    }

    /** A reply to a reply belongs to the thread; to a message that is not there, it stands alone. */
    private Optional<String> thread(Channel channel, Arguments arguments) {
        return arguments
                .text("thread_ts")
                .flatMap(ts -> conversations.find(channel.id(), ts))
                .filter(parent -> !parent.isEphemeral())
                .map(parent -> parent.threadTs().orElse(parent.ts()));
    }

    private ObjectNode posted(Message message) {
        ObjectNode answer = ok().put("channel", message.channel()).put("ts", message.ts());
        answer.set("message", message.toSlack(conversations.replies(message), true));
        return answer;
    }

    private ObjectNode postEphemeral(Arguments arguments) {
        scopes.require("chat:write");
        String user = arguments.required("user");
        Channel channel = conversations
                .channel(arguments.required("channel"))
                .orElseThrow(() -> new Refused("channel_not_found"));
        if (!channel.has(workspace.team().bot())) {
            throw new Refused("not_in_channel");
        }
        requireOpen(channel);
        if (workspace.person(user).isEmpty()) {
            throw new Refused("user_not_found");
        }
        if (!channel.has(user)) {
            throw new Refused("user_not_in_channel");
        }
        Content content = Content.of(arguments);
        Message message = conversations.post(Draft.whispered(
                channel.id(),
                workspace.team().bot(),
                user,
                content.text(),
                content.blocks(),
                thread(channel, arguments)));
        return ok().put("message_ts", message.ts());
    }

    private ObjectNode update(Arguments arguments) {
        scopes.require("chat:write");
        Message message = own(arguments, "cant_update_message");
        boolean textOnly = arguments.json("blocks", "invalid_blocks_format").isEmpty();
        Content content = Content.of(arguments, LONGEST_EDIT);
        // What is not given is kept: an empty array takes the blocks off.
        JsonNode blocks = textOnly ? message.blocks() : content.blocks();
        String text = arguments.text("text").orElse(message.text());
        Optional<JsonNode> metadata = Content.metadata(arguments).or(message::metadata);
        Message edited =
                conversations.edit(message, text, blocks, metadata).orElseThrow(() -> new Refused("message_not_found"));
        return posted(edited).put("text", edited.text());
    }

    private ObjectNode delete(Arguments arguments) {
        scopes.require("chat:write");
        Message message = own(arguments, "cant_delete_message");
        conversations.delete(message);
        return ok().put("channel", message.channel()).put("ts", message.ts());
    }

    private Message own(Arguments arguments, String errorIfNot) {
        String ts = arguments.required("ts");
        Channel channel = conversations
                .channel(arguments.required("channel"))
                .orElseThrow(() -> new Refused("channel_not_found"));
        requireOpen(channel);
        Message message = conversations
                .find(channel.id(), ts)
                .filter(found -> !found.isEphemeral())
                .orElseThrow(() -> new Refused("message_not_found"));
        if (!message.user().equals(workspace.team().bot())) {
            throw new Refused(errorIfNot);
        }
        return message;
    }

    private static void requireOpen(Channel channel) {
        if (channel.archived()) {
            throw new Refused("is_archived");
        }
    }

    private ObjectNode getPermalink(Arguments arguments) {
        Channel channel = conversations
                .channel(arguments.required("channel"))
                .orElseThrow(() -> new Refused("channel_not_found"));
        String ts = arguments.required("message_ts");
        Message message = conversations.find(channel.id(), ts).orElseThrow(() -> new Refused("message_not_found"));
        String permalink = url + "/archives/" + channel.id() + "/p" + ts.replace(".", "");
        return ok().put("channel", message.channel()).put("permalink", permalink);
    }

    private static ObjectNode ok() {
        return JsonNodeFactory.instance.objectNode().put("ok", true);
    }
}

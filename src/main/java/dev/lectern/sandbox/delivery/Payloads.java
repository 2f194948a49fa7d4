package dev.lectern.sandbox.delivery;

import dev.lectern.sandbox.blocks.Element;
import dev.lectern.sandbox.workspace.Channel;
import dev.lectern.sandbox.workspace.Message;
import dev.lectern.sandbox.workspace.Person;
import dev.lectern.sandbox.workspace.Team;
import dev.lectern.sandbox.workspace.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of commands and interactions (docs.slack.dev/reference/interaction-payloads). */
public final class Payloads {
    /** Slack's old verification token: apps check the signature instead. */
    static final String VERIFICATION_TOKEN = "sandbox-verification-token";

    private final Origin origin;

    public Payloads(Origin origin) {
        this.origin = origin;
    }

    public Map<String, String> command(
            Person person, Channel channel, String command, String text, String triggerId, String responseUrl) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", VERIFICATION_TOKEN);
        form.put("team_id", origin.team().id());
        form.put("team_domain", origin.team().domain());
        origin.team().organization().ifPresent(organization -> {
            form.put("enterprise_id", organization.id());
            form.put("enterprise_name", organization.name());
        });
        form.put("channel_id", channel.id());
        form.put("channel_name", nameOf(channel));
        form.put("user_id", person.id());
        form.put("user_name", person.name());
        form.put("command", command);
        form.put("text", text);
        form.put("api_app_id", Team.APP);
        form.put("is_enterprise_install", Boolean.toString(origin.everywhere().getAsBoolean()));
        form.put("response_url", responseUrl);
        form.put("trigger_id", triggerId);
        return form;
    }

    public ObjectNode actionInMessage(
            Person person,
            Channel channel,
            Message message,
            ObjectNode shown,
            ObjectNode action,
            ObjectNode values,
            String triggerId,
            String responseUrl) {
        ObjectNode payload = interaction("block_actions", person).put("trigger_id", triggerId);
        ObjectNode container = inMessage(channel, message);
        payload.set("container", container);
        putChannel(payload, channel);
        Optional<JsonNode> unfurl = message.attachmentOf(action.path("block_id").asString(""));
        unfurl.ifPresent(attachment -> inUnfurl(container, payload, attachment));
        // Slack keeps no ephemeral messages, so it has none to send along.
        if (!message.isEphemeral() && unfurl.isEmpty()) {
            payload.set("message", shown);
        }
        payload.putObject("state").set("values", values);
        payload.put("response_url", responseUrl);
        payload.putArray("actions").add(action);
        return payload;
    }

    public ObjectNode actionInView(Person person, View view, ObjectNode action, String triggerId) {
        ObjectNode payload = interaction("block_actions", person).put("trigger_id", triggerId);
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.set("view", view.toSlack());
        payload.putArray("actions").add(action);
        return payload;
    }

    public ObjectNode suggestionInView(Person person, View view, Element element, String typed) {
        ObjectNode payload = suggestion(person, element, typed);
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.set("view", view.toSlack());
        return payload;
    }

    public ObjectNode suggestionInMessage(
            Person person, Channel channel, Message message, ObjectNode shown, Element element, String typed) {
        ObjectNode payload = suggestion(person, element, typed);
        payload.set("container", inMessage(channel, message));
        putChannel(payload, channel);
        if (!message.isEphemeral()) {
            payload.set("message", shown);
        }
        return payload;
    }

    private ObjectNode suggestion(Person person, Element element, String typed) {
        return interaction("block_suggestion", person)
                .put("action_id", element.actionId())
                .put("block_id", element.blockId())
                .put("value", typed);
    }

    /** Below somebody's link, the app is told of what it shows there and not of the message. */
    private static void inUnfurl(ObjectNode container, ObjectNode payload, JsonNode attachment) {
        container.put("type", "message_attachment").put("is_app_unfurl", true);
        container.set("attachment_id", attachment.path("id"));
        container.set("app_unfurl_url", attachment.path("app_unfurl_url"));
        payload.set("app_unfurl", attachment.deepCopy());
    }

    private static ObjectNode inMessage(Channel channel, Message message) {
        ObjectNode container = JsonNodeFactory.instance
                .objectNode()
                .put("type", "message")
                .put("message_ts", message.ts())
                .put("channel_id", channel.id())
                .put("is_ephemeral", message.isEphemeral());
        message.threadTs().ifPresent(thread -> container.put("thread_ts", thread));
        return container;
    }

    /** What was done to one element; {@code state} holds what was chosen, and is empty for a button. */
    public static ObjectNode action(Element element, JsonNode state, String ts) {
        ObjectNode action = JsonNodeFactory.instance.objectNode();
        action.put("type", element.type()).put("action_id", element.actionId());
        action.put("block_id", element.blockId()).put("action_ts", ts);
        for (String shown : java.util.List.of("text", "value", "style", "url", "placeholder", "confirm")) {
            if (element.definition().hasNonNull(shown)) {
                action.set(shown, element.definition().path(shown).deepCopy());
            }
        }
        element.definition().properties().stream()
                .filter(field -> field.getKey().startsWith("initial_"))
                .forEach(field -> action.set(field.getKey(), field.getValue().deepCopy()));
        state.properties().forEach(field -> action.set(field.getKey(), field.getValue()));
        return action;
    }

    public ObjectNode submission(Person person, View view, String triggerId) {
        ObjectNode payload = interaction("view_submission", person).put("trigger_id", triggerId);
        payload.set("view", view.toSlack());
        payload.putArray("response_urls");
        return payload;
    }

    public ObjectNode closed(Person person, View view, boolean cleared) {
        ObjectNode payload = interaction("view_closed", person).put("is_cleared", cleared);
        payload.set("view", view.toSlack());
        return payload;
    }

    public ObjectNode shortcut(Person person, String callbackId, String ts, String triggerId) {
        return interaction("shortcut", person)
                .put("callback_id", callbackId)
                .put("action_ts", ts)
                .put("trigger_id", triggerId);
    }

    public ObjectNode messageShortcut(
            Person person,
            Channel channel,
            ObjectNode shown,
            String callbackId,
            String actionTs,
            String triggerId,
            String responseUrl) {
        ObjectNode payload = interaction("message_action", person)
                .put("callback_id", callbackId)
                .put("action_ts", actionTs)
                .put("message_ts", shown.path("ts").asString())
                .put("trigger_id", triggerId)
                .put("response_url", responseUrl);
        putChannel(payload, channel);
        payload.set("message", shown);
        return payload;
    }

    private static void putChannel(ObjectNode payload, Channel channel) {
        payload.putObject("channel").put("id", channel.id()).put("name", nameOf(channel));
    }

    /** Slack keeps the names of private channels to itself. */
    private static String nameOf(Channel channel) {
        return channel.closed() ? "privategroup" : channel.name();
    }

    private ObjectNode interaction(String type, Person person) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("type", type);
        payload.putObject("user")
                .put("id", person.id())
                .put("username", person.name())
                .put("name", person.name())
                .put("team_id", origin.team().id());
        payload.put("api_app_id", Team.APP).put("token", VERIFICATION_TOKEN);
        origin.putIntoInteraction(payload);
        return payload;
    }
}

package dev.lectern.sandbox.page;

import dev.lectern.sandbox.workspace.Channel;
import dev.lectern.sandbox.workspace.Conversations;
import dev.lectern.sandbox.workspace.Message;
import dev.lectern.sandbox.workspace.Person;
import dev.lectern.sandbox.workspace.Team;
import dev.lectern.sandbox.workspace.View;
import dev.lectern.sandbox.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What there is to see. */
final class Sights {
    private final Workspace workspace;
    private final Conversations conversations;
    private final Lookup lookup;

    Sights(Workspace workspace) {
        this.workspace = workspace;
        this.conversations = workspace.conversations();
        this.lookup = new Lookup(workspace);
    }

    ObjectNode workspace() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("team", workspace.team().id())
                .put("team_name", workspace.team().name());
        answer.put("now", workspace.now().toString()).put("command", Interactions.COMMAND);
        answer.putObject("bot")
                .put("id", workspace.team().bot())
                .put("bot_id", workspace.team().botId())
                .put("name", Team.BOT_NAME)
                .put("app_id", Team.APP);
        answer.putArray("shortcuts")
                .addObject()
                .put("callback_id", Interactions.SHORTCUT)
                .put("name", Interactions.SHORTCUT_NAME);
        ArrayNode users = answer.putArray("users");
        Team.PEOPLE.forEach(person -> users.add(user(person)));
        ArrayNode channels = answer.putArray("channels");
        conversations.channels().stream()
                .filter(channel -> !channel.isDirect())
                .forEach(channel -> channels.add(channel(channel)));
        return answer;
    }

    private static ObjectNode user(Person person) {
        ObjectNode user = JsonNodeFactory.instance.objectNode().put("id", person.id());
        user.put("name", person.name()).put("real_name", person.realName());
        return user.put("tz", person.zone().getId()).put("color", person.color());
    }

    private static ObjectNode channel(Channel channel) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("id", channel.id());
        shown.put("name", channel.name()).put("topic", channel.topic());
        channel.members().forEach(shown.putArray("members")::add);
        return shown;
    }

    ObjectNode channelMessages(String id, Optional<String> user) {
        Channel channel = lookup.channel(id);
        user.ifPresent(lookup::person);
        return messages(conversations.of(channel.id()).stream()
                .filter(message ->
                        !message.isEphemeral() || user.isEmpty() || message.to().equals(user)));
    }

    ObjectNode personMessages(String id) {
        Person person = lookup.person(id);
        List<Message> direct = conversations
                .directWith(person.id())
                .map(channel -> conversations.of(channel.id()))
                .orElse(List.of());
        return messages(Stream.concat(direct.stream(), conversations.seenOnlyBy(person.id()).stream())
                .distinct()
                .sorted(Comparator.comparing(Message::ts)));
    }

    private ObjectNode messages(Stream<Message> messages) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode shown = answer.putArray("messages");
        conversations.toPage(messages).forEach(shown::add);
        return answer;
    }

    ObjectNode personViews(String id) {
        Person person = lookup.person(id);
        List<View> stack = workspace.views().stack(person.id());
        Optional<View> home = workspace.views().home(person.id());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode modals = answer.putArray("modals");
        stack.forEach(view -> modals.add(view.toSlack()));
        Posts.home(answer, home);
        ArrayNode all = answer.putArray("views");
        Stream.concat(stack.stream(), home.stream()).forEach(view -> all.add(view.toSlack()));
        return answer;
    }
}

package dev.lectern.sandbox.page;

import dev.lectern.sandbox.blocks.Element;
import dev.lectern.sandbox.blocks.ElementValue;
import dev.lectern.sandbox.workspace.Channel;
import dev.lectern.sandbox.workspace.Conversations;
import dev.lectern.sandbox.workspace.Message;
import dev.lectern.sandbox.workspace.Person;
import dev.lectern.sandbox.workspace.Team;
import dev.lectern.sandbox.workspace.View;
import dev.lectern.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds what a request names, or says in a sentence that it is not there. */
final class Lookup {
    private final Workspace workspace;
    private final Conversations conversations;

    Lookup(Workspace workspace) {
        this.workspace = workspace;
        this.conversations = workspace.conversations();
    }

    Person person(String id) {
        return workspace
                .person(id)
                .orElseThrow(() -> WrongRequest.notFound("There is no person " + id + ": the people are "
                        + Team.PEOPLE.stream().map(Person::id).collect(Collectors.joining(", ")) + "."));
    }

    Channel channel(String id) {
        return conversations
                .channel(id)
                .orElseThrow(() -> WrongRequest.notFound("There is no channel " + id + ": the channels are "
                        + conversations.channels().stream().map(Channel::id).collect(Collectors.joining(", "))
                        + "."));
    }

    /** A channel that this person is in; the person's direct messages with the bot are there as soon as asked for. */
    Channel channelOf(Person person, String id) {
        if (person.deleted()) {
            throw WrongRequest.bad("The account of " + person.realName() + " is deactivated.");
        }
        if (id.equals(workspace.team().bot()) || id.equals(workspace.team().direct(person.id()))) {
            return conversations.openDirect(person.id());
        }
        Channel channel = channel(id);
        if (!channel.has(person.id())) {
            throw WrongRequest.bad(person.realName() + " is not in the channel " + channel.name() + ".");
        }
        return channel;
    }

    Message message(Channel channel, Person person, String ts) {
        return conversations
                .find(channel.id(), ts)
                .filter(message -> message.to().isEmpty() || message.to().get().equals(person.id()))
                .orElseThrow(() -> WrongRequest.notFound("The channel " + channel.name() + " shows " + person.realName()
                        + " no message with ts " + ts + "."));
    }

    View view(Person person, String id) {
        return workspace
                .views()
                .find(id)
                .filter(view -> view.owner().equals(person.id()))
                .orElseThrow(() ->
                        WrongRequest.notFound(person.realName() + " has no view " + id + " open: look at the views."));
    }

    /** The one element meant: by action id, and where that is not enough, by value or block id. */
    static Element element(JsonNode blocks, Body body) {
        String actionId = body.required("action_id");
        List<Element> elements = Element.in(blocks).stream()
                .filter(element -> element.actionId().equals(actionId))
                .filter(equalTo(body.text("block_id"), Element::blockId))
                .toList();
        List<Element> exact = elements.stream()
                .filter(element -> !element.type().equals("button"))
                .toList();
        if (exact.isEmpty()) {
            exact = elements.stream()
                    .filter(equalTo(body.text("value"), Element::value))
                    .toList();
        }
        if (exact.isEmpty()) {
            throw WrongRequest.notFound("no_such_action: there is no element " + actionId
                    + body.text("value")
                            .map(value -> " with the value " + value)
                            .orElse("") + "; there are "
                    + known(blocks) + ".");
        }
        if (exact.size() > 1 && body.text("value").isEmpty()) {
            throw WrongRequest.bad(
                    "There are " + exact.size() + " elements " + actionId + ": say which by value or block_id.");
        }
        return exact.get(0);
    }

    private static Predicate<Element> equalTo(
            Optional<String> wanted, java.util.function.Function<Element, String> part) {
        return element -> wanted.isEmpty() || wanted.get().equals(part.apply(element));
    }

    private static String known(JsonNode blocks) {
        String known = Element.in(blocks).stream()
                .map(element -> element.actionId() + (element.value().isEmpty() ? "" : "=" + element.value()))
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "none" : known;
    }

    /** What the element holds once this was chosen; users must exist. */
    ObjectNode chosen(Element element, JsonNode choice) {
        try {
            ObjectNode state = ElementValue.chosen(element, choice);
            state.path("selected_user").asStringOpt().ifPresent(this::person);
            state.path("selected_users").values().forEach(user -> person(user.asString("")));
            return state;
        } catch (ElementValue.Impossible impossible) {
            throw WrongRequest.bad(String.valueOf(impossible.getMessage()));
        }
    }
}

package dev.lectern.sandbox.page;

import dev.lectern.sandbox.api.Refused;
import dev.lectern.sandbox.api.Replies;
import dev.lectern.sandbox.api.Scopes;
import dev.lectern.sandbox.blocks.Element;
import dev.lectern.sandbox.blocks.ElementValue;
import dev.lectern.sandbox.blocks.StateValues;
import dev.lectern.sandbox.delivery.AppAnswer;
import dev.lectern.sandbox.delivery.AppLink;
import dev.lectern.sandbox.delivery.Payloads;
import dev.lectern.sandbox.workspace.Channel;
import dev.lectern.sandbox.workspace.Message;
import dev.lectern.sandbox.workspace.Person;
import dev.lectern.sandbox.workspace.ResponseUrls.Place;
import dev.lectern.sandbox.workspace.Team;
import dev.lectern.sandbox.workspace.View;
import dev.lectern.sandbox.workspace.Workspace;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Slash commands, clicks, choices and shortcuts: sent to the app, answered with what the person saw. */
final class Interactions {
    static final String COMMAND = "/papers";
    /** The app's entry in a message's menu, as its manifest has it. */
    static final String SHORTCUT = "nominate_link";

    static final String SHORTCUT_NAME = "Nominate these papers";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Workspace workspace;
    private final Lookup lookup;
    private final AppLink app;
    private final Payloads payloads;
    private final Replies replies;
    private final Scopes scopes;
    private final String url;
    private final BiConsumer<Channel, Person> invitations;

    Interactions(
            Workspace workspace,
            AppLink app,
            Payloads payloads,
            Replies replies,
            Scopes scopes,
            String url,
            BiConsumer<Channel, Person> invitations) {
        this.invitations = invitations;
        this.workspace = workspace;
        this.lookup = new Lookup(workspace);
        this.app = app;
        this.payloads = payloads;
        this.replies = replies;
        this.scopes = scopes;
        this.url = url;
    }

    ObjectNode command(Body body) {
        Person person = lookup.person(body.required("user"));
        Channel channel = lookup.channelOf(person, body.required("channel"));
        String typed = body.text("text").orElse("").strip();
        Seen seen = new Seen(workspace, person);
        if (typed.equals("/invite @" + Team.BOT_NAME)) {
            invitations.accept(channel, person);
            return seen.answer();
        }
        String text = withoutCommand(typed);
        if (!scopes.include("commands")) {
            throw WrongRequest.bad("The app has no slash command: it lacks the scope commands.");
        }
        Place place = new Place(person.id(), channel.id(), Optional.empty(), Optional.empty());
        AppAnswer answer =
                app.sendCommand(payloads.command(person, channel, COMMAND, text, trigger(person), responseUrl(place)));
        return answer instanceof AppAnswer.Acknowledged acknowledged
                ? said(place, acknowledged, seen)
                : commandFailed(((AppAnswer.Failed) answer).error());
    }

    private static String withoutCommand(String typed) {
        if (!typed.startsWith("/")) {
            return typed;
        }
        String[] parts = typed.split("\\s+", 2);
        if (!parts[0].equals(COMMAND)) {
            throw WrongRequest.bad(parts[0] + " is not a valid command: the app's command is " + COMMAND + ".");
        }
        return parts.length == 1 ? "" : parts[1];
    }

    private ObjectNode said(Place place, AppAnswer.Acknowledged acknowledged, Seen seen) {
        try {
            if (!acknowledged.body().isBlank()) {
                replies.apply(place, message(acknowledged));
            }
            return seen.answer();
        } catch (Refused refused) {
            return commandFailed(refused.answer().path("error").asString(""));
        } catch (JacksonException malformed) {
            return commandFailed("invalid_command_response");
        }
    }

    private static JsonNode message(AppAnswer.Acknowledged acknowledged) {
        return acknowledged.isJson()
                ? JSON.readTree(acknowledged.body())
                : JsonNodeFactory.instance.objectNode().put("text", acknowledged.body());
    }

    private static ObjectNode commandFailed(String error) {
        return Seen.failed(error, COMMAND + " failed with the error \"" + error + "\"");
    }

    ObjectNode action(Body body) {
        Person person = lookup.person(body.required("user"));
        return body.text("view_id").isPresent() ? actionInView(person, body) : actionInMessage(person, body);
    }

    private ObjectNode actionInView(Person person, Body body) {
        View view = lookup.view(person, body.required("view_id"));
        Element element = workspace
                .offers()
                .completed(person, Typing.place(view), Lookup.element(view.blocks(), body), view.values());
        ObjectNode state = state(element, body);
        Seen seen = new Seen(workspace, person);
        View held = ElementValue.isKeptBy(element)
                ? workspace.views().hold(view, values -> with(values, element, state))
                : view;
        if (!element.isDispatched()) {
            return seen.answer();
        }
        ObjectNode action = Payloads.action(element, state, actionTs());
        return answered(app.sendInteraction(payloads.actionInView(person, held, action, trigger(person))), seen);
    }

    private static ObjectNode with(ObjectNode values, Element element, ObjectNode state) {
        StateValues.put(values, element, state);
        return values;
    }

    private ObjectNode actionInMessage(Person person, Body body) {
        Channel channel = lookup.channelOf(person, body.required("channel"));
        Message message = lookup.message(channel, person, body.required("ts"));
        Element element = workspace
                .offers()
                .completed(
                        person,
                        Typing.place(message),
                        Lookup.element(message.allBlocks(), body),
                        workspace.selections().of(person.id(), message));
        ObjectNode state = state(element, body);
        ObjectNode values = ElementValue.isKeptBy(element)
                ? workspace.selections().choose(person.id(), message, element, state.deepCopy())
                : workspace.selections().of(person.id(), message);
        Seen seen = new Seen(workspace, person);
        if (!element.isDispatched()) {
            return seen.answer();
        }
        ObjectNode payload = payloads.actionInMessage(
                person,
                channel,
                message,
                shown(message),
                Payloads.action(element, state, actionTs()),
                values,
                trigger(person),
                responseUrl(place(person, message)));
        return answered(app.sendInteraction(payload), seen);
    }

    private ObjectNode state(Element element, Body body) {
        if (element.type().equals("button")) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode choice = body.value("selected")
                .or(() -> body.value("value"))
                .orElseThrow(() -> WrongRequest.bad(
                        "The " + element.type() + " " + element.actionId() + " needs \"selected\": what was chosen."));
        return lookup.chosen(element, choice);
    }

    ObjectNode shortcut(Body body) {
        Person person = lookup.person(body.required("user"));
        String callbackId = body.required("callback_id");
        Seen seen = new Seen(workspace, person);
        ObjectNode payload = body.text("ts").isPresent()
                ? messageShortcut(person, callbackId, body)
                : payloads.shortcut(person, callbackId, actionTs(), trigger(person));
        return answered(app.sendInteraction(payload), seen);
    }

    private ObjectNode messageShortcut(Person person, String callbackId, Body body) {
        Channel channel = lookup.channelOf(person, body.required("channel"));
        Message message = lookup.message(channel, person, body.required("ts"));
        return payloads.messageShortcut(
                person,
                channel,
                shown(message),
                callbackId,
                actionTs(),
                trigger(person),
                responseUrl(place(person, message)));
    }

    private ObjectNode shown(Message message) {
        return message.toSlack(workspace.conversations().replies(message), true);
    }

    private static Place place(Person person, Message message) {
        return new Place(person.id(), message.channel(), Optional.of(message.ts()), message.threadTs());
    }

    private static ObjectNode answered(AppAnswer answer, Seen seen) {
        return answer instanceof AppAnswer.Failed failed
                ? Seen.failed(failed.error(), "The app did not answer: " + failed.error() + ".")
                : seen.answer();
    }

    private String trigger(Person person) {
        return workspace.triggers().issue(person.id(), workspace.now());
    }

    private String responseUrl(Place place) {
        return url + "/response/" + workspace.responseUrls().issue(place, workspace.now());
    }

    private String actionTs() {
        return workspace.now().getEpochSecond() + ".000000";
    }
}

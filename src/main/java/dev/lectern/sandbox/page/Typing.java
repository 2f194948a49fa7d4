package dev.lectern.sandbox.page;

import dev.lectern.sandbox.blocks.Element;
import dev.lectern.sandbox.blocks.Specimens;
import dev.lectern.sandbox.blocks.Suggestions;
import dev.lectern.sandbox.delivery.AppAnswer;
import dev.lectern.sandbox.delivery.AppLink;
import dev.lectern.sandbox.delivery.Payloads;
import dev.lectern.sandbox.workspace.Channel;
import dev.lectern.sandbox.workspace.Message;
import dev.lectern.sandbox.workspace.Person;
import dev.lectern.sandbox.workspace.View;
import dev.lectern.sandbox.workspace.Workspace;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A person types into a select of external data: the app is asked what to offer. */
final class Typing {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Workspace workspace;
    private final Lookup lookup;
    private final AppLink app;
    private final Payloads payloads;

    Typing(Workspace workspace, AppLink app, Payloads payloads) {
        this.workspace = workspace;
        this.lookup = new Lookup(workspace);
        this.app = app;
        this.payloads = payloads;
    }

    /** {@code {"ok":true,"options":[...]}}: what the app offers for what was typed. */
    ObjectNode suggestions(Body body) {
        Person person = lookup.person(body.required("user"));
        String typed = body.text("value").orElse("");
        return body.text("view_id").isPresent() ? inView(person, typed, body) : inMessage(person, typed, body);
    }

    private ObjectNode inView(Person person, String typed, Body body) {
        View view = lookup.view(person, body.required("view_id"));
        Element element = element(view.blocks(), typed, body);
        return offered(
                person,
                place(view),
                element,
                app.sendInteraction(payloads.suggestionInView(person, view, element, typed)));
    }

    private ObjectNode inMessage(Person person, String typed, Body body) {
        Channel channel = lookup.channelOf(person, body.required("channel"));
        Message message = lookup.message(channel, person, body.required("ts"));
        Element element = element(message.allBlocks(), typed, body);
        ObjectNode shown = message.toSlack(workspace.conversations().replies(message), true);
        return offered(
                person,
                place(message),
                element,
                app.sendInteraction(payloads.suggestionInMessage(person, channel, message, shown, element, typed)));
    }

    static String place(View view) {
        return view.id();
    }

    static String place(Message message) {
        return message.channel() + "/" + message.ts();
    }

    private static Element element(JsonNode blocks, String typed, Body body) {
        Element element = Lookup.element(blocks, actionIn(body));
        if (!Suggestions.areAskedFor(element)) {
            throw WrongRequest.bad("The " + element.type() + " " + element.actionId() + " has its options in itself.");
        }
        int fewest = Suggestions.fewestCharacters(element);
        if (typed.codePointCount(0, typed.length()) < fewest) {
            throw WrongRequest.bad("Slack asks the app for " + element.actionId() + " from " + fewest
                    + " typed characters on, its min_query_length.");
        }
        return element;
    }

    /** What was typed is no part of which element is meant. */
    private static Body actionIn(Body body) {
        ObjectNode json = (ObjectNode) body.json().deepCopy();
        json.remove("value");
        return new Body(json);
    }

    private ObjectNode offered(Person person, String place, Element element, AppAnswer answer) {
        if (answer instanceof AppAnswer.Failed failed) {
            return Seen.failed(failed.error(), "The app did not answer: " + failed.error() + ".");
        }
        try {
            return offered(person, place, element, JSON.readTree(((AppAnswer.Acknowledged) answer).body()));
        } catch (JacksonException malformed) {
            return broken("the app's answer is not JSON");
        }
    }

    private ObjectNode offered(Person person, String place, Element element, JsonNode answer) {
        List<String> problems = Suggestions.problems(answer);
        if (!problems.isEmpty()) {
            return broken(String.join("; ", problems));
        }
        List<JsonNode> options = Suggestions.options(answer);
        Specimens.ofOptions(options);
        workspace.offers().offer(person, place, element, options);
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("ok", true);
        shown.putArray("options").addAll(options);
        return shown;
    }

    private static ObjectNode broken(String why) {
        return Seen.failed("invalid_response: " + why + ".", "The app's answer cannot be shown.");
    }
}

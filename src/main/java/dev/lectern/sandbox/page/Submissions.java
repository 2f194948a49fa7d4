package dev.lectern.sandbox.page;

import dev.lectern.sandbox.blocks.Element;
import dev.lectern.sandbox.blocks.ElementValue;
import dev.lectern.sandbox.blocks.StateValues;
import dev.lectern.sandbox.blocks.Surface;
import dev.lectern.sandbox.blocks.ViewRules;
import dev.lectern.sandbox.delivery.AppAnswer;
import dev.lectern.sandbox.delivery.AppLink;
import dev.lectern.sandbox.delivery.Payloads;
import dev.lectern.sandbox.workspace.Person;
import dev.lectern.sandbox.workspace.View;
import dev.lectern.sandbox.workspace.Views;
import dev.lectern.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Modals submitted and closed; carries out the app's {@code response_action} (docs.slack.dev/surfaces/modals). */
final class Submissions {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TROUBLE = "We had some trouble connecting. Try again?";

    private final Workspace workspace;
    private final Views views;
    private final Lookup lookup;
    private final AppLink app;
    private final Payloads payloads;

    Submissions(Workspace workspace, AppLink app, Payloads payloads) {
        this.workspace = workspace;
        this.views = workspace.views();
        this.lookup = new Lookup(workspace);
        this.app = app;
        this.payloads = payloads;
    }

    ObjectNode submit(String id, Body body) {
        Person person = lookup.person(body.required("user"));
        View view = topmost(person, id);
        Seen seen = new Seen(workspace, person);
        View held = views.hold(view, values -> entered(person, view, values, body));
        Map<String, String> missing = missing(held);
        if (!missing.isEmpty()) {
            return errors(seen, missing);
        }
        String trigger = workspace.triggers().issue(person.id(), workspace.now());
        AppAnswer answer = app.sendInteraction(payloads.submission(person, held, trigger));
        return answer instanceof AppAnswer.Acknowledged acknowledged
                ? carriedOut(held, acknowledged, seen)
                : Seen.failed(((AppAnswer.Failed) answer).error(), TROUBLE);
    }

    private View topmost(Person person, String id) {
        View view = lookup.view(person, id);
        List<View> stack = views.stack(person.id());
        if (stack.isEmpty() || !stack.get(stack.size() - 1).id().equals(id)) {
            throw WrongRequest.bad("The view " + id + " is not the topmost modal of " + person.realName()
                    + ": only that one can be used.");
        }
        return view;
    }

    private ObjectNode entered(Person person, View view, ObjectNode values, Body body) {
        body.value("values")
                .ifPresent(given -> given.properties()
                        .forEach(entry -> enter(person, view, values, entry.getKey(), entry.getValue())));
        return values;
    }

    private void enter(Person person, View view, ObjectNode values, String key, JsonNode given) {
        List<Element> elements = Element.in(view.blocks()).stream()
                .filter(ElementValue::isKeptBy)
                .filter(element ->
                        element.blockId().equals(key) || element.actionId().equals(key))
                .map(element -> workspace.offers().completed(person, Typing.place(view), element, values))
                .toList();
        if (elements.isEmpty()) {
            throw WrongRequest.bad("The view has no input " + key + "; it has " + inputs(view) + ".");
        }
        for (Element element : elements) {
            Optional<JsonNode> choice = choice(element, given, elements.size());
            choice.ifPresent(chosen -> StateValues.put(values, element, lookup.chosen(element, chosen)));
        }
    }

    /** Slack's form names the action inside the block; the short form is the value itself. */
    private static Optional<JsonNode> choice(Element element, JsonNode given, int elements) {
        if (given.has(element.actionId())) {
            return Optional.of(given.path(element.actionId()));
        }
        return elements == 1 ? Optional.of(given) : Optional.empty();
    }

    private static String inputs(View view) {
        return Element.in(view.blocks()).stream()
                .filter(ElementValue::isKeptBy)
                .map(Element::blockId)
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> missing(View view) {
        Map<String, String> missing = new TreeMap<>();
        Element.in(view.blocks()).stream()
                .filter(Element::isRequired)
                .filter(element -> ElementValue.isEmpty(
                        element.type(), view.values().path(element.blockId()).path(element.actionId())))
                .forEach(element -> missing.put(element.blockId(), "Please complete this required field."));
        return missing;
    }

    private ObjectNode carriedOut(View view, AppAnswer.Acknowledged acknowledged, Seen seen) {
        if (acknowledged.body().isBlank()) {
            return closed(view, seen);
        }
        try {
            return carriedOut(view, JSON.readTree(acknowledged.body()), seen);
        } catch (JacksonException malformed) {
            return broken("the app's answer is not JSON");
        }
    }

    private ObjectNode carriedOut(View view, JsonNode answer, Seen seen) {
        return switch (answer.path("response_action").asString("")) {
            case "" -> closed(view, seen);
            case "clear" -> {
                views.clear(view.owner());
                yield result("closed", seen);
            }
            case "errors" -> refusedByApp(view, answer.path("errors"), seen);
            case "update" -> shown(view, answer.path("view"), false, seen);
            case "push" -> shown(view, answer.path("view"), true, seen);
            default -> broken("the app answered with an unknown response_action");
        };
    }

    private ObjectNode closed(View view, Seen seen) {
        // The app may have taken the modal off, or replaced it, while it handled the submission.
        views.find(view.id()).ifPresent(views::close);
        return result("closed", seen);
    }

    private static ObjectNode refusedByApp(View view, JsonNode given, Seen seen) {
        Map<String, String> errors = new TreeMap<>();
        given.properties()
                .forEach(entry -> errors.put(entry.getKey(), entry.getValue().asString("")));
        List<String> inputs = Element.in(view.blocks()).stream()
                .filter(Element::isInput)
                .map(Element::blockId)
                .toList();
        if (errors.isEmpty() || !inputs.containsAll(errors.keySet())) {
            return broken("the app's errors name blocks that are no inputs of the view: " + errors.keySet());
        }
        return errors(seen, errors);
    }

    private ObjectNode shown(View view, JsonNode definition, boolean push, Seen seen) {
        List<String> problems = ViewRules.problems(definition, Surface.MODAL);
        if (!problems.isEmpty()) {
            return broken("the app answered with an invalid view: " + String.join("; ", problems));
        }
        if (push && views.isFull(view.owner())) {
            return broken("the app pushed a fourth view: three is the most");
        }
        View shown = push ? views.push(view.owner(), definition) : views.update(view, definition);
        ObjectNode answer = result(push ? "pushed" : "updated", seen);
        answer.set("view", shown.toSlack());
        return answer;
    }

    ObjectNode close(String id, Body body) {
        Person person = lookup.person(body.required("user"));
        View view = topmost(person, id);
        Seen seen = new Seen(workspace, person);
        views.close(view);
        if (view.notifiesOnClose()) {
            app.sendInteraction(payloads.closed(person, view, false));
        }
        return result("closed", seen);
    }

    private static ObjectNode result(String result, Seen seen) {
        return seen.answer().put("result", result);
    }

    private static ObjectNode errors(Seen seen, Map<String, String> errors) {
        ObjectNode answer = result("errors", seen);
        ObjectNode sentences = JsonNodeFactory.instance.objectNode();
        errors.forEach(sentences::put);
        answer.set("errors", sentences);
        return answer;
    }

    private static ObjectNode broken(String why) {
        return Seen.failed("invalid_response: " + why + ".", TROUBLE);
    }
}

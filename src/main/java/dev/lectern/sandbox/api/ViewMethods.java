package dev.lectern.sandbox.api;

import dev.lectern.sandbox.blocks.Surface;
import dev.lectern.sandbox.blocks.ViewRules;
import dev.lectern.sandbox.workspace.TriggerIds.Exchange;
import dev.lectern.sandbox.workspace.View;
import dev.lectern.sandbox.workspace.Views;
import dev.lectern.sandbox.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code views.*}: modals and Home tabs. */
final class ViewMethods {
    private static final int LARGEST = 250 * 1024;

    private final Workspace workspace;
    private final Views views;

    ViewMethods(Workspace workspace) {
        this.workspace = workspace;
        this.views = workspace.views();
    }

    List<ApiMethod> all() {
        return List.of(
                new ApiMethod("views.open", Pace.TIER_4, this::open),
                new ApiMethod("views.push", Pace.TIER_4, this::push),
                new ApiMethod("views.update", Pace.TIER_4, this::update),
                new ApiMethod("views.publish", Pace.TIER_4, this::publish));
    }

    private ObjectNode open(Arguments arguments) {
        JsonNode definition = definition(arguments, Surface.MODAL);
        refuseTakenExternalId(definition, Optional.empty());
        return answer(views.open(person(arguments), definition));
    }

    private ObjectNode push(Arguments arguments) {
        JsonNode definition = definition(arguments, Surface.MODAL);
        refuseTakenExternalId(definition, Optional.empty());
        String person = person(arguments);
        if (views.stack(person).isEmpty()) {
            throw new Refused("not_found");
        }
        if (views.isFull(person)) {
            throw new Refused("push_limit_reached");
        }
        return answer(views.push(person, definition));
    }

    private String person(Arguments arguments) {
        Exchange exchange = workspace.triggers().exchange(arguments.required("trigger_id"), workspace.now());
        if (exchange instanceof Exchange.Refused refused) {
            throw new Refused(refused.error());
        }
        return ((Exchange.Exchanged) exchange).person();
    }

    private ObjectNode update(Arguments arguments) {
        View view = existing(arguments);
        boolean home = view.definition().path("type").asString("").equals("home");
        JsonNode definition = definition(arguments, home ? Surface.HOME : Surface.MODAL);
        refuseTakenExternalId(definition, Optional.of(view));
        refuseOtherHash(arguments, Optional.of(view));
        return answer(views.update(view, definition));
    }

    private View existing(Arguments arguments) {
        Optional<String> id = arguments.text("view_id");
        Optional<String> externalId = arguments.text("external_id");
        if (id.isEmpty() && externalId.isEmpty()) {
            throw Refused.missingArgument("view_id");
        }
        return id.flatMap(views::find)
                .or(() -> externalId.flatMap(views::findExternal))
                .orElseThrow(() -> new Refused("not_found"));
    }

    private ObjectNode publish(Arguments arguments) {
        JsonNode definition = definition(arguments, Surface.HOME);
        String person = arguments.required("user_id");
        if (workspace.person(person).isEmpty()) {
            throw new Refused("user_not_found");
        }
        refuseTakenExternalId(definition, views.home(person));
        refuseOtherHash(arguments, views.home(person));
        return answer(views.publish(person, definition));
    }

    private static void refuseOtherHash(Arguments arguments, Optional<View> view) {
        Optional<String> hash = arguments.text("hash");
        if (hash.isPresent() && !hash.equals(view.map(View::hash))) {
            throw new Refused("hash_conflict");
        }
    }

    private void refuseTakenExternalId(JsonNode definition, Optional<View> itself) {
        Optional<String> holder =
                views.findExternal(definition.path("external_id").asString("")).map(View::id);
        if (holder.isPresent() && !holder.equals(itself.map(View::id))) {
            throw new Refused("duplicate_external_id");
        }
    }

    private static JsonNode definition(Arguments arguments, Surface surface) {
        JsonNode definition =
                arguments.json("view", "invalid_arguments").orElseThrow(() -> Refused.missingArgument("view"));
        List<String> problems = ViewRules.problems(definition, surface);
        if (!problems.isEmpty()) {
            throw new Refused("invalid_arguments", problems);
        }
        if (definition.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new Refused("view_too_large");
        }
        return definition;
    }

    private static ObjectNode answer(View view) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", true);
        answer.set("view", view.toSlack());
        return answer;
    }
}

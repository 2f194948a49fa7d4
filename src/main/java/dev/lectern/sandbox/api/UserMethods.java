package dev.lectern.sandbox.api;

import dev.lectern.sandbox.workspace.Person;
import dev.lectern.sandbox.workspace.Team;
import dev.lectern.sandbox.workspace.Workspace;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code users.*}, {@code auth.test} and {@code api.test}: who is there. */
final class UserMethods {
    private final Workspace workspace;
    private final Scopes scopes;
    private final String url;

    UserMethods(Workspace workspace, Scopes scopes, String url) {
        this.workspace = workspace;
        this.scopes = scopes;
        this.url = url;
    }

    List<ApiMethod> all() {
        return List.of(
                new ApiMethod("auth.test", Pace.SPECIAL, this::authTest),
                new ApiMethod("users.info", Pace.TIER_4, this::info),
                new ApiMethod("users.list", Pace.TIER_2, this::list));
    }

    private ObjectNode authTest(Arguments arguments) {
        return ok().put("url", url + "/")
                .put("team", workspace.team().name())
                .put("team_id", workspace.team().id())
                .put("user", Team.BOT_NAME)
                .put("user_id", workspace.team().bot())
                .put("bot_id", workspace.team().botId())
                .put("app_id", Team.APP)
                .put("is_enterprise_install", false);
    }

    private ObjectNode info(Arguments arguments) {
        scopes.require("users:read");
        String id = arguments.required("user");
        Person found = workspace.members().stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused("user_not_found"));
        ObjectNode answer = ok();
        ObjectNode user = found.toSlack(workspace.team().id(), workspace.now());
        if (arguments.flag("include_locale")) {
            user.put("locale", found.locale());
        }
        answer.set("user", user);
        return answer;
    }

    private ObjectNode list(Arguments arguments) {
        scopes.require("users:read");
        Page<Person> page = Page.of(workspace.members(), arguments);
        ObjectNode answer = page.addCursor(ok()).put("cache_ts", workspace.now().getEpochSecond());
        ArrayNode members = answer.putArray("members");
        page.items()
                .forEach(person -> members.add(person.toSlack(workspace.team().id(), workspace.now())));
        return answer;
    }

    private static ObjectNode ok() {
        return JsonNodeFactory.instance.objectNode().put("ok", true);
    }
}

package dev.lectern.sandbox.page;

import dev.lectern.sandbox.api.CallLog;
import dev.lectern.sandbox.api.Faults;
import dev.lectern.sandbox.api.Replies;
import dev.lectern.sandbox.api.Scopes;
import dev.lectern.sandbox.delivery.AppLink;
import dev.lectern.sandbox.delivery.Events;
import dev.lectern.sandbox.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /sandbox/...} over HTTP, but for the clock. */
public final class PageRoutes {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sights sights;
    private final Interactions interactions;
    private final Typing typing;
    private final Submissions submissions;
    private final Posts posts;
    private final Memberships memberships;
    private final CallLog calls;
    private final Faults faults;
    private final ChangeFeed changes;

    public PageRoutes(
            Workspace workspace,
            AppLink app,
            Events events,
            Scopes scopes,
            String url,
            CallLog calls,
            Faults faults,
            ChangeFeed changes) {
        this.sights = new Sights(workspace);
        this.memberships = new Memberships(workspace, events);
        this.interactions = new Interactions(workspace, app, new Replies(workspace), scopes, url, memberships::invite);
        this.typing = new Typing(workspace, app);
        this.submissions = new Submissions(workspace, app);
        this.posts = new Posts(workspace, events);
        this.calls = calls;
        this.faults = faults;
        this.changes = changes;
    }

    public void register(RoutesConfig routes) {
        routes.get("/sandbox/workspace", context -> json(context, sights.workspace()));
        routes.get(
                "/sandbox/channels/{id}/messages",
                context -> json(context, sights.channelMessages(context.pathParam("id"), query(context, "user"))));
        routes.get(
                "/sandbox/users/{id}/messages",
                context -> json(context, sights.personMessages(context.pathParam("id"))));
        routes.get("/sandbox/users/{id}/views", context -> json(context, sights.personViews(context.pathParam("id"))));
        routes.get("/sandbox/calls", context -> json(context, calls(query(context, "method"))));
        routes.sse("/sandbox/changes", changes::join);
        post(routes, "/sandbox/commands", interactions::command);
        post(routes, "/sandbox/actions", interactions::action);
        post(routes, "/sandbox/suggestions", typing::suggestions);
        post(routes, "/sandbox/shortcuts", interactions::shortcut);
        post(routes, "/sandbox/messages", posts::post);
        post(routes, "/sandbox/home", posts::openHome);
        post(routes, "/sandbox/faults", this::plan);
        routes.post(
                "/sandbox/channels/{id}/leave",
                context -> json(context, memberships.leave(context.pathParam("id"), Body.parse(context.body()))));
        routes.post(
                "/sandbox/channels/{id}/invite",
                context -> json(context, memberships.invite(context.pathParam("id"), Body.parse(context.body()))));
        routes.post(
                "/sandbox/channels/{id}/join",
                context -> json(context, memberships.join(context.pathParam("id"), Body.parse(context.body()))));
        routes.post(
                "/sandbox/channels/{id}/remove-app",
                context -> json(context, memberships.removeApp(context.pathParam("id"))));
        routes.post(
                "/sandbox/channels/{id}/archive",
                context -> json(context, memberships.archive(context.pathParam("id"), true)));
        routes.post(
                "/sandbox/channels/{id}/unarchive",
                context -> json(context, memberships.archive(context.pathParam("id"), false)));
        routes.post(
                "/sandbox/channels/{id}/make-private",
                context -> json(context, memberships.makePrivate(context.pathParam("id"))));
        routes.post(
                "/sandbox/users/{id}/deactivate",
                context -> json(context, memberships.deactivate(context.pathParam("id"))));
        routes.post(
                "/sandbox/users/{id}/rank",
                context -> json(context, memberships.rank(context.pathParam("id"), Body.parse(context.body()))));
        routes.post(
                "/sandbox/users/{id}/locale",
                context -> json(context, memberships.locale(context.pathParam("id"), Body.parse(context.body()))));
        routes.post(
                "/sandbox/views/{id}/submit",
                context -> json(context, submissions.submit(context.pathParam("id"), Body.parse(context.body()))));
        routes.post(
                "/sandbox/views/{id}/close",
                context -> json(context, submissions.close(context.pathParam("id"), Body.parse(context.body()))));
        routes.exception(
                WrongRequest.class,
                (wrong, context) -> json(context.status(wrong.status()), refusal(String.valueOf(wrong.getMessage()))));
    }

    private static void post(RoutesConfig routes, String path, Function<Body, ObjectNode> handler) {
        routes.post(path, context -> json(context, handler.apply(Body.parse(context.body()))));
    }

    private ObjectNode calls(Optional<String> method) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode shown = answer.putArray("calls");
        calls.of(method).forEach(call -> shown.add(call.toPage()));
        return answer;
    }

    private ObjectNode plan(Body body) {
        int times = body.json().path("times").asInt(1);
        if (times < 0) {
            throw WrongRequest.bad("\"times\" is a number from 0 up, not " + times + ".");
        }
        String named = body.required("kind");
        Faults.Kind kind = Faults.Kind.of(named)
                .orElseThrow(() -> WrongRequest.bad("There is no fault " + named + ": the kinds are "
                        + Arrays.stream(Faults.Kind.values())
                                .map(Faults.Kind::toString)
                                .collect(Collectors.joining(", "))
                        + "."));
        String error = kind == Faults.Kind.REFUSED ? body.required("error") : "";
        faults.plan(body.required("method"), times, kind, error);
        return JsonNodeFactory.instance.objectNode().put("ok", true);
    }

    private static Optional<String> query(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isEmpty());
    }

    public static ObjectNode refusal(String sentence) {
        return JsonNodeFactory.instance.objectNode().put("ok", false).put("error", sentence);
    }

    public static void json(Context context, ObjectNode body) {
        context.contentType("application/json; charset=utf-8")
                .result(JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }
}

package dev.lectern.sandbox;

import dev.lectern.sandbox.api.Grants;
import dev.lectern.sandbox.api.OAuthApp;
import dev.lectern.sandbox.delivery.Events;
import dev.lectern.sandbox.page.Body;
import dev.lectern.sandbox.page.PageRoutes;
import dev.lectern.sandbox.page.WrongRequest;
import dev.lectern.sandbox.workspace.Team;
import dev.lectern.sandbox.workspace.Workspace;
import dev.lectern.sandbox.workspace.Workspaces;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The page on which somebody allows the app, {@code /oauth/v2/authorize}, for one workspace or for all of an organization's;
 * and {@code POST /sandbox/uninstall}, which takes the app out again and tells it so by the events named, in their order:
 * {@code {"team": "T0LECTERN", "events": ["tokens_revoked"]}}. Without a team it is the first workspace, and without events
 * both. {@code POST /sandbox/install} with {@code {"token": "xoxb-..."}} installs it as the app's settings do.
 */
final class OAuthRoutes {
    private static final String PATH = "/oauth/v2/authorize";
    private static final List<String> BOTH = List.of("app_uninstalled", "tokens_revoked");

    private final Grants grants;
    private final Workspaces workspaces;
    private final Function<Workspace, Events> events;
    private final InstantSource clock;

    /** @param events what the app is told, by workspace */
    OAuthRoutes(Grants grants, Workspaces workspaces, Function<Workspace, Events> events, InstantSource clock) {
        this.grants = grants;
        this.workspaces = workspaces;
        this.events = events;
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::ask);
        routes.post(PATH, this::answer);
        routes.post("/sandbox/uninstall", context -> {
            Body body = Body.parse(context.body().isEmpty() ? "{}" : context.body());
            String owner = owner(body.text("team"));
            grants.uninstall(owner);
            told(owner, body);
            done(context);
        });
        routes.post("/sandbox/install", context -> {
            Body body = Body.parse(context.body());
            grants.give(owner(body.text("team")), body.required("token"));
            done(context);
        });
    }

    private static void done(Context context) {
        PageRoutes.json(context, JsonNodeFactory.instance.objectNode().put("ok", true));
    }

    /** Who lets the app in, or takes it out. */
    private String owner(Optional<String> named) {
        String owner = named.orElseGet(() -> workspaces.owners().get(0));
        if (!workspaces.owners().contains(owner)) {
            throw WrongRequest.notFound(
                    "There is no " + owner + ": there are " + String.join(", ", workspaces.owners()) + ".");
        }
        return owner;
    }

    private void told(String owner, Body body) {
        List<String> named = new ArrayList<>();
        body.json().path("events").forEach((JsonNode event) -> named.add(event.asString("")));
        (body.json().has("events") ? named : BOTH).forEach(type -> tell(owner, type));
    }

    void tellAll(String owner) {
        BOTH.forEach(type -> tell(owner, type));
    }

    private void tell(String owner, String type) {
        boolean everywhere = workspaces.organization(owner).isPresent();
        events.apply(workspaces.of(owner).get(0)).uninstalled(type, everywhere, clock.instant());
    }

    /** What Slack would not take is said on the page, and nothing goes back to the app. */
    private Optional<String> problem(Context context) {
        Optional<OAuthApp> app = grants.app();
        if (app.isEmpty() || !app.get().clientId().equals(context.queryParam("client_id"))) {
            return Optional.of("invalid_client_id");
        }
        if (blank(context.queryParam("redirect_uri"))) {
            return Optional.of("bad_redirect_uri");
        }
        if (blank(context.queryParam("scope"))) {
            return Optional.of("invalid_scope");
        }
        boolean challenged = !blank(context.queryParam("code_challenge"));
        boolean right = app.get().pkce() && "S256".equals(context.queryParam("code_challenge_method"));
        return challenged && !right ? Optional.of("invalid_code_challenge") : Optional.empty();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void ask(Context context) {
        Optional<String> problem = problem(context);
        context.contentType("text/html; charset=utf-8");
        if (problem.isPresent()) {
            context.status(400).result(page("<p>Something went wrong: " + problem.get() + "</p>"));
            return;
        }
        String scopes = escape(String.valueOf(context.queryParam("scope"))).replace(",", "</li><li>");
        String query = escape(String.valueOf(context.queryString()));
        context.result(page(
                """
                <p>Lectern asks to be let into a workspace, such as %s. It may then use:</p><ul><li>%s</li></ul>
                <form method="post" action="%s?%s">
                <select name="team">%s</select>
                <button name="answer" value="allow">Allow</button> <button name="answer" value="cancel">Cancel</button>
                </form>""".formatted(escape(Team.FIRST.name()), scopes, PATH, query, choices(context.queryParam("team")))));
    }

    private String choices(@Nullable String first) {
        return workspaces.owners().stream()
                .map(owner -> "<option value=\"" + owner + "\"" + (owner.equals(first) ? " selected>" : ">")
                        + escape(workspaces.name(owner)) + "</option>")
                .collect(Collectors.joining());
    }

    /** {@code answer=allow} or anything else, with the page's own query. */
    private void answer(Context context) {
        Optional<String> problem = problem(context);
        if (problem.isPresent()) {
            context.status(400).result(problem.get());
            return;
        }
        Map<String, String> back = new LinkedHashMap<>();
        String redirect = String.valueOf(context.queryParam("redirect_uri"));
        if ("allow".equals(context.formParam("answer"))) {
            back.put(
                    "code",
                    grants.allow(
                            owner(Optional.ofNullable(context.formParam("team"))),
                            redirect,
                            Optional.ofNullable(context.queryParam("code_challenge"))));
        } else {
            back.put("error", "access_denied");
        }
        Optional.ofNullable(context.queryParam("state")).ifPresent(state -> back.put("state", state));
        context.redirect(redirect
                + (redirect.contains("?") ? "&" : "?")
                + back.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private static String page(String body) {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Let Lectern in</title><h1>Let Lectern in?</h1>"
                + body + "</html>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

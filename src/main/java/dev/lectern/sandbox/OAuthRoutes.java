package dev.lectern.sandbox;

import dev.lectern.sandbox.api.Grants;
import dev.lectern.sandbox.api.OAuthApp;
import dev.lectern.sandbox.delivery.Events;
import dev.lectern.sandbox.page.Body;
import dev.lectern.sandbox.page.PageRoutes;
import dev.lectern.sandbox.workspace.Team;
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
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The page on which somebody allows the app, {@code /oauth/v2/authorize}, and {@code POST /sandbox/uninstall}, which takes
 * the app out again and tells it so by the events named, in their order: {@code {"events": ["tokens_revoked"]}}; both, where
 * none are named.
 */
final class OAuthRoutes {
    private static final String PATH = "/oauth/v2/authorize";
    private static final List<String> BOTH = List.of("app_uninstalled", "tokens_revoked");

    private final Grants grants;
    private final Events events;
    private final InstantSource clock;

    OAuthRoutes(Grants grants, Events events, InstantSource clock) {
        this.grants = grants;
        this.events = events;
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::ask);
        routes.post(PATH, this::answer);
        routes.post("/sandbox/uninstall", context -> {
            grants.uninstall();
            told(Body.parse(context.body().isEmpty() ? "{}" : context.body()));
            PageRoutes.json(context, JsonNodeFactory.instance.objectNode().put("ok", true));
        });
    }

    private void told(Body body) {
        List<String> named = new ArrayList<>();
        body.json().path("events").forEach((JsonNode event) -> named.add(event.asString("")));
        (body.json().has("events") ? named : BOTH).forEach(this::tell);
    }

    void tellAll() {
        BOTH.forEach(this::tell);
    }

    private void tell(String type) {
        events.uninstalled(type, clock.instant());
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

    private static boolean blank(@org.jspecify.annotations.Nullable String text) {
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
        context.result(page("""
                <p>Lectern asks to be let into %s. It may then use:</p><ul><li>%s</li></ul>
                <form method="post" action="%s?%s">
                <button name="answer" value="allow">Allow</button> <button name="answer" value="cancel">Cancel</button>
                </form>""".formatted(escape(Team.NAME), scopes, PATH, query)));
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
            back.put("code", grants.allow(redirect, Optional.ofNullable(context.queryParam("code_challenge"))));
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

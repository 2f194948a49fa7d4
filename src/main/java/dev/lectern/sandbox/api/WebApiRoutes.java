package dev.lectern.sandbox.api;

import dev.lectern.sandbox.blocks.Specimens;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The Web API over HTTP: {@code /api/{method}}, forms and JSON, and the response URLs. */
public final class WebApiRoutes {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BEARER = "Bearer ";
    private static final Duration LATE = Duration.ofSeconds(5);

    private final WebApi api;

    public WebApiRoutes(WebApi api) {
        this.api = api;
    }

    public void register(RoutesConfig routes) {
        routes.post("/api/{method}", this::call);
        routes.get("/api/{method}", this::call);
    }

    /** @param below what the addresses of the workspace begin with that the replies go to */
    public void register(RoutesConfig routes, String below, Replies replies) {
        routes.post(below + "/response/{token}", context -> respond(context, replies));
    }

    private void call(Context context) throws IOException, InterruptedException {
        try {
            Map<String, JsonNode> given = arguments(context);
            Optional<String> token = token(context, given);
            credentials(context, given);
            Optional<String> scopes = api.scopes(token);
            ApiReply reply = api.call(context.pathParam("method"), token, new Arguments(given));
            scopes.ifPresent(granted -> context.header("x-oauth-scopes", granted));
            send(context, reply);
        } catch (Refused malformed) {
            json(context, malformed.answer());
        }
    }

    private static Optional<String> token(Context context, Map<String, JsonNode> given) {
        String header = context.header("Authorization");
        if (header != null && header.startsWith(BEARER)) {
            return Optional.of(header.substring(BEARER.length()).strip());
        }
        return Optional.ofNullable(given.get("token")).map(token -> token.asString(""));
    }

    /** An app may say who it is as HTTP does, and shall. */
    private static void credentials(Context context, Map<String, JsonNode> given) {
        var basic = context.basicAuthCredentials();
        if (basic != null) {
            given.put("client_id", JsonNodeFactory.instance.stringNode(basic.getUsername()));
            given.put("client_secret", JsonNodeFactory.instance.stringNode(basic.getPassword()));
        }
    }

    private static Map<String, JsonNode> arguments(Context context) {
        Map<String, JsonNode> given = new HashMap<>();
        put(given, context.queryParamMap());
        String type = context.contentType() == null ? "" : context.contentType();
        if (type.startsWith("application/json")) {
            object(context.body()).properties().forEach(entry -> given.put(entry.getKey(), entry.getValue()));
        } else {
            put(given, context.formParamMap());
        }
        return given;
    }

    private static void put(Map<String, JsonNode> given, Map<String, java.util.List<String>> form) {
        form.forEach((name, values) -> given.put(name, JsonNodeFactory.instance.stringNode(values.get(0))));
    }

    private static JsonNode object(String body) {
        try {
            JsonNode object = JSON.readTree(body);
            if (!object.isObject()) {
                throw new Refused("json_not_object");
            }
            return object;
        } catch (JacksonException malformed) {
            throw new Refused("invalid_json");
        }
    }

    private static void send(Context context, ApiReply reply) throws IOException, InterruptedException {
        if (reply.manner() == ApiReply.Manner.CUT) {
            cut(context);
            return;
        }
        if (reply.manner() == ApiReply.Manner.LATE) {
            Thread.sleep(LATE.toMillis());
        }
        reply.retryAfterSeconds().ifPresent(seconds -> context.header("Retry-After", Integer.toString(seconds)));
        json(context.status(reply.status()), reply.body());
    }

    /**
     * Ends the connection after the headers. An answer cut there reaches the caller as an error: had it been cut before,
     * an HTTP client that finds a kept connection closed may repeat the request unasked.
     */
    private static void cut(Context context) throws IOException {
        context.res().setContentType("application/json");
        context.res().setContentLength(1_000);
        context.res().flushBuffer();
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    private static void respond(Context context, Replies replies) {
        try {
            JsonNode said = object(context.body());
            replies.respond(context.pathParam("token"), said);
            Specimens.ofCall(said);
            context.contentType("text/plain").result("ok");
        } catch (Refused refused) {
            boolean gone = refused.answer().path("error").asString("").endsWith("_url");
            json(context.status(gone ? 404 : 400), refused.answer());
        }
    }

    private static void json(Context context, JsonNode body) {
        context.contentType("application/json; charset=utf-8")
                .result(JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }
}

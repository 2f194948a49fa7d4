package dev.lectern.sandbox.socket;

import dev.lectern.sandbox.page.Body;
import dev.lectern.sandbox.page.PageRoutes;
import dev.lectern.sandbox.page.WrongRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The WebSockets, and {@code /sandbox/sockets}: {@code GET} tells how many there are; {@code POST} with
 * {@code {disconnect: "warning" | "refresh_requested" | "link_disabled"}}, {@code {cut: true}}, {@code {on: true}} or
 * {@code {lose_acks: n}} has happen what may happen to sockets, and with {@code {envelope: {type, payload}}} sends what Slack
 * might send and the sandbox itself does not: the answer says whether it was acknowledged, and with what.
 */
public final class SocketRoutes {
    /** Below the sandbox's address. */
    public static final String PATH = "/link/";

    private static final long PING_SECONDS = 10;

    private final Sockets sockets;
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();

    public SocketRoutes(Sockets sockets) {
        this.sockets = sockets;
    }

    public void register(RoutesConfig routes) {
        routes.ws(PATH, this::serve);
        routes.get("/sandbox/sockets", context -> PageRoutes.json(context, sockets.state()));
        routes.post("/sandbox/sockets", context -> PageRoutes.json(context, happen(Body.parse(context.body()))));
    }

    private void serve(WsConfig config) {
        config.onConnect(context -> {
            context.enableAutomaticPings(PING_SECONDS, TimeUnit.SECONDS);
            String ticket = Optional.ofNullable(context.queryParam("ticket")).orElse("");
            sockets.join(line(context), ticket).ifPresent(joined -> connections.put(context.sessionId(), joined));
        });
        config.onMessage(context -> Optional.ofNullable(connections.get(context.sessionId()))
                .ifPresent(from -> sockets.heard(from, context.message())));
        config.onClose(context -> left(context.sessionId()));
        config.onError(context -> left(context.sessionId()));
    }

    private void left(String session) {
        Optional.ofNullable(connections.remove(session)).ifPresent(sockets::left);
    }

    private static Line line(WsContext context) {
        return new Line() {
            @Override
            public synchronized void send(String text) {
                context.send(text);
            }

            @Override
            public void close(int status, String reason) {
                context.closeSession(status, reason);
            }

            @Override
            public void cut() {
                context.session.disconnect();
            }
        };
    }

    private ObjectNode happen(Body body) {
        JsonNode asked = body.json();
        if (asked.path("envelope").path("payload").isObject()) {
            return exchanged(asked.path("envelope"));
        }
        if (asked.has("disconnect")) {
            String reason = body.required("disconnect");
            sockets.disconnect(Reason.of(reason)
                    .orElseThrow(() -> WrongRequest.bad("Slack closes no socket for the reason " + reason + ".")));
        } else if (asked.path("cut").asBoolean(false)) {
            sockets.cut();
        } else if (asked.path("on").asBoolean(false)) {
            sockets.switchOn();
        } else if (asked.path("lose_acks").isInt()) {
            sockets.loseAcks(asked.path("lose_acks").asInt());
        } else {
            throw WrongRequest.bad("Say what is to happen: {\"disconnect\":\"refresh_requested\"}, {\"cut\":true},"
                    + " {\"on\":true} or {\"lose_acks\":1}.");
        }
        return sockets.state();
    }

    private ObjectNode exchanged(JsonNode envelope) {
        Optional<Sockets.Ack> ack = sockets.send(
                new Sockets.Request(envelope.path("type").asString(""), envelope.path("payload"), true, 0, ""));
        ObjectNode answer =
                JsonNodeFactory.instance.objectNode().put("ok", true).put("acknowledged", ack.isPresent());
        ack.flatMap(Sockets.Ack::payload).ifPresent(payload -> answer.set("payload", payload));
        return answer;
    }
}

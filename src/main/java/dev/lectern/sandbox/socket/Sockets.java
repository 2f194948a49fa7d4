package dev.lectern.sandbox.socket;

import dev.lectern.sandbox.socket.Connection.Outcome;
import dev.lectern.sandbox.workspace.Ids;
import dev.lectern.sandbox.workspace.Team;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The app's sockets: at most ten, any one of which gets an envelope; what is not acknowledged when its socket closes is
 * sent over another, within 3 seconds of real time in all (docs.slack.dev/apis/events-api/using-socket-mode). Any thread
 * may use it.
 */
public final class Sockets {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST = 10;
    private static final int NORMAL = 1000;
    /** So long an old socket lives on beside a new one, and alone at most. */
    private static final Executor SOON = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);

    private static final Executor LATER = CompletableFuture.delayedExecutor(10, TimeUnit.SECONDS);

    private final Optional<String> token;
    private final String address;
    private final Set<String> tickets = new HashSet<>();
    private final List<Connection> open = new ArrayList<>();
    private boolean on;
    private int next;
    private int opened;
    private int sent;
    private int toLose;

    /**
     * @param token the app-level token; empty where the app gets its requests over HTTP
     * @param address of the WebSockets, without what stands behind a question mark
     */
    public Sockets(Optional<String> token, String address) {
        this.token = token;
        this.address = address;
        this.on = token.isPresent();
    }

    /** Whether the app gets its requests this way. */
    public boolean areUsed() {
        return token.isPresent();
    }

    /** {@code apps.connections.open}: an address that is good once, or Slack's refusal. */
    public synchronized ObjectNode address(Optional<String> given) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (given.isEmpty()) {
            return answer.put("ok", false).put("error", "not_authed");
        }
        if (!given.get().startsWith("xapp-")) {
            return answer.put("ok", false).put("error", "not_allowed_token_type");
        }
        if (token.filter(known -> same(known, given.get())).isEmpty()) {
            return answer.put("ok", false).put("error", "invalid_auth");
        }
        String ticket = UUID.randomUUID().toString();
        tickets.add(ticket);
        return answer.put("ok", true).put("url", address + "?ticket=" + ticket + "&app_id=" + Team.APP);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty where the ticket is none. */
    synchronized Optional<Connection> join(Line line, String ticket) {
        if (!tickets.remove(ticket)) {
            line.close(1008, "invalid ticket");
            return Optional.empty();
        }
        if (!on || open.size() >= MOST) {
            line.send(disconnect(on ? "too_many_websockets" : "link_disabled"));
            line.close(NORMAL, "");
            return Optional.empty();
        }
        Connection joined = new Connection(line);
        open.add(joined);
        opened++;
        ObjectNode hello =
                JsonNodeFactory.instance.objectNode().put("type", "hello").put("num_connections", open.size());
        hello.putObject("connection_info").put("app_id", Team.APP);
        hello.putObject("debug_info").put("host", "sandbox").put("approximate_connection_time", 3600);
        line.send(hello.toString());
        open.stream()
                .filter(Connection::isLeaving)
                .forEach(old -> SOON.execute(() -> old.line().close(NORMAL, "")));
        notifyAll();
        return Optional.of(joined);
    }

    void left(Connection connection) {
        synchronized (this) {
            open.remove(connection);
        }
        // An acknowledgement may be on its way over another socket.
        SOON.execute(connection::lose);
    }

    void heard(Connection from, String text) {
        JsonNode said = json(text);
        String envelope = said.path("envelope_id").asString("");
        if (isLost()) {
            from.line().cut();
            return;
        }
        Optional<JsonNode> payload = Optional.of(said.path("payload")).filter(JsonNode::isObject);
        if (!from.acknowledge(envelope, payload)) {
            List<Connection> others;
            synchronized (this) {
                others = List.copyOf(open);
            }
            others.forEach(other -> other.acknowledge(envelope, payload));
        }
    }

    private synchronized boolean isLost() {
        return toLose > 0 && toLose-- > 0;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException malformed) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /**
     * A request on its way to the app.
     *
     * @param takesAnswer whether the acknowledgement may carry an answer
     * @param retry how often it was sent before, for events
     * @param reason why again
     */
    public record Request(String type, JsonNode payload, boolean takesAnswer, int retry, String reason) {}

    /** An acknowledgement. */
    public record Ack(Optional<JsonNode> payload) {}

    /** Empty when the app did not acknowledge within 3 seconds, or no socket was there. */
    public Optional<Ack> send(Request request) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (Optional<Connection> way = pick(until); way.isPresent(); way = pick(until)) {
            Outcome outcome = exchange(request, way.get(), until);
            if (outcome.acknowledged()) {
                return Optional.of(new Ack(outcome.payload().filter(answer -> request.takesAnswer())));
            }
        }
        return Optional.empty();
    }

    private Outcome exchange(Request request, Connection way, long until) {
        String id = Ids.next("envelope-");
        CompletableFuture<Outcome> outcome = way.expect(id);
        ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("envelope_id", id);
        envelope.set("payload", request.payload());
        envelope.put("type", request.type()).put("accepts_response_payload", request.takesAnswer());
        if (request.type().equals("events_api")) {
            envelope.put("retry_attempt", request.retry()).put("retry_reason", request.reason());
        }
        try {
            way.line().send(envelope.toString());
            return outcome.get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Outcome.LOST;
        } catch (ExecutionException | TimeoutException | RuntimeException late) {
            return Outcome.LOST;
        } finally {
            way.forget(id);
        }
    }

    /** One after the other, those about to close last. */
    private synchronized Optional<Connection> pick(long until) {
        try {
            while (open.isEmpty() && System.nanoTime() < until) {
                wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        if (open.isEmpty() || System.nanoTime() >= until) {
            return Optional.empty();
        }
        sent++;
        List<Connection> ways = open.stream()
                .sorted(Comparator.comparing(Connection::isLeaving))
                .filter(way -> !way.isLeaving() || open.stream().allMatch(Connection::isLeaving))
                .toList();
        return Optional.of(ways.get(next++ % ways.size()));
    }

    /** Tells every socket that it is about to be closed; {@code link_disabled} closes at once, and for good. */
    synchronized void disconnect(Reason reason) {
        on = reason != Reason.LINK_DISABLED;
        for (Connection each : List.copyOf(open)) {
            each.leave();
            each.line().send(disconnect(reason.toString()));
            if (on) {
                LATER.execute(() -> each.line().close(NORMAL, ""));
            } else {
                each.line().close(NORMAL, "");
            }
        }
    }

    private static String disconnect(String reason) {
        ObjectNode message =
                JsonNodeFactory.instance.objectNode().put("type", "disconnect").put("reason", reason);
        message.putObject("debug_info").put("host", "sandbox");
        return message.toString();
    }

    synchronized void switchOn() {
        on = token.isPresent();
    }

    /** Cuts every socket without a word. */
    synchronized void cut() {
        List.copyOf(open).forEach(each -> each.line().cut());
    }

    /** The next acknowledgements do not arrive: each breaks its socket instead. */
    synchronized void loseAcks(int times) {
        toLose = times;
    }

    synchronized ObjectNode state() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ok", true)
                .put("on", on)
                .put("open", open.size())
                .put("opened", opened)
                .put("sent", sent);
    }
}

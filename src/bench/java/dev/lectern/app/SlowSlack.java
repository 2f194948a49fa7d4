package dev.lectern.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lectern.redis.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** A Slack that says yes to everything, each time after a while, and keeps nothing. */
final class SlowSlack implements AutoCloseable {
    static final String BOT = "U0LECTERN00";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String team;
    private final Clock clock;
    private volatile Duration pause = Duration.ZERO;
    private final AtomicLong posts = new AtomicLong();
    private final List<Redraw> redraws = new CopyOnWriteArrayList<>();
    private final Map<String, String> responses = new ConcurrentHashMap<>();

    /** A message that was shown anew. */
    record Redraw(Instant at, String ts, String blocks) {}

    SlowSlack(String team, Clock clock) {
        this.team = team;
        this.clock = clock;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api/", this::answer);
        server.createContext("/api/response/", this::respond);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    /** How long each call takes from now on. */
    void takes(Duration time) {
        pause = time;
    }

    /** How many messages were posted so far. */
    long posts() {
        return posts.get();
    }

    List<Redraw> redraws() {
        return List.copyOf(redraws);
    }

    /** What each user alone was told last, at their own response address. */
    Map<String, String> responses() {
        return Map.copyOf(responses);
    }

    private void respond(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        responses.put(path.substring(path.lastIndexOf('/') + 1), body(exchange));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = body(exchange);
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        pause();
        if (method.equals("chat.update")) {
            Map<String, String> asked = fields(body);
            redraws.add(new Redraw(
                    clock.instant(), asked.getOrDefault("ts", ""), asked.getOrDefault("blocks", "")));
        }
        byte[] json = Json.write(answer(method, fields(body))).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    private void pause() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> answer(String method, Map<String, String> asked) {
        return switch (method) {
            case "auth.test" -> Map.of("ok", true, "team_id", team, "user_id", BOT, "bot_id", "B0LECTERN00");
            case "chat.postMessage" -> Map.of("ok", true, "channel", asked.getOrDefault("channel", ""), "ts", ts());
            case "conversations.open" ->
                Map.of(
                        "ok",
                        true,
                        "channel",
                        Map.of("id", "D" + asked.getOrDefault("users", "U").substring(1)));
            case "users.info" ->
                Map.of("ok", true, "user", Map.of("name", "somebody", "real_name", "Some Body", "tz", "UTC"));
            default -> Map.of("ok", true);
        };
    }

    private String ts() {
        Instant now = clock.instant();
        return "%d.%06d".formatted(now.getEpochSecond(), posts.incrementAndGet() % 1_000_000);
    }

    private static Map<String, String> fields(String body) {
        List<String[]> pairs = new ArrayList<>();
        Arrays.stream(body.split("&")).map(pair -> pair.split("=", 2)).forEach(pairs::add);
        return pairs.stream()
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, b) -> b));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

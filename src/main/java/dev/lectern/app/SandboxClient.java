package dev.lectern.app;

import dev.lectern.redis.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What a person does in the sandbox, through the calls that its page makes. */
final class SandboxClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 5;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    SandboxClient(String url) {
        this.url = url;
    }

    List<JsonNode> members() {
        return list(get("/sandbox/workspace").path("users"));
    }

    List<JsonNode> channelMessages(String channel) {
        return list(get("/sandbox/channels/" + channel + "/messages").path("messages"));
    }

    List<JsonNode> directMessages(String user) {
        return list(get("/sandbox/users/" + user + "/messages").path("messages"));
    }

    /** Clicks a button; answers what the person alone was told. */
    String click(String user, String channel, String ts, String action, String value) {
        return post(
                        "/sandbox/actions",
                        Map.of("user", user, "channel", channel, "ts", ts, "action_id", action, "value", value))
                .path("text")
                .asString("");
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    /**
     * Opens {@code /papers setup} and sends the form off with these answers, by block, and the rest as proposed. Where
     * the form does not open it does so again, as a person would: a machine that has just begun, or is busy, may not
     * answer within the three seconds that Slack waits.
     */
    void setUp(String user, String channel, Map<String, Object> answers) {
        JsonNode opened = openSetup(user, channel);
        for (int again = 1; again < TRIES && !opened.has("view"); again++) {
            opened = openSetup(user, channel);
        }
        String view = opened.path("view").path("id").asString("");
        JsonNode sent = post("/sandbox/views/" + view + "/submit", Map.of("user", user, "values", answers));
        if (!sent.path("result").asString("").equals("closed")) {
            throw new IllegalStateException("the demo's group could not be set up: " + opened + " " + sent);
        }
    }

    private JsonNode openSetup(String user, String channel) {
        return post("/sandbox/commands", Map.of("user", user, "channel", channel, "text", "/papers setup"));
    }

    /** Moves the clock to whatever is due next. */
    void nextEvent() {
        post("/sandbox/clock", Map.of("next", true));
    }

    private JsonNode post(String path, Map<String, Object> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    }

    private JsonNode send(HttpRequest request) {
        try {
            return Json.MAPPER.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the sandbox does not answer " + request.uri().getPath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

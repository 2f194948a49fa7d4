package dev.lectern.sandbox.delivery;

import dev.lectern.sandbox.blocks.Specimens;
import dev.lectern.sandbox.socket.Sockets;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The way to the app: its sockets where it has an app-level token, or one URL and signed requests; 3 seconds of real time
 * for each. Any thread may use it.
 */
public final class AppLink {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** The interactions that wait for more than an acknowledgement. */
    private static final Set<String> ANSWERED = Set.of("view_submission", "block_suggestion");

    private final String signingSecret;
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Sockets sockets;
    private volatile Optional<URI> app;

    public AppLink(Optional<URI> app, String signingSecret, InstantSource clock, Sockets sockets) {
        this.sockets = sockets;
        this.app = app;
        this.signingSecret = signingSecret;
        this.clock = clock;
    }

    public void connect(URI url) {
        this.app = Optional.of(url);
    }

    public AppAnswer sendCommand(Map<String, String> fields) {
        if (sockets.areUsed()) {
            ObjectNode payload = JsonNodeFactory.instance.objectNode();
            fields.forEach(payload::put);
            return overSocket(new Sockets.Request("slash_commands", payload, true, 0, ""));
        }
        return sendForm(fields);
    }

    /** Interactions come as a form with one field that holds JSON. */
    public AppAnswer sendInteraction(JsonNode payload) {
        if (sockets.areUsed()) {
            boolean takesAnswer = ANSWERED.contains(payload.path("type").asString(""));
            return overSocket(new Sockets.Request("interactive", payload, takesAnswer, 0, ""));
        }
        return sendForm(Map.of("payload", payload.toString()));
    }

    AppAnswer sendEvent(JsonNode event, int retries, String reason) {
        if (sockets.areUsed()) {
            return overSocket(new Sockets.Request("events_api", event, false, retries, reason));
        }
        Map<String, String> headers = retries == 0
                ? Map.of()
                : Map.of("X-Slack-Retry-Num", Integer.toString(retries), "X-Slack-Retry-Reason", reason);
        return send(event.toString(), "application/json", headers);
    }

    private AppAnswer overSocket(Sockets.Request request) {
        return sockets.send(request)
                .map(ack -> ack.payload().map(JsonNode::toString).orElse(""))
                .<AppAnswer>map(body -> {
                    Specimens.ofAnswer(body);
                    return new AppAnswer.Acknowledged(body.isEmpty() ? "" : "application/json", body);
                })
                .orElseGet(() -> new AppAnswer.Failed("operation_timeout", true));
    }

    private AppAnswer sendForm(Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(form, "application/x-www-form-urlencoded", Map.of());
    }

    private AppAnswer send(String body, String contentType, Map<String, String> headers) {
        if (app.isEmpty()) {
            return new AppAnswer.Failed("dispatch_failed", false);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        long timestamp = clock.instant().getEpochSecond();
        HttpRequest.Builder request = HttpRequest.newBuilder(app.get())
                .timeout(PATIENCE)
                .header("Content-Type", contentType)
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .header("X-Slack-Request-Timestamp", Long.toString(timestamp))
                .header("X-Slack-Signature", Signature.of(signingSecret, timestamp, bytes))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        headers.forEach(request::header);
        return exchange(request.build());
    }

    private AppAnswer exchange(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Specimens.ofAnswer(response.body());
            boolean retry = response.headers()
                    .firstValue("X-Slack-No-Retry")
                    .filter("1"::equals)
                    .isEmpty();
            return response.statusCode() == 200
                    ? new AppAnswer.Acknowledged(
                            response.headers().firstValue("Content-Type").orElse(""), response.body())
                    : new AppAnswer.Failed("dispatch_failed", retry);
        } catch (HttpTimeoutException late) {
            return new AppAnswer.Failed("operation_timeout", true);
        } catch (IOException unreachable) {
            return new AppAnswer.Failed("dispatch_failed", true);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new AppAnswer.Failed("dispatch_failed", false);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

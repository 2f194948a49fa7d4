package dev.lectern.app;

import dev.lectern.redis.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lectern's own door for Slack, knocked at with whatever somebody may send. */
final class Door {
    /** As the demo sets it. */
    static final String SECRET = "sandbox-signing-secret";

    private static final String FORM = "application/x-www-form-urlencoded";

    /** Any free port, on this machine. */
    static final Lectern.Address ANYWHERE = new Lectern.Address("127.0.0.1", 0, port -> Optional.empty());

    private static final AtomicInteger TRIGGERS = new AtomicInteger();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;

    /** For a Lectern in one workspace, with such a door. */
    static Lectern.SlackAccess to(String apiUrl, String botToken) {
        return new Lectern.SlackAccess(
                apiUrl, new Access.Installations.Single(botToken), Optional.of(SECRET), Optional.empty());
    }

    Door(int port) {
        this.url = URI.create("http://127.0.0.1:" + port + "/slack/events");
    }

    /** A body with the headers that are said to prove where it comes from. */
    record Knock(String body, Optional<String> timestamp, Optional<String> signature) {
        static Knock signed(String body, Instant at) {
            return signedWith(SECRET, body, at);
        }

        static Knock signedWith(String secret, String body, Instant at) {
            String timestamp = Long.toString(at.getEpochSecond());
            return new Knock(body, Optional.of(timestamp), Optional.of(sign(secret, timestamp, body)));
        }

        Knock withBody(String other) {
            return new Knock(other, timestamp, signature);
        }

        Knock withTimestamp(String other) {
            return new Knock(body, Optional.of(other), signature);
        }

        Knock withSignature(String other) {
            return new Knock(body, timestamp, Optional.of(other));
        }

        Knock withoutTimestamp() {
            return new Knock(body, Optional.empty(), signature);
        }

        Knock withoutSignature() {
            return new Knock(body, timestamp, Optional.empty());
        }
    }

    HttpResponse<String> send(Knock knock) {
        return send(knock, FORM);
    }

    HttpResponse<String> send(Knock knock, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(knock.body()));
        knock.timestamp().ifPresent(timestamp -> request.header("X-Slack-Request-Timestamp", timestamp));
        knock.signature().ifPresent(signature -> request.header("X-Slack-Signature", signature));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A form sent off with entries that Slack's own client would not let a person make. */
    JsonNode submit(String user, View view, Map<String, Object> values, Instant now) {
        String body = send(Knock.signed(submission(user, view, values), now)).body();
        return body.isEmpty() ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(body);
    }

    /** The body of a form that is sent off, as Slack makes one. */
    static String submission(String user, View view, Map<String, Object> values) {
        ObjectNode sent = (ObjectNode) view.json().deepCopy();
        ObjectNode state = (ObjectNode) sent.path("state").path("values");
        values.forEach((block, value) -> state.putObject(block).set("answer", Json.MAPPER.valueToTree(value)));
        ObjectNode payload = Json.MAPPER.createObjectNode().put("type", "view_submission");
        payload.putObject("team").put("id", "T0LECTERN");
        payload.putObject("user").put("id", user).put("team_id", "T0LECTERN");
        payload.put("api_app_id", "A0LECTERN")
                .put("trigger_id", anotherTrigger())
                .set("view", sent);
        return form(Map.of("payload", payload.toString()));
    }

    /** The body of a tap on a message's only button of this name, as Slack makes one. */
    static String click(String user, Post message, String button) {
        Shown.Button tapped = message.button(button);
        ObjectNode payload = Json.MAPPER.createObjectNode().put("type", "block_actions");
        payload.putObject("team").put("id", "T0LECTERN");
        payload.putObject("user").put("id", user).put("team_id", "T0LECTERN");
        payload.putObject("channel").put("id", People.READING);
        payload.put("api_app_id", "A0LECTERN").put("trigger_id", anotherTrigger());
        payload.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", tapped.actionId())
                .put("block_id", "b")
                .put("value", tapped.value())
                .put("action_ts", "1.0");
        return form(Map.of("payload", payload.toString()));
    }

    /** Slack makes one for each request. */
    private static String anotherTrigger() {
        return "1.2." + TRIGGERS.incrementAndGet();
    }

    /** A slash command as Slack sends it. */
    static String command(String team, String user, String text) {
        return form(Map.of(
                "command",
                "/papers",
                "team_id",
                team,
                "channel_id",
                People.READING,
                "channel_name",
                "reading-group",
                "user_id",
                user,
                "text",
                text,
                "trigger_id",
                anotherTrigger(),
                "response_url",
                "http://127.0.0.1:1/nowhere"));
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static String sign(String secret, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = ("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8);
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

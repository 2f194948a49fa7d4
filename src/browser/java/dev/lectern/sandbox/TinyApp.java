package dev.lectern.sandbox;

import com.slack.api.app_backend.SlackSignature;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An app of a few lines for the page's tests, so that they stand on the sandbox alone: it counts clicks, answers a
 * command to the one who typed it, asks for a topic in a modal that refuses the topic "nothing", and for a city in one
 * that offers those which begin with what was typed.
 */
final class TinyApp implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger clicks = new AtomicInteger();
    private final Sandbox sandbox;
    private final Javalin server;

    private TinyApp(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.post("/slack/events", this::answer);
        });
    }

    static TinyApp behind(Sandbox sandbox) {
        TinyApp app = new TinyApp(sandbox);
        app.server.start("127.0.0.1", 0);
        sandbox.connect(URI.create("http://127.0.0.1:" + app.server.port() + "/slack/events"));
        return app;
    }

    /** Posts a message with these blocks, given as JSON, and answers its ts. */
    String post(String channel, String text, String blocks) {
        return call(
                        "chat.postMessage",
                        """
                        {"channel": "%s", "text": "%s", "blocks": %s}"""
                                .formatted(channel, text, blocks))
                .path("ts")
                .asString();
    }

    private void answer(Context context) {
        if (!isSigned(context)) {
            context.status(401);
        } else if (String.valueOf(context.contentType()).startsWith("application/json")) {
            context.status(200);
        } else {
            answerForm(context, form(context.body()));
        }
    }

    private boolean isSigned(Context context) {
        String timestamp = String.valueOf(context.header("X-Slack-Request-Timestamp"));
        String expected = new SlackSignature.Generator(sandbox.signingSecret()).generate(timestamp, context.body());
        return expected.equals(context.header("X-Slack-Signature"));
    }

    private void answerForm(Context context, Map<String, String> form) {
        if (!form.containsKey("payload")) {
            command(context, form);
            return;
        }
        JsonNode payload = JSON.readTree(form.get("payload"));
        switch (payload.path("type").asString()) {
            case "block_actions" -> click(payload);
            case "view_submission" -> submission(context, payload);
            case "block_suggestion" -> suggestions(context, payload);
            default -> throw new IllegalArgumentException("the tiny app does not know " + payload.path("type"));
        }
    }

    private void command(Context context, Map<String, String> form) {
        if ("form".equals(form.get("text"))) {
            call(
                    "views.open",
                    """
                    {"trigger_id": "%s", "view": {"type": "modal", "callback_id": "form",
                      "title": {"type": "plain_text", "text": "A topic"},
                      "submit": {"type": "plain_text", "text": "Save"},
                      "blocks": [
                        {"type": "input", "block_id": "topic", "label": {"type": "plain_text", "text": "Topic"},
                         "element": {"type": "plain_text_input", "action_id": "text"}},
                        {"type": "input", "block_id": "people", "label": {"type": "plain_text", "text": "People"},
                         "element": {"type": "multi_users_select", "action_id": "users",
                                     "initial_users": ["U0ADA"]}}]}}"""
                            .formatted(form.get("trigger_id")));
        } else if ("city".equals(form.get("text"))) {
            call(
                    "views.open",
                    """
                    {"trigger_id": "%s", "view": {"type": "modal", "callback_id": "city",
                      "title": {"type": "plain_text", "text": "A city"},
                      "submit": {"type": "plain_text", "text": "Go"},
                      "blocks": [
                        {"type": "input", "block_id": "city", "label": {"type": "plain_text", "text": "City"},
                         "element": {"type": "external_select", "action_id": "name", "min_query_length": 2}}]}}"""
                            .formatted(form.get("trigger_id")));
        } else {
            context.contentType("application/json")
                    .result("{\"response_type\": \"ephemeral\", \"text\": \"Heard: *" + form.get("text") + "*\"}");
        }
    }

    private void click(JsonNode payload) {
        String ts = payload.path("message").path("ts").asString();
        String text = "Clicked " + clicks.incrementAndGet();
        call(
                "chat.update",
                """
                {"channel": "%s", "ts": "%s", "text": "%s", "blocks": %s}"""
                        .formatted(payload.path("channel").path("id").asString(), ts, text, counter(text)));
    }

    private void suggestions(Context context, JsonNode payload) {
        String typed = payload.path("value").asString().toLowerCase(Locale.ROOT);
        String options = Stream.of("Berlin", "Bergen", "Lisbon")
                .filter(city -> city.toLowerCase(Locale.ROOT).startsWith(typed))
                .map(
                        """
                        {"text": {"type": "plain_text", "text": "%1$s"}, "value": "%1$s"}"""
                                ::formatted)
                .collect(Collectors.joining(","));
        context.contentType("application/json").result("{\"options\": [" + options + "]}");
    }

    /** The blocks of a message with a button that counts. */
    static String counter(String text) {
        return """
                [{"type": "section", "text": {"type": "mrkdwn", "text": "%s"}},
                 {"type": "actions", "elements": [{"type": "button", "action_id": "count", "value": "1",
                   "text": {"type": "plain_text", "text": "Count"}}]}]"""
                .formatted(text);
    }

    private void submission(Context context, JsonNode payload) {
        JsonNode values = payload.path("view").path("state").path("values");
        String city = values.path("city")
                .path("name")
                .path("selected_option")
                .path("value")
                .asString("");
        if (!city.isEmpty()) {
            call("chat.postMessage", "{\"channel\": \"C0READING\", \"text\": \"To %s\"}".formatted(city));
            return;
        }
        String topic = values.path("topic").path("text").path("value").asString();
        if (topic.equals("nothing")) {
            context.contentType("application/json")
                    .result("{\"response_action\": \"errors\", \"errors\": {\"topic\": \"Name a topic.\"}}");
            return;
        }
        String people = values.path("people").path("users").path("selected_users").values().stream()
                .map(JsonNode::asString)
                .collect(Collectors.joining(" "));
        call("chat.postMessage", "{\"channel\": \"C0READING\", \"text\": \"%s for %s\"}".formatted(topic, people));
    }

    private JsonNode call(String method, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.apiUrl() + method))
                .header("Authorization", "Bearer " + sandbox.botToken())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            JsonNode answer = JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
            if (!answer.path("ok").asBoolean()) {
                throw new IllegalStateException(method + " was refused: " + answer);
            }
            return answer;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(method + " did not come through", failed);
        }
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop();
    }
}

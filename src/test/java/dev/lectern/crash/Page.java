package dev.lectern.crash;

import dev.lectern.redis.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The sandbox as its page uses it: what people do and see. Any thread. */
final class Page {
    private static final int PATIENT = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Slack takes what an app says to a click for half an hour. */
    private static final Duration LONGEST_TALK = Duration.ofMinutes(29);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final InstantSource clock;
    private final PrintWriter journal;

    /**
     * @param clock the sandbox's
     * @param journal where to note what people did, and what they were told
     */
    Page(String url, InstantSource clock, Path journal) {
        this.url = url;
        this.clock = clock;
        try {
            this.journal = new PrintWriter(Files.newBufferedWriter(journal), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What somebody alone was shown for what they did.
     *
     * @param overtaken whether the clock moved on so far meanwhile that Slack took no more words
     */
    record Answer(JsonNode json, boolean overtaken) {
        private static final Set<String> NO_ANSWER =
                Set.of("dispatch_failed", "operation_timeout", "invalid_command_response");
        /** Lectern does not know itself what became of it, and says so. */
        private static final String UNCERTAIN = "can't tell";

        /** Whether Lectern answered, and knew what became of the request. */
        boolean came() {
            return json.path("ok").asBoolean(false) && !isUnknown();
        }

        /** Whether the request left, and it is open what became of it. */
        boolean isUnknown() {
            return overtaken
                    || isUncertain()
                    || NO_ANSWER.contains(json.path("error").asString(""));
        }

        private boolean isUncertain() {
            return json.path("messages")
                    .valueStream()
                    .anyMatch(said -> said.path("text").asString("").contains(UNCERTAIN));
        }

        String text() {
            return json.path("text").asString("");
        }

        List<Message> messages() {
            return json.path("messages").valueStream().map(Message::new).toList();
        }
    }

    /** A message as it is shown. */
    record Message(JsonNode json) {
        String id() {
            return payload().path("id").asString("");
        }

        JsonNode payload() {
            return json.path("metadata").path("event_payload");
        }

        String channel() {
            return json.path("channel").asString();
        }

        String ts() {
            return json.path("ts").asString();
        }

        boolean isFromBot() {
            return json.has("bot_id") && !json.path("ephemeral").asBoolean(false);
        }

        /** The buttons whose action ids begin like this. */
        List<Button> buttons(String name) {
            return all(json.path("blocks"))
                    .filter(node -> node.path("type").asString("").equals("button")
                            && node.path("action_id").asString("").startsWith(name))
                    .map(node -> new Button(
                            node.path("action_id").asString(),
                            node.path("value").asString("")))
                    .distinct()
                    .toList();
        }

        /** All that can be read in it. */
        List<String> texts() {
            return all(json.path("blocks"))
                    .map(node -> node.path("text"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString)
                    .toList();
        }

        private static Stream<JsonNode> all(JsonNode node) {
            return Stream.concat(Stream.of(node), node.valueStream().flatMap(Message::all));
        }
    }

    record Button(String actionId, String value) {}

    Answer command(String channel, String user, String text) {
        return ask("/sandbox/commands", Map.of("user", user, "channel", channel, "text", "/papers " + text));
    }

    Answer click(String user, Message message, Button button) {
        return ask(
                "/sandbox/actions",
                Map.of(
                        "user",
                        user,
                        "channel",
                        message.channel(),
                        "ts",
                        message.ts(),
                        "action_id",
                        button.actionId(),
                        "value",
                        button.value()));
    }

    /** For whoever reads the journal. */
    void note(String what) {
        journal.println(what);
    }

    private Answer ask(String path, Map<String, Object> what) {
        Instant asked = clock.instant();
        String at = Clock.systemUTC().instant().toString();
        JsonNode said = post(path, what);
        Duration took = Duration.between(asked, clock.instant());
        Answer answer = new Answer(said, took.compareTo(LONGEST_TALK) > 0);
        journal.println(at + " to " + Clock.systemUTC().instant() + " " + new TreeMap<>(what) + ": "
                + (answer.came() ? "answered" : answer.isUnknown() ? "unknown" : "refused") + " "
                + said.path("error").asString("") + " " + answer.text());
        return answer;
    }

    /**
     * Fills the form of {@code /papers setup}; what is not given stays as proposed. Again where a machine that is busy
     * starting all of this does not answer in Slack's three seconds.
     */
    void setUp(String channel, String user, Map<String, Object> values) throws InterruptedException {
        JsonNode said = setUpOnce(channel, user, values);
        for (int tries = 1; !isClosed(said) && tries < PATIENT; tries++) {
            TimeUnit.SECONDS.sleep(1);
            said = setUpOnce(channel, user, values);
        }
        if (!isClosed(said)) {
            throw new IllegalStateException("no group in " + channel + ": " + said);
        }
    }

    private JsonNode setUpOnce(String channel, String user, Map<String, Object> values) {
        JsonNode opened = command(channel, user, "setup").json();
        String view = opened.path("view").path("id").asString("");
        return view.isEmpty()
                ? opened
                : post("/sandbox/views/" + view + "/submit", Map.of("user", user, "values", values));
    }

    private static boolean isClosed(JsonNode said) {
        return said.path("result").asString("").equals("closed");
    }

    void advance(Duration length) {
        post("/sandbox/clock", Map.of("advance", length.toString()));
    }

    /** What everybody in the channel sees, oldest first. */
    List<Message> channel(String channel) {
        return posted("/sandbox/channels/" + channel + "/messages");
    }

    /** The bot's direct messages to somebody, oldest first. */
    List<Message> direct(String user) {
        return posted("/sandbox/users/" + user + "/messages");
    }

    private List<Message> posted(String path) {
        return get(path)
                .path("messages")
                .valueStream()
                .map(Message::new)
                .filter(Message::isFromBot)
                .toList();
    }

    /** The bot's calls of a method that Slack took, oldest first. */
    List<JsonNode> calls(String method) {
        return allCalls(method)
                .filter(call -> call.path("response").path("ok").asBoolean(false))
                .toList();
    }

    /** The bot's calls of a method, taken or refused, oldest first. */
    Stream<JsonNode> allCalls(String method) {
        return get("/sandbox/calls?method=" + method).path("calls").valueStream();
    }

    private JsonNode get(String path) {
        return send(request(path).GET().build());
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
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

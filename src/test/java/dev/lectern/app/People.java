package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.redis.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** What people do and see in a sandbox that runs somewhere, over HTTP as its page does. Any thread may use it. */
final class People {
    static final String ADA = "U0ADA";
    static final String BEN = "U0BEN";
    static final String CHEN = "U0CHEN";
    static final String DIYA = "U0DIYA";
    static final String EMIL = "U0EMIL";
    static final String FATIMA = "U0FATIMA";
    static final List<String> ALL = List.of(ADA, BEN, CHEN, DIYA, EMIL, FATIMA);

    /** The demo's reading group. */
    static final String READING = "C0READING";

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Slack takes one message a second in a channel. */
    private static final Duration POSTING_PACE = Duration.ofSeconds(1);

    /** A message is redrawn every third second at most, once it was redrawn twice. */
    private static final Duration REDRAW_PACE = Duration.ofSeconds(4);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    People(String url) {
        this.url = url;
    }

    /** What somebody alone was shown for what they did. */
    record Answer(JsonNode json) {
        /** The first ephemeral answer, or nothing. */
        String text() {
            return json.path("text").asString("");
        }

        List<Post> posts() {
            return json.path("messages").valueStream().map(Post::new).toList();
        }

        /** The modal that opened or changed. */
        Optional<View> view() {
            return Optional.of(json.path("view")).filter(JsonNode::isObject).map(View::new);
        }

        View opened() {
            return view().orElseThrow(() -> new AssertionError("no modal opened: " + json));
        }

        String result() {
            return json.path("result").asString("");
        }

        Map<String, String> errors() {
            Map<String, String> errors = new LinkedHashMap<>();
            json.path("errors")
                    .properties()
                    .forEach(
                            error -> errors.put(error.getKey(), error.getValue().asString()));
            return errors;
        }
    }

    Answer command(String user, String text) {
        return commandIn(READING, user, text);
    }

    Answer commandIn(String channel, String user, String text) {
        return new Answer(ok(post("/sandbox/commands", Map.of("user", user, "channel", channel, "text", text))));
    }

    /** A tap on the message's button of this name, the one with this value. */
    Answer click(String user, Post message, String button, String value) {
        return click(user, message, message.button(button, value));
    }

    /** A tap on the message's only button of this name. */
    Answer click(String user, Post message, String button) {
        return click(user, message, message.button(button));
    }

    /** A tap on the message's first button of this name. */
    Answer clickFirst(String user, Post message, String button) {
        return click(user, message, message.buttons(button).get(0));
    }

    private Answer click(String user, Post message, Shown.Button button) {
        return new Answer(ok(post(
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
                        button.value()))));
    }

    Answer clickIn(String user, View view, String button, String value) {
        return new Answer(ok(post(
                "/sandbox/actions",
                Map.of(
                        "user",
                        user,
                        "view_id",
                        view.id(),
                        "action_id",
                        view.button(button, value).actionId(),
                        "value",
                        value))));
    }

    Answer submit(String user, View view, Map<String, Object> values) {
        return new Answer(ok(post("/sandbox/views/" + view.id() + "/submit", Map.of("user", user, "values", values))));
    }

    /** What a field offers while somebody types in it. */
    List<JsonNode> type(String user, View view, String actionId, String typed) {
        return ok(post(
                        "/sandbox/suggestions",
                        Map.of("user", user, "view_id", view.id(), "action_id", actionId, "value", typed)))
                .path("options")
                .valueStream()
                .toList();
    }

    /** Somebody chooses the app's entry in a message's menu. */
    Answer shortcut(String user, Post message, String callbackId) {
        return new Answer(ok(post(
                "/sandbox/shortcuts",
                Map.of("user", user, "callback_id", callbackId, "channel", message.channel(), "ts", message.ts()))));
    }

    /** Somebody chooses the app's entry in the menu that is there everywhere. */
    Answer shortcut(String user, String callbackId) {
        return new Answer(ok(post("/sandbox/shortcuts", Map.of("user", user, "callback_id", callbackId))));
    }

    /** Somebody brings the app into a channel. */
    void invite(String user, String channel) {
        ok(post("/sandbox/channels/" + channel + "/invite", Map.of("user", user)));
        settle();
    }

    /** What stands in the thread of a message, oldest first. */
    List<Post> thread(Post first) {
        return channel(first.channel()).stream()
                .filter(post -> post.json().path("thread_ts").asString("").equals(first.ts()))
                .filter(post -> !post.ts().equals(first.ts()))
                .toList();
    }

    /** Somebody posts; the answer is the message as it stands once everything due was done. */
    Post say(String user, String channel, String text) {
        String ts = ok(post("/sandbox/messages", Map.of("user", user, "channel", channel, "text", text)))
                .path("ts")
                .asString();
        settle();
        return said(channel, ts);
    }

    Post said(String channel, String ts) {
        return channel(channel).stream()
                .filter(post -> post.ts().equals(ts))
                .findFirst()
                .orElseThrow();
    }

    void leave(String user, String channel) {
        ok(post("/sandbox/channels/" + channel + "/leave", Map.of("user", user)));
    }

    void rejoin(String user, String channel) {
        ok(post("/sandbox/channels/" + channel + "/join", Map.of("user", user)));
    }

    /** Does something to a channel, such as {@code archive}. */
    void of(String channel, String what) {
        ok(post("/sandbox/channels/" + channel + "/" + what, Map.of()));
    }

    void deactivate(String user) {
        ok(post("/sandbox/users/" + user + "/deactivate", Map.of()));
    }

    /** What somebody's account may do from now on, such as {@code guest}. */
    void rank(String user, String rank) {
        ok(post("/sandbox/users/" + user + "/rank", Map.of("rank", rank)));
    }

    /** In what language Slack speaks to somebody from now on, such as {@code de-DE}. */
    void locale(String user, String locale) {
        ok(post("/sandbox/users/" + user + "/locale", Map.of("locale", locale)));
    }

    /** The organizer sends a form of {@code /papers meetings}; answers what is said to it. */
    Answer changeMeetings(String button, Map<String, Object> values) {
        Post hub = command(ADA, "meetings").posts().get(0);
        Answer answer = submit(ADA, click(ADA, hub, button).opened(), values);
        closeModals(ADA);
        settle();
        return answer;
    }

    void closeModals(String user) {
        List<View> open = modals(user);
        for (int top = open.size() - 1; top >= 0; top--) {
            ok(post("/sandbox/views/" + open.get(top).id() + "/close", Map.of("user", user)));
        }
    }

    /** Moves the clock on; everything on the way has happened when this returns. */
    List<Instant> advance(Duration length) {
        return ran(post("/sandbox/clock", Map.of("advance", length.toString())));
    }

    /** Moves the clock to an instant, unless it is there already. */
    void goTo(Instant instant) {
        if (instant.isAfter(now())) {
            ran(post("/sandbox/clock", Map.of("to", instant.toString())));
        }
    }

    /** Moves the clock to whatever is due next. */
    List<Instant> next() {
        return ran(post("/sandbox/clock", Map.of("next", true)));
    }

    /** Does what is due at once, redraws above all, and returns when it is done. */
    void settle() {
        advance(Duration.ZERO);
    }

    /** Waits until a message that was redrawn often shows the last state: that may take its next redraw's turn. */
    void awaitRedraw() {
        advance(REDRAW_PACE);
    }

    CompletableFuture<HttpResponse<String>> advanceMeanwhile(Duration length) {
        return http.sendAsync(
                body("/sandbox/clock", Map.of("advance", length.toString())), HttpResponse.BodyHandlers.ofString());
    }

    private static List<Instant> ran(JsonNode answer) {
        return ok(answer)
                .path("ran")
                .valueStream()
                .map(stop -> Instant.parse(stop.asString()))
                .toList();
    }

    Instant now() {
        return Instant.parse(get("/sandbox/workspace").path("now").asString());
    }

    /** What the whole channel sees, oldest first. */
    List<Post> channel() {
        return channel(READING);
    }

    List<Post> channel(String channel) {
        return posts("/sandbox/channels/" + channel + "/messages").stream()
                .filter(post -> !post.isEphemeral())
                .toList();
    }

    /** The direct messages from the bot. */
    List<Post> direct(String user) {
        return posts("/sandbox/users/" + user + "/messages").stream()
                .filter(post -> !post.isEphemeral() && post.isFromBot())
                .toList();
    }

    /** Every message that the bot has posted to the group's channel and to its members, oldest first in each. */
    List<Post> everything() {
        List<Post> all =
                new ArrayList<>(channel().stream().filter(Post::isFromBot).toList());
        ALL.forEach(user -> all.addAll(direct(user)));
        return all;
    }

    private List<Post> posts(String path) {
        return get(path).path("messages").valueStream().map(Post::new).toList();
    }

    List<View> modals(String user) {
        return get("/sandbox/users/" + user + "/views")
                .path("modals")
                .valueStream()
                .map(View::new)
                .toList();
    }

    /** Open modals, and the Home as it was last published. */
    JsonNode views(String user) {
        return get("/sandbox/users/" + user + "/views");
    }

    View home(String user) {
        return new View(ok(post("/sandbox/home", Map.of("user", user))).path("home"));
    }

    /** The newest message in the channel whose id in the outbox begins like this. */
    Optional<Post> newest(String id) {
        return channel().stream().filter(post -> post.id().startsWith(id)).reduce((one, other) -> other);
    }

    Post the(String id) {
        List<Post> found =
                everything().stream().filter(post -> post.id().startsWith(id)).toList();
        assertThat(found).as("messages %s", id).hasSize(1);
        return found.get(0);
    }

    List<Call> calls() {
        return get("/sandbox/calls").path("calls").valueStream().map(Call::new).toList();
    }

    /** A call of the Web API, as the app made it. */
    record Call(JsonNode json) {
        Instant at() {
            return Instant.parse(json.path("at").asString());
        }

        String method() {
            return json.path("method").asString();
        }

        String id() {
            return json.path("arguments")
                    .path("metadata")
                    .path("event_payload")
                    .path("id")
                    .asString("");
        }

        String error() {
            return json.path("response").path("error").asString("");
        }

        boolean isOk() {
            return json.path("response").path("ok").asBoolean(false);
        }
    }

    /** Whoever is not the visitor acts; what they did, a sentence each. */
    List<String> othersAct(String visitor) {
        return post("/sandbox/extras", Map.of("user", visitor))
                .path("did")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** Has happen what may happen to sockets; how they are then. */
    JsonNode sockets(String what, Object how) {
        return post("/sandbox/sockets", Map.of(what, how));
    }

    JsonNode sockets() {
        return get("/sandbox/sockets");
    }

    void fault(String method, int times, String kind) {
        ok(post("/sandbox/faults", Map.of("method", method, "times", times, "kind", kind)));
    }

    /** The next calls of the method are answered with this error of Slack's. */
    void refuse(String method, int times, String error) {
        ok(post("/sandbox/faults", Map.of("method", method, "times", times, "kind", "refused", "error", error)));
    }

    /** A message with one button, posted with the bot's token: what another version of Lectern could have left. */
    Post leftBehind(String actionId, String value) {
        advance(POSTING_PACE);
        Map<String, Object> button = Map.of(
                "type",
                "button",
                "action_id",
                actionId,
                "value",
                value,
                "text",
                Map.of("type", "plain_text", "text", "Old"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/chat.postMessage"))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Authorization", "Bearer xoxb-sandbox")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Map.of(
                        "channel",
                        READING,
                        "text",
                        "left behind",
                        "blocks",
                        List.of(Map.of("type", "actions", "elements", List.of(button)))))))
                .build();
        String ts = ok(send(request)).path("ts").asString();
        return channel().stream()
                .filter(post -> post.ts().equals(ts))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .GET()
                .build());
    }

    private JsonNode post(String path, Map<String, Object> body) {
        return send(body(path, body));
    }

    private HttpRequest body(String path, Map<String, Object> body) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build();
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

    private static JsonNode ok(JsonNode answer) {
        assertThat(answer.path("ok").asBoolean(false)).as("%s", answer).isTrue();
        return answer;
    }
}

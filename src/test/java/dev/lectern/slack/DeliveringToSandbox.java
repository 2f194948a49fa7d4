package dev.lectern.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.GroupId;
import dev.lectern.redis.Json;
import dev.lectern.redis.TestRedis;
import dev.lectern.sandbox.Sandbox;
import dev.lectern.sandbox.SandboxConfiguration;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Delivery;
import dev.lectern.work.Delivery.Attempt;
import dev.lectern.work.Delivery.Outcome;
import dev.lectern.work.Delivery.Receipt;
import dev.lectern.work.Outgoing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;

/** A delivery to a sandbox, by a clock that is moved; the sandbox tells what got there and what was called. */
abstract class DeliveringToSandbox {
    static final String TOKEN = "xoxb-sandbox-test";
    static final GroupId GROUP = GroupId.parse("T0LECTERN:C0READING");
    static final GroupId SISTER = GroupId.parse("T0LECTERN:C0PAPERS");
    static final String CHANNEL = "C0READING";
    static final String ADA = "U0ADA";

    final MovedClock clock = new MovedClock();
    final UnifiedJedis redis = TestRedis.fresh();
    final HttpClient http = HttpClient.newHttpClient();
    final Right right = new Right();
    final Drawings drawings = new Drawings();
    Sandbox sandbox = started(SandboxConfiguration.DEFAULT_SCOPES);
    SlackDelivery delivery = process();
    String tally = "no votes";

    DeliveringToSandbox() {
        drawings.register("tally", (group, key) -> Optional.of(Message.of(tally)));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    Sandbox started(Set<String> scopes) {
        return Sandbox.start(
                SandboxConfiguration.of(TOKEN, "shh").withScopes(scopes).aheadOf(clock));
    }

    SlackDelivery process() {
        return new SlackDelivery(workspaces(), drawings, Scenes.english(), new PaceStore(redis, clock));
    }

    Workspaces workspaces() {
        return Workspaces.single(
                new Installation(GROUP.team(), TOKEN, "U0BOT", "B0BOT"), new SlackApi(sandbox.apiUrl(), TOKEN));
    }

    void without(String scope) {
        sandbox.close();
        Set<String> scopes = new HashSet<>(SandboxConfiguration.DEFAULT_SCOPES);
        scopes.remove(scope);
        sandbox = started(scopes);
        delivery = process();
    }

    /** The right to deliver, until it is lost. */
    static final class Right implements Delivery.Hold {
        int kept;
        int lostAfter = Integer.MAX_VALUE;

        @Override
        public long fence() {
            return 7;
        }

        @Override
        public void keep() {
            if (kept == lostAfter) {
                throw new IllegalStateException("somebody else delivers");
            }
            kept++;
        }
    }

    static Outgoing.Post to(String to, String id, Block... blocks) {
        return new Outgoing.Post(id, to, BlockJson.write(Message.of("message " + id, blocks)));
    }

    Outcome send(Outgoing message) {
        return send(GROUP, message, Optional.empty(), Optional.empty());
    }

    Outcome sendAgain(Outgoing message) {
        return sendAgain(message, clock.instant());
    }

    Outcome sendAgain(Outgoing message, Instant unknownSince) {
        return send(GROUP, message, Optional.empty(), Optional.of(unknownSince));
    }

    Outcome send(GroupId group, Outgoing message, Optional<Receipt> before, Optional<Instant> unknownSince) {
        return delivery.deliver(new Attempt(group, message, before, Optional.empty(), unknownSince, right));
    }

    Outcome sendBelow(Outgoing message, Optional<Receipt> thread, Optional<Instant> unknownSince) {
        return delivery.deliver(new Attempt(GROUP, message, Optional.empty(), thread, unknownSince, right));
    }

    static Receipt receipt(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Sent.class);
        return ((Outcome.Sent) outcome).receipt();
    }

    static Outcome.Later later(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Later.class);
        return (Outcome.Later) outcome;
    }

    JsonNode get(String path) {
        return answer(HttpRequest.newBuilder(URI.create(sandbox.url() + path)));
    }

    void post(String path, Map<String, Object> body) {
        JsonNode answer = answer(HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Authorization", "Bearer " + TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body))));
        assertThat(answer.path("ok").asBoolean()).as("%s: %s", path, answer).isTrue();
    }

    JsonNode answer(HttpRequest.Builder request) {
        try {
            return Json.MAPPER.readTree(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void fault(String method, int times, String kind) {
        post("/sandbox/faults", Map.of("method", method, "times", times, "kind", kind));
    }

    void chatter(int messages) {
        for (int i = 0; i < messages; i++) {
            post("/sandbox/messages", Map.of("user", ADA, "channel", CHANNEL, "text", "chatter " + i));
        }
    }

    List<JsonNode> inChannel() {
        return ours(get("/sandbox/channels/" + CHANNEL + "/messages"));
    }

    List<JsonNode> toAda() {
        return ours(get("/sandbox/users/" + ADA + "/messages"));
    }

    static List<JsonNode> ours(JsonNode answer) {
        return answer.path("messages")
                .valueStream()
                .filter(message -> message.has("bot_id"))
                .toList();
    }

    long calls(String method) {
        return get("/sandbox/calls?method=" + method).path("calls").size();
    }
}

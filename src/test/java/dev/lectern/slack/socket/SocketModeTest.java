package dev.lectern.slack.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.redis.Json;
import dev.lectern.sandbox.Sandbox;
import dev.lectern.sandbox.SandboxConfiguration;
import dev.lectern.slack.SlackApi;
import dev.lectern.slack.SlackFailure;
import io.github.resilience4j.core.IntervalFunction;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A socket is kept open, whatever becomes of the one before, and what is in hand is finished. */
class SocketModeTest {
    private static final String TOKEN = "xapp-sandbox";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Timing QUICK = new Timing(
            Duration.ofMillis(100),
            Duration.ofMillis(1500),
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            Duration.ofMillis(100),
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(50), 1.5, 0.5, Duration.ofMillis(200)));

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private Sandbox sandbox;
    private SlackApi slack;

    @BeforeEach
    void start() {
        sandbox =
                Sandbox.start(SandboxConfiguration.of("xoxb-sandbox", "secret").overSockets(TOKEN));
        slack = new SlackApi(sandbox.apiUrl(), TOKEN);
    }

    @AfterEach
    void stop() throws Exception {
        slack.close();
        sandbox.close();
    }

    private Hearing.Heard answered(String payload) {
        heard.add(payload);
        return new Hearing.Heard(true, Optional.of("{\"text\":\"heard\"}"));
    }

    private SocketMode opened(Hearing hearing) throws SlackFailure {
        SocketMode sockets = new SocketMode(slack::socketAddress, hearing, QUICK);
        sockets.start();
        awaitOpen(sockets);
        return sockets;
    }

    private static void awaitOpen(SocketMode sockets) {
        Awaitility.await().atMost(PATIENCE).until(() -> sockets.problem().isEmpty());
    }

    private JsonNode post(String path, String json) {
        try {
            return Json.MAPPER.readTree(http.send(
                            HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                                    .POST(HttpRequest.BodyPublishers.ofString(json))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode command(String text) {
        return post(
                "/sandbox/commands", "{\"user\":\"U0ADA\",\"channel\":\"C0READING\",\"text\":\"%s\"}".formatted(text));
    }

    @Test
    void a_command_comes_over_the_socket_and_its_answer_goes_back() throws Exception {
        try (SocketMode ignored = opened(this::answered)) {
            assertThat(command("help").toString()).contains("heard");
            assertThat(heard).singleElement().asString().contains("\"command\":\"/papers\"", "\"text\":\"help\"");
        }
    }

    @Test
    void what_was_not_taken_is_not_acknowledged() throws Exception {
        try (SocketMode ignored = opened(payload -> new Hearing.Heard(false, Optional.empty()))) {
            assertThat(command("help").toString()).contains("operation_timeout");
        }
    }

    @Test
    void what_fails_is_not_acknowledged_and_does_not_keep_the_next_one_away() throws Exception {
        Hearing failingFirst = payload -> {
            if (heard.isEmpty()) {
                heard.add(payload);
                throw new IllegalStateException("once");
            }
            return answered(payload);
        };
        try (SocketMode ignored = opened(failingFirst)) {
            assertThat(command("help").toString()).contains("operation_timeout");
            assertThat(command("help").toString()).contains("heard");
        }
    }

    @Test
    void a_stop_finishes_and_acknowledges_what_is_in_hand_and_then_says_goodbye() throws Exception {
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        SocketMode sockets = opened(payload -> {
            inHand.countDown();
            await(goOn);
            return answered(payload);
        });
        CompletableFuture<JsonNode> slow = CompletableFuture.supplyAsync(() -> command("slow"));
        await(inHand);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(sockets::close);
        Awaitility.await().atMost(PATIENCE).until(() -> sockets.problem().isPresent() || !stop.isDone());
        goOn.countDown();
        assertThat(slow.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).toString()).contains("heard");
        stop.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> post("/sandbox/sockets", "{\"lose_acks\":0}")
                                .path("open")
                                .asInt()
                        == 0);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_token_that_slack_does_not_take_is_said_at_the_start_by_name() {
        for (String wrong : List.of("xapp-wrong", "xoxb-sandbox")) {
            SlackApi stranger = new SlackApi(sandbox.apiUrl(), wrong);
            SocketMode sockets = new SocketMode(stranger::socketAddress, this::answered, QUICK);
            assertThatThrownBy(sockets::start)
                    .isInstanceOfSatisfying(
                            SlackFailure.class,
                            refused -> assertThat(SocketTrouble.sentence(refused.code()))
                                    .contains("SLACK_APP_TOKEN")
                                    .contains(refused.code())
                                    .doesNotContain(wrong));
            sockets.close();
        }
    }

    @Test
    void slack_that_wants_no_more_calls_is_asked_again_when_it_said() throws Exception {
        post("/sandbox/faults", "{\"method\":\"apps.connections.open\",\"times\":2,\"kind\":\"ratelimited\"}");
        long began = System.nanoTime();
        try (SocketMode sockets = new SocketMode(slack::socketAddress, this::answered, QUICK)) {
            sockets.start();
            assertThat(sockets.problem())
                    .hasValueSatisfying(why -> assertThat(why).contains("too many sockets"));
            awaitOpen(sockets);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(1900));
        }
    }

    @Test
    void socket_mode_that_is_switched_off_is_said_and_used_again_once_it_is_on() throws Exception {
        try (SocketMode sockets = opened(this::answered)) {
            post("/sandbox/sockets", "{\"disconnect\":\"link_disabled\"}");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> sockets.problem().equals(Optional.of(SocketTrouble.SWITCHED_OFF)));
            post("/sandbox/sockets", "{\"on\":true}");
            awaitOpen(sockets);
            assertThat(command("help").toString()).contains("heard");
        }
    }

    @Test
    void the_eleventh_socket_is_refused_and_comes_in_once_there_is_room() throws Exception {
        List<SocketMode> ten = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 10; i++) {
            ten.add(opened(this::answered));
        }
        try (SocketMode eleventh = new SocketMode(slack::socketAddress, this::answered, QUICK)) {
            eleventh.start();
            assertThat(eleventh.problem()).isPresent();
            ten.remove(0).close();
            assertThat(command("help").toString()).contains("heard");
        } finally {
            ten.forEach(SocketMode::close);
        }
    }

    @Test
    void a_socket_that_shows_no_sign_of_life_is_given_up_for_another() throws Exception {
        for (boolean saysHello : List.of(true, false)) {
            try (SilentServer silent = new SilentServer(saysHello);
                    SocketMode sockets = new SocketMode(silent::address, this::answered, QUICK)) {
                sockets.start();
                Awaitility.await().atMost(PATIENCE).until(() -> silent.opened() >= 2);
            }
        }
    }

    @Test
    void where_nobody_listens_it_is_tried_again_and_said_where() throws Exception {
        URI nowhere = URI.create("ws://127.0.0.1:1/link/");
        List<URI> asked = new CopyOnWriteArrayList<>();
        Addresses addresses = () -> {
            asked.add(nowhere);
            return nowhere;
        };
        try (SocketMode sockets = new SocketMode(addresses, this::answered, QUICK)) {
            sockets.start();
            Awaitility.await().atMost(PATIENCE).until(() -> asked.size() >= 3);
            assertThat(sockets.problem())
                    .hasValueSatisfying(
                            why -> assertThat(why).contains("127.0.0.1").contains("proxy"));
        }
    }
}

package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.paper.search.WordsEmbedder;
import dev.lectern.redis.TestRedis;
import dev.lectern.sandbox.Sandbox;
import dev.lectern.sandbox.SandboxConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.UnifiedJedis;

/** One workspace by SLACK_BOT_TOKEN: once that token is good no more, Lectern rests, says so, and loses nothing. */
class TokenTakenTest {
    private static final String TOKEN = "xoxb-the-first";
    private static final String NEXT = "xoxb-the-next";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UnifiedJedis redis = TestRedis.fresh();
    private final int port = DemoWorld.freePort();
    private final Sandbox sandbox = Sandbox.start(SandboxConfiguration.of(TOKEN, Door.SECRET)
            .withApp(URI.create("http://127.0.0.1:" + port + "/slack/events")));
    private final People people = new People(sandbox.url());

    @SuppressWarnings("NullAway.Init") // set before each test
    private PapersAtHand papers;

    @SuppressWarnings("NullAway.Init")
    private Lectern lectern;

    @BeforeEach
    void a_group_with_two_papers(@TempDir Path folder) {
        papers = PapersAtHand.open(redis, folder, new WordsEmbedder());
        lectern = lectern(TOKEN);
        new SandboxClient(sandbox.url())
                .setUp(People.ADA, People.READING, Map.of("members", List.of(People.ADA, People.BEN)));
        await().atMost(PATIENCE).until(() -> !people.channel().isEmpty());
        people.command(People.ADA, "/papers nominate 2604.99001 A paper about owls");
        people.command(People.ADA, "/papers nominate 2604.99002 A paper about newts");
    }

    private Lectern lectern(String token) {
        return Lectern.start(
                new Lectern.Ground(redis, sandbox.clock(), () -> Duration.ZERO, papers, Outside.NOBODY, true),
                new Lectern.SlackAccess(
                        sandbox.apiUrl(),
                        new Access.Installations.Single(token),
                        Optional.of(Door.SECRET),
                        Optional.empty()),
                new Lectern.Address("127.0.0.1", port, listening -> Optional.empty()));
    }

    @AfterEach
    void stop() {
        lectern.close();
        papers.close();
        sandbox.close();
    }

    private HttpResponse<String> readiness() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private long tries() {
        return people.calls().stream()
                .filter(call -> call.method().equals("chat.postMessage"))
                .count();
    }

    private void assertRests() throws Exception {
        assertThat(readiness().statusCode()).isEqualTo(503);
        assertThat(readiness().body()).contains("SLACK_BOT_TOKEN", "T0LECTERN").doesNotContain(TOKEN);
        long tried = tries();
        await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(8)).until(() -> tries() == tried);
        assertThat(redis.hkeys("lectern:{T0LECTERN:C0READING}:parked")).isEmpty();
        assertThat(people.newest("ballot/")).isEmpty();
        assertThat(SlackCheckup.workspaces(new Access.Installations.Single(TOKEN), sandbox.apiUrl(), redis))
                .singleElement()
                .satisfies(workspace -> assertThat(workspace.trouble().orElseThrow())
                        .contains("token_revoked", "put its new token into SLACK_BOT_TOKEN"));
    }

    private void assertComesBackWithAnotherToken() throws Exception {
        people.install(NEXT);
        lectern.close();
        lectern = lectern(NEXT);
        assertThat(readiness().statusCode()).isEqualTo(200);
        people.advance(Duration.ofMinutes(6));
        await().atMost(PATIENCE).until(() -> people.newest("ballot/").isPresent());
        assertThat(people.newest("ballot/").orElseThrow().read()).contains("owls", "newts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app_uninstalled", "tokens_revoked", "tokens_revoked,app_uninstalled"})
    void once_slack_says_so_nothing_is_sent_and_another_token_brings_back_all(String events) throws Exception {
        people.fault("chat.postMessage", 1_000, "http_500");
        long before = tries();
        people.command(People.ADA, "/papers vote");
        await().atMost(PATIENCE).until(() -> tries() > before);
        people.takeOut(events.split(","));
        people.fault("chat.postMessage", 0, "http_500");
        assertRests();
        assertComesBackWithAnotherToken();
    }

    @Test
    void a_token_that_was_revoked_unheard_is_noticed_by_the_first_message_which_is_kept() throws Exception {
        people.takeOut();
        people.command(People.ADA, "/papers vote");
        await().atMost(PATIENCE).until(() -> readiness().statusCode() == 503);
        assertRests();
        assertComesBackWithAnotherToken();
    }

    @Test
    void news_of_an_installation_that_is_over_changes_nothing_while_the_token_is_good() throws Exception {
        String old = """
                {"type":"event_callback","team_id":"T0LECTERN","event_id":"Ev1","event_time":%d,
                 "event":{"type":"app_uninstalled"}}""".formatted(sandbox.clock().instant().getEpochSecond() - 300);
        Door door = new Door(port);
        assertThat(door.send(Door.Knock.signed(old, sandbox.clock().instant()), "application/json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(readiness().statusCode()).isEqualTo(200);
        people.command(People.ADA, "/papers vote");
        await().atMost(PATIENCE).until(() -> people.newest("ballot/").isPresent());
    }
}

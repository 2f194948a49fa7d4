package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Sockets break, are refreshed, and lose what was said over them: every request has its one effect all the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SocketsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private DemoWorld world;
    private People people;

    @BeforeAll
    void a_group_over_sockets(@TempDir Path folder) {
        world = DemoWorld.begin(folder, Demo.Way.SOCKETS);
        people = world.people();
    }

    /** A socket that breaks as soon as it is open is opened again more and more slowly. */
    @BeforeEach
    void a_socket_has_been_open_for_a_while() {
        Awaitility.await()
                .atMost(PATIENCE)
                .during(Duration.ofMillis(1500))
                .until(() -> people.sockets().path("open").asInt() > 0);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private HttpResponse<String> readiness() throws IOException, InterruptedException {
        URI readyz = URI.create("http://127.0.0.1:" + world.port() + "/readyz");
        return http.send(HttpRequest.newBuilder(readyz).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int sent() {
        return people.sockets().path("sent").asInt();
    }

    private void nominate(String paper) {
        assertThat(people.command(People.ADA, "nominate " + paper).text()).contains("paper");
    }

    private String backlog() {
        return world.redis().get("lectern:{T0LECTERN:C0READING}:backlog");
    }

    @Test
    void what_was_done_and_never_acknowledged_comes_again_and_is_done_once() {
        int before = sent();
        people.sockets("lose_acks", 1);
        nominate("2604.99999 A paper that nobody knew");
        assertThat(sent()).as("the command, twice").isEqualTo(before + 2);
        assertThat(backlog()).containsOnlyOnce("2604.99999");
    }

    @Test
    void a_vote_whose_acknowledgement_is_lost_is_not_taken_back_by_its_repetition() {
        nominate("2604.99996 One paper of two");
        nominate("2604.99997 Another paper of two");
        people.command(People.ADA, "vote");
        people.settle();
        Post ballot = people.newest("ballot/").orElseThrow();
        String paper = ballot.values("ballot.vote").get(0);
        people.sockets("lose_acks", 1);
        people.click(People.BEN, ballot, "ballot.vote", paper);
        assertThat(world.redis()
                        .hgetAll("lectern:{T0LECTERN:C0READING}:votes:"
                                + ballot.id().substring("ballot/".length())))
                .containsOnlyKeys(People.BEN)
                .hasEntrySatisfying(People.BEN, vote -> assertThat(vote).contains(paper));
    }

    @Test
    void a_refresh_opens_the_next_socket_before_the_old_one_closes_and_nothing_is_lost() {
        for (String reason : List.of("refresh_requested", "warning")) {
            a_socket_has_been_open_for_a_while();
            int opened = people.sockets().path("opened").asInt();
            people.sockets("disconnect", reason);
            Awaitility.await(reason).atMost(PATIENCE).until(() -> {
                assertThat(people.command(People.BEN, "help").text()).contains("nominate");
                assertThat(people.sockets().path("open").asInt()).isPositive();
                return people.sockets().path("opened").asInt() == opened + 1;
            });
            Awaitility.await("the old one is closed")
                    .atMost(PATIENCE)
                    .until(() -> people.sockets().path("open").asInt() == 1);
            assertThat(people.command(People.BEN, "help").text()).contains("nominate");
        }
    }

    @Test
    void a_socket_that_breaks_is_opened_again_while_commands_wait() throws Exception {
        people.sockets("cut", true);
        assertThat(people.command(People.BEN, "help").text()).contains("nominate");
        assertThat(readiness().statusCode()).isEqualTo(200);
    }

    @Test
    void many_requests_while_sockets_come_and_go_have_one_effect_each() {
        for (int i = 0; i < 12; i++) {
            if (i % 4 == 1) {
                a_socket_has_been_open_for_a_while();
                people.sockets("lose_acks", 1);
            }
            if (i % 4 == 3) {
                a_socket_has_been_open_for_a_while();
                people.sockets("disconnect", "refresh_requested");
            }
            String id = "2603.%05d".formatted(100 + i);
            nominate(id + " Paper number " + i + " among many");
            assertThat(backlog()).containsOnlyOnce(id);
        }
    }

    @Test
    void without_any_socket_lectern_is_not_ready_and_says_why() throws Exception {
        people.sockets("disconnect", "link_disabled");
        Awaitility.await().atMost(PATIENCE).until(() -> readiness().statusCode() == 503);
        assertThat(readiness().body()).contains("Socket Mode is switched off").contains("SLACK_APP_TOKEN");
        people.sockets("on", true);
        world.stopAndStartAgain();
        people = world.people();
        assertThat(readiness().statusCode()).isEqualTo(200);
        assertThat(people.command(People.BEN, "help").text()).contains("nominate");
    }
}

package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.redis.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The demo in a process of its own, killed with SIGKILL in the middle of a ballot, and started again. */
class KilledTest {
    private static final Instant CLOSES = Instant.parse("2026-04-07T13:00:00Z");

    @TempDir
    Path folder;

    private final int sandboxPort = DemoWorld.freePort();
    private final int port = DemoWorld.freePort();
    private final People people = new People("http://127.0.0.1:" + sandboxPort);
    private Optional<Process> running = Optional.empty();

    private void start() {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "demo");
            builder.environment().put("LECTERN_DATA", folder.resolve("data").toString());
            builder.environment().put("LECTERN_SANDBOX_PORT", Integer.toString(sandboxPort));
            builder.environment().put("LECTERN_PORT", Integer.toString(port));
            builder.environment().remove("LECTERN_REDIS_URL");
            builder.redirectError(folder.resolve("err").toFile());
            Process process = builder.start();
            running = Optional.of(process);
            BufferedReader out = process.inputReader();
            assertThat(out.readLine())
                    .as("the first line, and %s", folder.resolve("err"))
                    .startsWith("Lectern's demo is at http://127.0.0.1:" + sandboxPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void kill() {
        Process process = running.orElseThrow();
        process.destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
        running = Optional.empty();
    }

    private void killAndStartAgain() {
        kill();
        start();
    }

    /** The redis-server of the data folder: it outlives whoever is killed. */
    private Optional<JsonNode> redisServer() {
        Path where = folder.resolve("data/redis/where.json");
        try {
            return Files.exists(where) ? Optional.of(Json.MAPPER.readTree(Files.readString(where))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @AfterEach
    void nothing_is_left_running() {
        running.ifPresent(Process::destroyForcibly);
        redisServer()
                .flatMap(server -> ProcessHandle.of(server.path("pid").asLong()))
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    private Post openBallot() {
        Post digest = people.newest("digest/").orElseThrow();
        digest.values("ballot.nominate").stream()
                .limit(2)
                .forEach(paper -> people.click(People.ADA, digest, "ballot.nominate", paper));
        people.advance(Duration.ofHours(1));
        return people.the("ballot/");
    }

    /** Redraws and what a killed process had in hand come by themselves. */
    private void soon(Runnable holds) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    people.settle();
                    holds.run();
                });
    }

    private void eachMessageStandsOnce() {
        List<Post> everything = people.everything();
        assertThat(everything.stream().map(Post::id)).doesNotContain("").doesNotHaveDuplicates();
        assertThat(everything.stream().map(post -> post.channel() + post.text()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_ballot_goes_on_after_a_kill_at_any_moment() throws Exception {
        start();
        Post ballot = openBallot();
        String paper = ballot.values("ballot.vote").get(1);

        people.click(People.BEN, ballot, "ballot.vote", paper);
        killAndStartAgain();
        people.click(People.CHEN, ballot, "ballot.vote", paper);
        soon(() -> assertThat(people.the("ballot/").read()).contains("2 votes: Ben Okafor, Chen Yulan"));
        assertThat(people.the("ballot/").ts()).isEqualTo(ballot.ts());

        people.goTo(CLOSES.minusSeconds(5));
        var closing = people.advanceMeanwhile(Duration.ofSeconds(6));
        killAndStartAgain();
        assertThat(closing).isDone();
        people.goTo(CLOSES.plusSeconds(1));
        soon(() -> people.the("presenter.ask/"));
        assertThat(people.the("ballot.result/").values("paper.details")).containsExactly(paper);
        assertThat(people.the("ballot/").ts()).isEqualTo(ballot.ts());
        eachMessageStandsOnce();

        int redis = redisServer().orElseThrow().path("port").asInt();
        assertThat(listens(redis)).isTrue();
        Process process = running.orElseThrow();
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(listens(redis)).as("redis-server after an orderly stop").isFalse();
    }

    @Test
    void a_kill_while_slack_has_a_message_but_not_answered_yet_doubles_nothing_and_delays_nothing_for_long() {
        start();
        Post ballot = openBallot();
        people.fault("chat.postMessage", 1, "slow");
        var closing = people.advanceMeanwhile(Duration.ofDays(1).plusHours(5));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        people.channel().stream().anyMatch(post -> post.id().startsWith("digest/2026-04-07")));
        kill();
        assertThat(closing).isCompletedExceptionally();
        start();
        people.goTo(CLOSES.plus(Duration.ofDays(2)).plusSeconds(60));
        people.settle();

        eachMessageStandsOnce();
        assertThat(people.the("ballot/").ts()).isEqualTo(ballot.ts());
        assertThat(people.the("ballot.result/").at()).isBetween(CLOSES, CLOSES.plusSeconds(60));
        assertThat(people.the("meeting.start/").at())
                .isBetween(
                        CLOSES.plus(Duration.ofDays(2)),
                        CLOSES.plus(Duration.ofDays(2)).plusSeconds(60));
    }
}

package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.redis.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a shell sees it: in a process of its own. */
class MainTest {
    @TempDir
    Path folder;

    @Test
    void no_command_is_wrong_use_and_says_which_there_are() throws Exception {
        Ended ended = run(Map.of());
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err())
                .containsExactly(
                        "lectern: which command? demo, serve, import, search, similar, tally, doctor, manifest; see lectern --help");
    }

    @Test
    void an_unknown_command_gets_the_nearest_one() throws Exception {
        Ended ended = run(Map.of(), "dmo");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err())
                .containsExactly("lectern: there is no command 'dmo' (did you mean demo?); see lectern --help");
    }

    @Test
    void serving_without_a_token_names_what_is_missing() throws Exception {
        Ended ended = run(Map.of(), "serve");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).singleElement().asString().contains("SLACK_BOT_TOKEN");
    }

    @Test
    void serving_without_any_way_in_names_both() throws Exception {
        Ended ended = run(Map.of("SLACK_BOT_TOKEN", "xoxb-x"), "serve");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).singleElement().asString().contains("SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN");
    }

    @Test
    void a_token_of_another_kind_for_sockets_is_named_and_not_shown() throws Exception {
        Ended ended = run(Map.of("SLACK_BOT_TOKEN", "xoxb-x", "SLACK_APP_TOKEN", "xoxb-secret"), "serve");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err())
                .singleElement()
                .asString()
                .contains("SLACK_APP_TOKEN", "xapp-")
                .doesNotContain("secret");
    }

    @Test
    void a_manifest_without_a_public_address_says_so_in_one_line_and_a_socket_needs_none() throws Exception {
        Ended ended = run(Map.of(), "manifest");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).singleElement().asString().contains("LECTERN_PUBLIC_URL is not set", "--socket");
        assertThat(run(Map.of(), "manifest", "--socket").status()).isZero();
    }

    @Test
    void an_address_that_is_none_is_named_with_one_that_is() throws Exception {
        for (String none : List.of("lectern.example.org", "https://", "https://lectern.example.org/?x=1")) {
            Ended ended = run(Map.of("LECTERN_PUBLIC_URL", none), "demo");
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.err())
                    .singleElement()
                    .asString()
                    .contains("LECTERN_PUBLIC_URL is '" + none + "'", "https://lectern.example.org");
        }
    }

    @Test
    void a_port_that_is_none_is_named() throws Exception {
        Ended ended = run(Map.of("LECTERN_PORT", "70000"), "demo");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err())
                .singleElement()
                .asString()
                .contains("LECTERN_PORT")
                .contains("70000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://:secret@127.0.0.1:1",
                "redis-sentinel://:secret@127.0.0.1:1/lectern",
                "redis-cluster://:secret@127.0.0.1:1"
            })
    void a_redis_that_does_not_answer_is_a_failure_with_one_line(String url) throws Exception {
        Ended ended = run(Map.of("LECTERN_REDIS_URL", url), "demo");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err())
                .singleElement()
                .asString()
                .contains("127.0.0.1:1")
                .doesNotContain("secret");
    }

    @Test
    void doctor_says_in_one_line_that_redis_is_away_and_at_length_what_is_wrong_with_one_that_is_there()
            throws Exception {
        Ended away = run(Map.of("LECTERN_REDIS_URL", "redis://:secret@127.0.0.1:1"), "doctor");
        assertThat(away.status()).isEqualTo(1);
        assertThat(away.err())
                .singleElement()
                .asString()
                .contains("127.0.0.1:1")
                .doesNotContain("secret");

        ServerProcess full = ServerProcess.server(Path.of("target", "test-main"), List.of("maxmemory 1mb"));
        try {
            Ended ended = run(Map.of("LECTERN_REDIS_URL", full.url()), "doctor");
            assertThat(ended.status()).as("%s", ended.err()).isEqualTo(1);
            assertThat(ended.out())
                    .anyMatch(line -> line.startsWith("  must be mended: Redis is full: "))
                    .endsWith("Something needs attention.");
        } finally {
            full.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "demo", "import nothing.json"})
    void a_redis_that_lectern_must_not_use_is_a_failure_with_one_line(String command) throws Exception {
        ServerProcess full = ServerProcess.server(Path.of("target", "test-main"), List.of("maxmemory 1mb"));
        try {
            Ended ended = run(
                    Map.of("LECTERN_REDIS_URL", full.url(), "SLACK_BOT_TOKEN", "x", "SLACK_SIGNING_SECRET", "x"),
                    command.split(" "));
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err()).singleElement().asString().startsWith("lectern: Redis is full: ");
        } finally {
            full.stop();
        }
    }

    @Test
    void imported_papers_are_there_for_the_next_import() throws Exception {
        Path file = folder.resolve("day.json");
        Files.writeString(file, "[{\"paper\":{\"id\":\"2401.12345\",\"title\":\"One paper\",\"authors\":[]}}]");
        Ended first = run(Map.of(), "import", "--json", file.toString());
        Ended second = run(Map.of(), "import", "--json", file.toString());
        assertThat(first.status()).isZero();
        assertThat(first.out())
                .singleElement()
                .asString()
                .contains("\"new\":1,\"merged\":0")
                .endsWith("\"papers\":1}");
        assertThat(second.out())
                .singleElement()
                .asString()
                .contains("\"new\":0,\"merged\":1")
                .endsWith("\"papers\":1}");
        assertThat(first.err()).isEmpty();
        assertThat(second.err()).isEmpty();
        assertThat(folder.resolve("data/natives")).isNotEmptyDirectory();
    }

    private record Ended(int status, List<String> out, List<String> err) {}

    private Ended run(Map<String, String> settings, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // In tests ical4j is there, which makes the zones' rules its own and logs while logging begins.
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder process =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("LECTERN_") || name.startsWith("SLACK_"));
        process.environment().put("LECTERN_DATA", folder.resolve("data").toString());
        process.environment().putAll(settings);
        Process running = process.start();
        if (!running.waitFor(60, TimeUnit.SECONDS)) {
            running.destroyForcibly();
            throw new AssertionError("still running: " + command);
        }
        return new Ended(running.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
    }
}

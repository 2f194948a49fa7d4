package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.ballot.count.BallotFile;
import dev.lectern.ballot.count.Bundle;
import dev.lectern.ballot.count.Lot;
import dev.lectern.ballot.count.Method;
import dev.lectern.ballot.count.Preference;
import dev.lectern.redis.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class TallyCommandTest {
    private static final Instant NOMINATED = Instant.parse("2026-05-04T08:00:00Z");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private String capital = "";

    @BeforeEach
    void the_capital_of_tennessee() throws IOException {
        capital = file("capital.soc", """
                # NUMBER ALTERNATIVES: 4
                # NUMBER VOTERS: 100
                # NUMBER UNIQUE ORDERS: 4
                # ALTERNATIVE NAME 1: Memphis
                # ALTERNATIVE NAME 2: Nashville
                # ALTERNATIVE NAME 3: Chattanooga
                # ALTERNATIVE NAME 4: Knoxville
                42: 1,2,3,4
                26: 2,3,4,1
                17: 4,3,2,1
                15: 3,4,2,1
                """);
    }

    @Test
    void json_has_exactly_what_is_promised() {
        assertThat(run("tally", capital, "--method", "irv", "--json")).isZero();
        JsonNode answer = Json.MAPPER.readTree(out.toString());
        assertThat(answer.propertyNames()).containsExactly("method", "winner", "ranking", "rounds");
        assertThat(answer.path("method").stringValue()).isEqualTo("irv");
        assertThat(answer.path("winner").stringValue()).isEqualTo("Knoxville");
        assertThat(answer.path("ranking").toString())
                .isEqualTo("[[\"Knoxville\"],[\"Memphis\"],[\"Nashville\"],[\"Chattanooga\"]]");
        assertThat(answer.path("rounds").size()).isEqualTo(3);
        assertThat(answer.path("rounds").path(0).toString())
                .isEqualTo("{\"round\":1,\"votes\":{\"Memphis\":42,\"Nashville\":26,\"Knoxville\":17,"
                        + "\"Chattanooga\":15},\"exhausted\":0,\"eliminated\":\"Chattanooga\",\"by\":\"votes\"}");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "plurality, Memphis, totals",
        "borda, Nashville, totals",
        "schulze, Nashville, preferring",
        "SCHULZE, Nashville, paths",
        "instant-runoff, Knoxville, votes"
    })
    void each_method_that_rankings_tell_counts_them(String method, String winner, String told) {
        assertThat(run("tally", capital, "--method", method, "--json")).isZero();
        JsonNode answer = Json.MAPPER.readTree(out.toString());
        assertThat(answer.path("winner").stringValue()).isEqualTo(winner);
        assertThat(answer.path("rounds").path(0).has(told)).isTrue();
    }

    @Test
    void for_people_it_prints_the_reason_the_ranking_and_the_rounds() {
        assertThat(run("tally", capital, "--method", "irv")).isZero();
        assertThat(out.toString().lines())
                .startsWith(
                        "Knoxville wins the last of 3 rounds by 58 to 42 against Memphis.",
                        "Instant runoff, 100 voters.",
                        "",
                        "Ranking",
                        "   1. Knoxville")
                .endsWith("Round 3", "        58  Knoxville", "        42  Memphis - goes");
    }

    @Test
    void an_export_is_counted_as_it_was() throws IOException {
        BallotFile ballot = new BallotFile(
                "What next?",
                Method.STAR,
                Optional.of("a seed"),
                List.of(
                        new BallotFile.Nominated("x", "Same title", NOMINATED),
                        new BallotFile.Nominated("y", "Same title", NOMINATED),
                        new BallotFile.Nominated("z", "Other", NOMINATED.plusSeconds(9))),
                List.of(
                        new Bundle(1, new Preference.Scores(Map.of("x", 5, "y", 4, "z", 1))),
                        new Bundle(1, new Preference.Scores(Map.of("x", 4, "y", 5)))));
        String export = file("export.json", ballot.write());
        String winner = Lot.draw("a seed", List.of("x", "y")).get(0);
        assertThat(run("tally", export, "--json")).isZero();
        JsonNode answer = Json.MAPPER.readTree(out.toString());
        assertThat(answer.path("method").stringValue()).isEqualTo("star");
        assertThat(answer.path("winner").stringValue()).isEqualTo("Same title (" + winner + ")");
        assertThat(ballot.count().winner()).isEqualTo(winner);
        assertThat(answer.path("ranking").size()).as("the two are tied").isEqualTo(2);
        assertThat(answer.path("rounds").path(1).toString()).endsWith("\"equal\":0}");
        assertThat(run("tally", export, "--seed", "mine")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("lectern: export.json has a seed of its own; leave --seed out\n");
    }

    @Test
    void a_seed_draws_the_lot_where_the_file_tells_no_nominations() throws IOException {
        String even = file("even.toc", """
                2
                1,Ann
                2,Bob
                2,2,2
                1,1,2
                1,2,1
                """);
        for (String seed : Set.of("1", "2", "3", "4")) {
            out.getBuffer().setLength(0);
            assertThat(run("tally", even, "--method", "schulze", "--json", "--seed", seed))
                    .isZero();
            JsonNode answer = Json.MAPPER.readTree(out.toString());
            assertThat(answer.path("winner").stringValue())
                    .isEqualTo(Lot.draw(seed, List.of("1", "2")).get(0).equals("1") ? "Ann" : "Bob");
            assertThat(answer.path("ranking").size()).isEqualTo(1);
        }
        assertThat(run("tally", even, "--method", "schulze")).isZero();
        assertThat(out.toString()).contains("Ann wins among those that no other beats; a tie with Bob was broken by");
    }

    @Test
    void wrong_use_is_one_line_and_exit_2() {
        assertThat(run("tally", capital, "--method", "schultze")).isEqualTo(2);
        assertThat(run("tally", capital, "--method", "xyzzy")).isEqualTo(2);
        assertThat(run("tally", capital)).isEqualTo(2);
        assertThat(run("tally", capital, "--method", "star")).isEqualTo(2);
        assertThat(run("tally", capital, "--method", "approval")).isEqualTo(2);
        assertThat(run("tally")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "lectern: there is no method 'schultze' (did you mean schulze?): approval, plurality, score, star,"
                                + " irv, schulze, borda",
                        "lectern: there is no method 'xyzzy': approval, plurality, score, star, irv, schulze, borda",
                        "lectern: which method? Write --method and one of plurality, irv, schulze, borda",
                        "lectern: star cannot count capital.soc, for the ballots give no stars; plurality, irv, schulze,"
                                + " borda can",
                        "lectern: approval cannot count capital.soc, for a ranking of all does not say where approval"
                                + " ends; plurality, irv, schulze, borda can",
                        "lectern: Missing required parameter: 'FILE'; see lectern tally --help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_broken_or_missing_file_is_one_line_and_exit_1() throws IOException {
        assertThat(run("tally", file("broken.soc", "# NUMBER VOTERS: x\n1: 1,2"), "--method", "irv"))
                .isEqualTo(1);
        assertThat(run("tally", file("broken.json", "{\"format\":\n\"else\"}"), "--json"))
                .isEqualTo(1);
        assertThat(run("tally", folder.resolve("none.soc").toString(), "--method", "irv"))
                .isEqualTo(1);
        assertThat(run("tally", folder.toString(), "--method", "irv")).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "lectern: broken.soc: the header '# NUMBER ALTERNATIVES: ...' is missing",
                        "lectern: broken.json, line 2: the format is not 'lectern-ballot'",
                        "lectern: there is no file '" + folder.resolve("none.soc") + "'",
                        "lectern: '" + folder + "' is a folder; name a file of ballots");
        assertThat(out.toString()).isEmpty();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int run(String... arguments) {
        CommandLine line = Main.line(new TallyCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}

package dev.lectern.ballot.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.Seeded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BallotFileTest {
    private static final Instant MONDAY = Instant.parse("2026-05-04T08:00:00Z");

    private static final String WRITTEN = """
            {"format":"lectern-ballot","version":1,"title":"What next?","method":"schulze","seed":"s3",
            "alternatives":[
            {"id":"b","title":"Second","nominated":"2026-05-05T08:00:00Z"},
            {"id":"a","title":"First","nominated":"2026-05-04T08:00:00Z"},
            {"id":"c","title":"Also second","nominated":"2026-05-05T08:00:00Z"}
            ],
            "ballots":[
            {"count":3,"ranking":[["a"],["b","c"]]},
            {"count":2,"ranking":[["c"]]},
            {"count":1,"blank":true}
            ]}
            """;

    @Test
    void a_ballot_is_written_a_line_for_each_alternative_and_bundle() {
        assertThat(BallotFileReader.read("x.json", WRITTEN).write()).isEqualTo(WRITTEN);
    }

    @Test
    void nomination_groups_and_seed_count_as_they_did() {
        BallotFile file = BallotFileReader.read("x.json", WRITTEN);
        assertThat(file.profile().alternatives().nominated()).containsExactly(Set.of("a"), Set.of("b", "c"));
        assertThat(file.seed()).contains("s3");
        assertThat(file.count()).isEqualTo(Method.SCHULZE.count(file.profile(), "s3"));
        assertThat(file.count().voters()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_written_is_read_and_counts_the_same(Method method) {
        Seeded.times(150, random -> {
            BallotFile file = random(random, method);
            BallotFile read = BallotFileReader.read("x.json", file.write().getBytes(StandardCharsets.UTF_8));
            assertThat(read.count()).isEqualTo(file.count());
            assertThat(read.alternatives()).isEqualTo(file.alternatives());
            assertThat(read.write()).isEqualTo(file.write());
            Recount recount = Recount.read("x.json", file.write().getBytes(StandardCharsets.UTF_8));
            assertThat(recount.count(method, Optional.empty())).isEqualTo(file.count());
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_order_in_which_votes_came_is_not_told(Method method) {
        Seeded.times(50, random -> {
            BallotFile file = random(random, method);
            BallotFile otherwise = new BallotFile(
                    file.title(), method, file.seed(), file.alternatives(), Profiles.shuffled(file.bundles(), random));
            assertThat(otherwise.write()).isEqualTo(file.write());
        });
    }

    private static BallotFile random(Random random, Method method) {
        Profile profile = Profiles.random(random, method.asks(), 5);
        List<BallotFile.Nominated> nominated = profile.alternatives().ids().stream()
                .map(id -> new BallotFile.Nominated(
                        id, "Title \"of\" " + id + "\n", MONDAY.plusSeconds(random.nextInt(2))))
                .toList();
        Optional<String> seed = random.nextBoolean() ? Optional.of("seed " + random.nextInt()) : Optional.empty();
        return new BallotFile("Which?", method, seed, nominated, profile.bundles());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lectern-ballot | other-ballot | line 1: the format is not 'lectern-ballot'",
                "\"version\":1 | \"version\":2 | line 1: the version is 2, and not from 1 to 1",
                "\"version\":1 | \"version\":1.0 | line 1: the version is no whole number",
                "\"schulze\" | \"shulze\" | line 1: the method 'shulze' is none of approval, plurality, score, star, irv, schulze, borda",
                "\"title\":\"What next?\", | `` | line 1: the field 'title' is missing",
                "\"seed\":\"s3\" | \"seed\":3 | line 1: the seed is no text",
                "\"seed\":\"s3\" | \"sead\":\"s3\" | line 1: the ballot has a field 'sead', which is not known",
                "\"id\":\"c\" | \"id\":\"b\" | line 5: the alternative 'b' is given twice",
                "\"id\":\"c\" | \"id\":\" \" | line 5: the alternative ' ' is blank",
                "2026-05-04T08:00:00Z | Monday | line 4: 'Monday' is no instant, such as 2026-05-01T08:00:00Z",
                "\"count\":3 | \"count\":0 | line 8: a ballot's count is 0, and not from 1 to 200000000",
                "\"count\":3 | \"count\":99999999999999999999 | line 8: a ballot's count is no whole number",
                "\"count\":3, | `` | line 8: the field 'count' is missing",
                "[\"b\",\"c\"] | [\"b\",\"b\"] | line 8: the alternative 'b' is given twice",
                "[\"b\",\"c\"] | [\"b\",\"a\"] | line 8: the alternative 'a' is given twice",
                "[\"b\",\"c\"] | [] | line 8: a rank is empty",
                "[\"b\",\"c\"] | \"b\" | line 8: a rank is no list",
                "[[\"c\"]] | [] | line 9: the ranking is empty",
                "[[\"c\"]] | [[\"d\"]] | line 9: there is no alternative 'd'",
                "\"ranking\":[[\"c\"]] | \"scores\":{\"c\":5} | line 9: schulze cannot count this kind of ballot",
                "\"ranking\":[[\"c\"]] | \"scores\":{\"c\":6} | line 9: a number of stars is 6, and not from 0 to 5",
                "\"blank\":true | \"blank\":false | line 10: blank must be true where it is given",
                "\"blank\":true | \"blank\":true,\"choice\":\"a\" | line 10: a ballot needs a count and one of approvals, choice, scores, ranking and blank"
            })
    void what_is_wrong_is_said_with_its_line(String right, String wrong, String reason) {
        assertThat(WRITTEN).contains(right);
        assertThatThrownBy(() -> BallotFileReader.read("x.json", WRITTEN.replace(right, wrong)))
                .isInstanceOf(BrokenFile.class)
                .hasMessage("x.json, " + reason);
    }

    @Test
    void what_is_no_json_is_refused_with_its_line() {
        assertThatThrownBy(() -> BallotFileReader.read("x.json", WRITTEN.replace("{\"count\":2", "\"count\":2")))
                .isInstanceOf(BrokenFile.class)
                .hasMessageStartingWith("x.json, line 9: this is no JSON");
        assertThatThrownBy(() -> BallotFileReader.read("x.json", WRITTEN + "{}"))
                .hasMessage("x.json, line 12: something follows after the end of the JSON");
        assertThatThrownBy(() -> BallotFileReader.read("x.json", WRITTEN.replace("\"seed\"", "\"title\"")))
                .hasMessageStartingWith("x.json, line 1: this is no JSON: Duplicate");
        assertThatThrownBy(() -> Recount.read("x.json", "[]".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("x.json: this is no JSON object");
        assertThatThrownBy(() -> Recount.read("x.csv", "a,b".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("x.csv: only PrefLib's .soc, .soi, .toc and .toi and Lectern's own JSON can be counted");
        String deep = "{\"format\":" + "[".repeat(100_000);
        assertThatThrownBy(() -> BallotFileReader.read("x.json", deep)).isInstanceOf(BrokenFile.class);
    }

    @Test
    void a_damaged_file_is_read_or_refused_and_nothing_else() {
        Seeded.times(1000, random -> {
            byte[] damaged = Damage.damaged(WRITTEN.getBytes(StandardCharsets.UTF_8), random);
            try {
                assertThat(Recount.read("x.json", damaged)
                                .count(Method.SCHULZE, Optional.empty())
                                .order())
                        .isNotEmpty();
            } catch (BrokenFile e) {
                assertThat(e.getMessage()).startsWith("x.json").doesNotContain("\n");
            }
        });
    }

    @Test
    void a_file_that_contradicts_itself_cannot_be_made() {
        List<BallotFile.Nominated> one = List.of(new BallotFile.Nominated("a", "A", MONDAY));
        assertThatThrownBy(() -> new BallotFile(
                        "", Method.STAR, Optional.empty(), one, List.of(new Bundle(1, new Preference.Choice("a")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BallotFile(
                        "",
                        Method.PLURALITY,
                        Optional.empty(),
                        one,
                        List.of(new Bundle(1, new Preference.Choice("b")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new TreeMap<>(new BallotFile("", Method.PLURALITY, Optional.empty(), one, List.of()).titles()))
                .containsOnlyKeys("a");
    }
}

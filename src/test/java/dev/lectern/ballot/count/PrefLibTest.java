package dev.lectern.ballot.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.Seeded;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrefLibTest {
    private static final String TENNESSEE = """
            # FILE NAME: capital.soc
            # TITLE: The capital
            # DATA TYPE: soc
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
            """;

    private static final String OLDER = """
            3
            1,Ann
            2,"Bob, the second"
            3,Cid
            5,5,2
            3,1,{2,3}
            2,{3,1}
            """;

    @Test
    void orders_and_names_are_read() {
        PrefLib read = read("capital.soc", TENNESSEE);
        assertThat(read.title()).isEqualTo("The capital");
        assertThat(read.names()).containsExactly("Memphis", "Nashville", "Chattanooga", "Knoxville");
        assertThat(read.orders())
                .startsWith(new Bundle(42, Preference.Ranking.strict("1", "2", "3", "4")))
                .hasSize(4);
    }

    @Test
    void blanks_windows_lines_and_a_byte_order_mark_do_no_harm() {
        String spaced = "\uFEFF" + TENNESSEE.replace(",", " , ").replace("\n", "\r\n\r\n");
        assertThat(read("capital.SOC", spaced)).isEqualTo(read("capital.soc", TENNESSEE));
    }

    @Test
    void the_older_header_is_read_too() {
        PrefLib read = read("old.toi", OLDER);
        assertThat(read.names()).containsExactly("Ann", "\"Bob, the second\"", "Cid");
        assertThat(read.orders())
                .containsExactly(
                        new Bundle(3, new Preference.Ranking(List.of(Set.of("1"), Set.of("2", "3")))),
                        new Bundle(2, new Preference.Ranking(List.of(Set.of("1", "3")))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42: 1,2,3,4   | x: 1,2,3,4       | line 11: 'x' is no whole number",
                "42: 1,2,3,4   | 0: 1,2,3,4       | line 11: '0' is not from 1 to 200000000",
                "42: 1,2,3,4   | -2: 1,2,3,4      | line 11: '-2' is not from 1 to 200000000",
                "42: 1,2,3,4   | 99999999999999999999: 1,2,3,4 | line 11: '99999999999999999999' is not from 1 to 200000000",
                "42: 1,2,3,4   | 42 1,2,3,4       | line 11: this is no order, which reads 'count: 1,2,3'",
                "26: 2,3,4,1   | 26: 2,3,5,1      | line 12: alternative 5 is not one of the 4",
                "26: 2,3,4,1   | 26: 2,3,0,1      | line 12: alternative 0 is not one of the 4",
                "26: 2,3,4,1   | 26: 2,3,2,1      | line 12: alternative 2 is ranked twice",
                "26: 2,3,4,1   | 26: 2,3,4        | line 12: the order names 3 of 4 alternatives, but a .soc file holds complete orders",
                "26: 2,3,4,1   | 26: 2,{3,4},1    | line 12: two alternatives are tied, but a .soc file holds strict orders",
                "26: 2,3,4,1   | 26: 2,{3,4,1     | line 12: a brace is not closed",
                "26: 2,3,4,1   | 26: 2,{3,{4,1}   | line 12: a brace is not closed",
                "26: 2,3,4,1   | 26: 2,3},4,1     | line 12: a brace is out of place",
                "26: 2,3,4,1   | 26: 2,{3,4}1     | line 12: there is something between a brace and the next comma",
                "26: 2,3,4,1   | 26: 2,3,,1       | line 12: an alternative is missing before or after a comma, or between braces",
                "26: 2,3,4,1   | 26: 2,3,4,1,     | line 12: an alternative is missing before or after a comma, or between braces",
                "26: 2,3,4,1   | 26:              | line 12: an alternative is missing before or after a comma, or between braces",
                "26: 2,3,4,1   | 26: {},2,3       | line 12: an alternative is missing before or after a comma, or between braces",
                "26: 2,3,4,1   | 26: a,3,4,1      | line 12: 'a' is no whole number",
                "26: 2,3,4,1   | 27: 2,3,4,1      | line 5: 100 voters are told, but the orders' counts add up to 101",
                "ORDERS: 4     | ORDERS: 3        | line 6: 3 unique orders are told, but there are 4",
                "# NUMBER VOTERS: 100 | # X: 1    | the header '# NUMBER VOTERS: ...' is missing",
                "# NUMBER ALTERNATIVES: 4 | # X: 1 | the header '# NUMBER ALTERNATIVES: ...' is missing",
                "# NUMBER UNIQUE ORDERS: 4 | # X: 1 | the header '# NUMBER UNIQUE ORDERS: ...' is missing",
                "ALTERNATIVES: 4 | ALTERNATIVES: four | line 4: 'four' is no whole number",
                "ALTERNATIVES: 4 | ALTERNATIVES: 1001 | line 4: '1001' is not from 1 to 1000",
                "ALTERNATIVES: 4 | ALTERNATIVES: 5 | line 4: there are 5 alternatives, but '# ALTERNATIVE NAME 5: ...' is missing",
                "ALTERNATIVES: 4 | ALTERNATIVES: 3 | line 4: there are 3 alternatives, but 4 of them have names",
                "NAME 3:       | NAME 2:          | line 9: alternative 2 is named twice",
                "NAME 3: Chattanooga | NAME 3:    | line 9: alternative 3 has no name",
                "DATA TYPE: soc | DATA TYPE: toi  | line 3: the data type is 'toi', but the file's name says soc",
                "# TITLE: The capital | # NUMBER VOTERS: 7 | line 5: the header 'NUMBER VOTERS' is given twice",
                "# TITLE: The capital | # title   | line 2: this is no header, which reads '# KEY: value'",
                "26: 2,3,4,1   | # LATE: header   | line 12: a header stands after the first order"
            })
    void what_is_wrong_is_said_with_its_line(String right, String wrong, String reason) {
        assertThat(TENNESSEE).contains(right);
        assertThatThrownBy(() -> read("capital.soc", TENNESSEE.replace(right, wrong)))
                .isInstanceOf(BrokenFile.class)
                .hasMessage("capital.soc" + (reason.startsWith("line") ? ", " : ": ") + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5,5,2  | 5,5       | line 5: this reads not 'voters,sum of counts,unique orders'",
                "5,5,2  | 5,6,2     | line 5: 6 voters are told, but the orders' counts add up to 5",
                "5,5,2  | 5,5,9     | line 5: 9 unique orders are told, but there are 2",
                "1,Ann  | Ann       | line 2: this is no alternative, which reads 'number,name'",
                "3,1,{2,3} | 3      | line 6: this is no order, which reads 'count,1,2,3'",
                "3,1,{2,3} | 3,1,{2,4} | line 6: alternative 4 is not one of the 3"
            })
    void so_it_is_of_the_older_header(String right, String wrong, String reason) {
        assertThat(OLDER).contains(right);
        assertThatThrownBy(() -> read("old.toi", OLDER.replace(right, wrong)))
                .isInstanceOf(BrokenFile.class)
                .hasMessage("old.toi, " + reason);
    }

    @Test
    void a_file_that_ends_too_early_says_before_what() {
        assertThatThrownBy(() -> read("old.soc", "3\n1,Ann\n"))
                .hasMessage("old.soc, line 2: the file ends before the names of 3 alternatives");
    }

    @Test
    void what_is_empty_no_text_or_too_large_is_refused() {
        assertThatThrownBy(() -> Recount.read("a.soc", new byte[0])).hasMessage("a.soc: it is empty");
        assertThatThrownBy(() -> Recount.read("a.soc", " \n\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("a.soc: it is empty");
        byte[] latin = "# TITLE: Z\n# DESCRIPTION: \u00fc\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Recount.read("a.soc", latin)).hasMessage("a.soc, line 2: this is not text in UTF-8");
        assertThatThrownBy(() -> Recount.read("a.soc", new byte[] {'3', '\n', 0, 0}))
                .hasMessage("a.soc, line 2: this is not text in UTF-8");
        assertThatThrownBy(() -> Recount.read("a.soc", new byte[TextFile.MOST_BYTES + 1]))
                .hasMessage("a.soc: it has more than 16 MB, too large to be counted");
    }

    @Test
    void what_is_written_is_read_as_it_was() {
        Seeded.times(300, random -> {
            Profile profile = Profiles.random(random, Preference.Kind.RANKING, 6);
            PrefLib written = PrefLib.of("A question", profile, "seed", names(profile, random));
            String file = "x." + written.type().extension();
            PrefLib read = read(file, written.write(file));
            assertThat(read.names()).isEqualTo(written.names());
            assertThat(read.title()).isEqualTo("A question");
            assertThat(Set.copyOf(read.orders())).isEqualTo(Set.copyOf(written.orders()));
            assertThat(read.write(file)).isEqualTo(written.write(file));
        });
    }

    @Test
    void counting_the_written_file_breaks_ties_as_before() {
        Seeded.times(300, random -> {
            Profile told = Profiles.random(random, Preference.Kind.RANKING, 5);
            Profile profile =
                    new Profile(Alternatives.atOnce(told.alternatives().ids()), told.bundles());
            Map<String, String> itself = new HashMap<>();
            profile.alternatives().ids().forEach(id -> itself.put(id, id));
            PrefLib written = PrefLib.of("", profile, "seed", itself);
            String file = "x." + written.type().extension();
            Recount recount = Recount.read(file, written.write(file).getBytes(StandardCharsets.UTF_8));
            for (Method method : List.of(Method.SCHULZE, Method.INSTANT_RUNOFF, Method.BORDA)) {
                Outcome before = method.count(profile, "seed");
                Outcome again = recount.count(method, Optional.empty());
                assertThat(again.order().stream().map(recount::name)).isEqualTo(before.order());
            }
        });
    }

    private static Map<String, String> names(Profile profile, Random random) {
        List<String> odd = List.of("Plain", "Two words", "Comma, colon: and {brace}", "Zürich ✓", "# hash");
        Map<String, String> names = new HashMap<>();
        profile.alternatives().ids().forEach(id -> names.put(id, odd.get(random.nextInt(odd.size()))));
        return names;
    }

    static List<String> wholeFiles() {
        return List.of(TENNESSEE, OLDER);
    }

    @ParameterizedTest
    @MethodSource("wholeFiles")
    void a_damaged_file_is_read_or_refused_and_nothing_else(String whole) {
        Seeded.times(500, random -> {
            byte[] damaged = Damage.damaged(whole.getBytes(StandardCharsets.UTF_8), random);
            for (String file : List.of("x.soc", "x.toi")) {
                try {
                    Recount recount = Recount.read(file, damaged);
                    assertThat(recount.count(Method.SCHULZE, Optional.empty()).order())
                            .isNotEmpty();
                } catch (BrokenFile e) {
                    assertThat(e.getMessage()).startsWith(file).doesNotContain("\n");
                }
            }
        });
    }

    @Test
    void names_that_several_share_are_told_apart_by_number() {
        Recount recount = Recount.read(
                "capital.soc", TENNESSEE.replace("Knoxville", "Memphis").getBytes(StandardCharsets.UTF_8));
        assertThat(recount.names().values()).containsExactly("Memphis (1)", "Nashville", "Chattanooga", "Memphis (4)");
    }

    @Test
    void without_a_seed_the_header_tells_the_order_of_nomination_and_with_one_the_lot_decides() {
        byte[] even = TENNESSEE
                .replace("VOTERS: 100", "VOTERS: 58")
                .replace("ORDERS: 4", "ORDERS: 2")
                .replace("42: 1,2,3,4\n", "26: 1,4,3,2\n")
                .replace("17: 4,3,2,1\n15: 3,4,2,1\n", "")
                .replace("VOTERS: 58", "VOTERS: 52")
                .getBytes(StandardCharsets.UTF_8);
        Recount recount = Recount.read("capital.soc", even);
        Outcome plain = recount.count(Method.PLURALITY, Optional.empty());
        assertThat(plain.winner()).isEqualTo("1");
        assertThat(plain.decidedBy()).isEqualTo(Decision.NOMINATION);
        Outcome drawn = recount.count(Method.PLURALITY, Optional.of("abc"));
        assertThat(drawn.winner()).isEqualTo(Lot.draw("abc", List.of("1", "2")).get(0));
        assertThat(drawn.decidedBy()).isEqualTo(Decision.LOT);
    }

    private static PrefLib read(String file, String text) {
        return PrefLibReader.read(
                file,
                PrefLib.Type.ofFile(file).orElseThrow(),
                TextFile.text(file, text.getBytes(StandardCharsets.UTF_8)));
    }
}

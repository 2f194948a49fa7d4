package dev.lectern.paper.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Authors;
import dev.lectern.paper.Draft;
import dev.lectern.paper.RandomText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyPapersJsonTest {
    private static final String ROW = """
            {"paper":{"id":"2603.00001","authors":[{"name":"A. One","hidden":false},{"name":"B. Two","hidden":true},
             {"user":{"fullname":"C. Three"}}],"publishedAt":"2026-03-29T23:30:00-02:00",
             "submittedOnDailyAt":"2026-03-30T00:35:04.063Z","title":"A\\n  Title","summary":"Text\\nof two lines.",
             "upvotes":7,"ai_summary":"In short.","ai_keywords":["agents"," agents","memory"],
             "githubRepo":"lab/code","projectPage":"javascript:alert(1)","organization":{"name":"lab","fullname":"The Lab"},
             "withdrawnAt":"2026-04-01T00:00:00Z"},
             "numComments":3,"title":"A Title","thumbnail":"https://t.example/1.png"}""";

    @Test
    void a_row_is_read_whole() {
        Reading reading = read("[" + ROW + "]");
        assertThat(reading.format()).contains(Format.DAILY_PAPERS_JSON);
        Draft paper = reading.papers().get(0);
        assertThat(paper.names().arxiv()).contains(new ArxivId("2603.00001"));
        assertThat(paper.title()).isEqualTo("A Title");
        assertThat(paper.abstractText()).isEqualTo("Text of two lines.");
        assertThat(paper.shortSummary()).contains("In short.");
        assertThat(paper.authors()).isEqualTo(new Authors(List.of("A. One", "C. Three"), 3, Optional.of("The Lab")));
        assertThat(paper.published()).contains(LocalDate.of(2026, 3, 30));
        assertThat(paper.listings()).containsExactly(dev.lectern.paper.Listing.daily(LocalDate.of(2026, 3, 30)));
        assertThat(paper.echo().upvotes()).isEqualTo(7);
        assertThat(paper.echo().comments()).isEqualTo(3);
        assertThat(paper.keywords()).containsExactly("agents", "memory");
        assertThat(paper.web().code()).contains("https://github.com/lab/code");
        assertThat(paper.web().project()).isEmpty();
        assertThat(paper.web().thumbnail()).contains("https://t.example/1.png");
        assertThat(paper.withdrawn()).contains(Instant.parse("2026-04-01T00:00:00Z"));
    }

    @Test
    void an_older_row_is_of_the_day_of_its_own_publishedAt() {
        Draft paper =
                one("{\"paper\":{\"id\":\"2406.00001\",\"title\":\"T\",\"publishedAt\":\"2024-06-07T07:04:10.000Z\"},"
                        + "\"publishedAt\":\"2024-06-10T01:56:51.089Z\"}");
        assertThat(paper.listings()).containsExactly(dev.lectern.paper.Listing.daily(LocalDate.of(2024, 6, 10)));
        assertThat(paper.published()).contains(LocalDate.of(2024, 6, 7));
    }

    @Test
    void a_rows_publishedAt_that_is_not_after_the_papers_own_is_no_list_day() {
        Draft paper =
                one("{\"paper\":{\"id\":\"2603.00001\",\"title\":\"T\",\"publishedAt\":\"2026-03-30T00:00:00.000Z\"},"
                        + "\"publishedAt\":\"2026-03-29T20:00:00.000Z\"}");
        assertThat(paper.listings()).isEmpty();
    }

    @Test
    void a_weekends_empty_list_is_no_error() {
        Reading reading = read(" [ ] \n");
        assertThat(reading.isClean()).isTrue();
        assertThat(reading.format()).contains(Format.DAILY_PAPERS_JSON);
        assertThat(reading.rows()).isZero();
    }

    @Test
    void one_row_a_flat_paper_and_a_list_of_papers_are_welcome() {
        String flat = "{\"id\":\"2603.00001\",\"title\":\"A Title\",\"upvotes\":7}";
        for (String text : List.of(
                ROW,
                flat,
                "{\"papers\":[" + ROW + "," + flat + "],\"total\":2}",
                ROW + "\n" + flat,
                "\uFEFF[" + ROW + "]")) {
            Reading reading = read(text);
            assertThat(reading.isClean()).as(text).isTrue();
            assertThat(reading.papers())
                    .isNotEmpty()
                    .allMatch(paper -> paper.echo().upvotes() == 7);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"T\",\"id\":\"not-arxiv\"}|T",
                "{\"title\":2026}|2026",
                "{\"title\":\"T\",\"upvotes\":\"12\",\"paper\":null}|T",
                "{\"title\":\"T\",\"authors\":\"A. One, B. Two and C. Three\"}|T",
                "{\"title\":\"T\",\"authors\":[\"A. One\",null,{},7,{\"name\":null}]}|T",
                "{\"title\":\"T\",\"publishedAt\":\"yesterday\",\"ai_keywords\":\"x\",\"organization\":[]}|T",
                "{\"title\":\"T\",\"publishedAt\":12345678901234,\"upvotes\":-4,\"githubRepo\":{}}|T",
                "{\"title\":\"T\",\"upvotes\":1e300,\"withdrawnAt\":true}|T",
            })
    void odd_parts_do_not_spoil_a_row(String row, String title) {
        assertThat(one(row).title()).isEqualTo(title);
    }

    @Test
    void numbers_as_text_and_authors_as_text_are_understood() {
        Draft paper = one(
                "{\"title\":\"T\",\"upvotes\":\"12\",\"numComments\":\"3\",\"authors\":\"A. One, B. Two and C. Three\","
                        + "\"publishedAt\":\"2026-03-29\"}");
        assertThat(paper.echo().upvotes()).isEqualTo(12);
        assertThat(paper.echo().comments()).isEqualTo(3);
        assertThat(paper.authors().names()).containsExactly("A. One", "B. Two", "C. Three");
        assertThat(paper.published()).contains(LocalDate.of(2026, 3, 29));
    }

    @Test
    void rows_that_are_no_papers_are_skipped_each_with_why() {
        Reading reading =
                read("[\"one\",2,null,[3],{\"paper\":{}},{\"title\":\" \"},{\"error\":\"gone\"}," + ROW + "]");
        assertThat(reading.papers()).hasSize(1);
        assertThat(reading.rows()).isEqualTo(8);
        assertThat(reading.problem()).isEmpty();
        assertThat(reading.skipped())
                .containsExactly(
                        new Skipped(1, "the text \"one\" stands where a paper should be"),
                        new Skipped(2, "the value 2 stands where a paper should be"),
                        new Skipped(3, "null stands where a paper should be"),
                        new Skipped(4, "a list stands where a paper should be"),
                        new Skipped(5, "it has no title"),
                        new Skipped(6, "it has no title"),
                        new Skipped(7, "it holds an error: gone"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":\"Invalid date\"}|it holds an error instead of papers: Invalid date",
                "{\"error\":{\"message\":\"No\"}}|it holds an error instead of papers: No",
                "{\"a\":1}|it holds an object that is no paper and has no list of papers",
                "{}|it holds an object that is no paper and has no list of papers",
                "{not json|line 1, column 2: not JSON",
                "{\"paper\":|line 1, column 10: the file ends too early",
            })
    void a_file_without_papers_says_why(String text, String why) {
        Reading reading = read(text);
        assertThat(reading.problem()).contains(why);
        assertThat(reading.format()).isEmpty();
        assertThat(reading.rows()).isZero();
    }

    @Test
    void the_rows_before_a_break_are_kept() {
        Reading half = read("[" + ROW + ",\n" + ROW + ",\n{\"paper\":{\"id\":\"26");
        assertThat(half.papers()).hasSize(2);
        assertThat(half.format()).contains(Format.DAILY_PAPERS_JSON);
        assertThat(half.problem()).contains("line 15, column 19: the file ends inside a row");
        assertThat(half.skipped()).containsExactly(new Skipped(3, half.problem().orElseThrow()));

        Reading between = read("[" + ROW + ",\n");
        assertThat(between.papers()).hasSize(1);
        assertThat(between.problem()).contains("line 8, column 1: the file ends too early");
        assertThat(between.skipped()).isEmpty();

        Reading rubbish = read("[" + ROW + "] xyz");
        assertThat(rubbish.papers()).hasSize(1);
        assertThat(rubbish.problem().orElseThrow())
                .startsWith("line 7, column ")
                .endsWith(": not JSON");
    }

    @Test
    void wherever_a_file_breaks_off_the_whole_rows_before_are_kept() {
        String text = "[" + ROW + "," + ROW + "," + ROW + "]";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int rowLength = ROW.length() + 1;
        for (int end = 1; end < bytes.length; end++) {
            Reading reading = PaperFiles.read(java.util.Arrays.copyOf(bytes, end), Optional.empty());
            assertThat(reading.papers()).as("cut at " + end).hasSize(end / rowLength);
            assertThat(reading.problem().orElseThrow()).contains(": the file ends ");
        }
    }

    @Test
    void damaged_rows_never_throw() {
        long seed = 5;
        System.out.println("DailyPapersJsonTest seed " + seed);
        Random random = new Random(seed);
        List<String> values = List.of(
                "null",
                "true",
                "-1",
                "1e999",
                "\"\"",
                "\"\\ud800\"",
                "[]",
                "{}",
                "[[[]]]",
                "{\"name\":[]}",
                "\"2026-13-45\"");
        for (int i = 0; i < 5_000; i++) {
            String row = ROW;
            for (int change = 0; change <= random.nextInt(4); change++) {
                List<Integer> colons = positions(row, ':');
                int at = colons.get(random.nextInt(colons.size())) + 1;
                int end = Math.min(row.length(), at + random.nextInt(12));
                String value = random.nextInt(4) == 0
                        ? "\"" + RandomText.plain(random, 2) + "\""
                        : values.get(random.nextInt(values.size()));
                row = random.nextBoolean() ? replaceValue(row, at, value) : row.substring(0, at) + row.substring(end);
            }
            Reading reading = read("[" + row + "]");
            assertThat(reading.rows()).isLessThanOrEqualTo(2);
            assertThat(reading.isClean())
                    .isEqualTo(reading.skipped().isEmpty() && reading.problem().isEmpty());
        }
    }

    private static List<Integer> positions(String text, char sought) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == sought) {
                found.add(i);
            }
        }
        return found;
    }

    /** Replaces the string, list or object that begins here, so that the row mostly stays JSON. */
    private static String replaceValue(String row, int at, String value) {
        int depth = 0;
        boolean quoted = false;
        for (int i = at; i < row.length(); i++) {
            char c = row.charAt(i);
            if (!quoted && depth == 0 && (c == ',' || c == '}' || c == ']')) {
                return row.substring(0, at) + value + row.substring(i);
            }
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        }
        return row;
    }

    private static Draft one(String row) {
        Reading reading = read("[" + row + "]");
        assertThat(reading.isClean()).as(reading.toString()).isTrue();
        return reading.papers().get(0);
    }

    private static Reading read(String text) {
        return PaperFiles.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }
}

package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoPapersTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 30);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 24);

    @Test
    void six_papers_are_listed_on_each_of_twenty_weekdays() {
        List<Draft> papers = DemoPapers.load();
        Map<LocalDate, Long> byDay = papers.stream()
                .collect(Collectors.groupingBy(
                        paper -> paper.listings().get(0).day(), TreeMap::new, Collectors.counting()));
        assertThat(byDay).hasSize(20).allSatisfy((day, count) -> {
            assertThat(day).isBetween(FIRST, LAST);
            assertThat(day.getDayOfWeek().getValue()).isLessThan(6);
            assertThat(count).isEqualTo(6);
        });
        assertThat(papers.stream().map(paper -> paper.names().arxiv()).distinct())
                .hasSize(papers.size());
    }

    @Test
    void every_paper_has_a_summary_that_fits_a_card() {
        assertThat(DemoPapers.load()).allSatisfy(paper -> {
            assertThat(paper.shortSummary().orElseThrow().length()).isBetween(60, 200);
            assertThat(paper.abstractText()).endsWith(".").hasSizeBetween(150, 600);
            assertThat(paper.authors().names()).hasSizeBetween(1, 8);
            assertThat(paper.keywords()).hasSizeBetween(3, 5);
        });
    }

    @Test
    void what_is_told_of_them_is_true_and_no_sentence_is_copied() {
        Map<String, JsonNode> real = realRows();
        assertThat(DemoPapers.load()).allSatisfy(paper -> {
            String key = paper.names().arxiv().orElseThrow() + " "
                    + paper.listings().get(0).day();
            assertThat(real).containsKey(key);
            JsonNode row = Objects.requireNonNull(real.get(key));
            JsonNode source = row.path("paper");
            assertThat(paper.title())
                    .isEqualTo(ShortText.clean(source.path("title").asString()));
            assertThat(paper.echo().upvotes()).isEqualTo(source.path("upvotes").asInt());
            assertThat(paper.echo().comments())
                    .isEqualTo(row.path("numComments").asInt());
            assertThat(paper.authors().count()).isEqualTo(source.path("authors").size());
            assertThat(paper.published().orElseThrow())
                    .hasToString(source.path("publishedAt").asString().substring(0, 10));
            Set<String> theirs = sixWordRuns(source.path("summary").asString());
            theirs.addAll(sixWordRuns(source.path("ai_summary").asString("")));
            assertThat(sixWordRuns(
                            paper.abstractText() + " | " + paper.shortSummary().orElseThrow()))
                    .doesNotContainAnyElementsOf(theirs);
        });
    }

    private static Map<String, JsonNode> realRows() {
        JsonMapper mapper = JsonMapper.builder().build();
        return SharedData.dailyPapers().stream()
                .flatMap(file -> mapper.readTree(file.toFile())
                        .valueStream()
                        .map(row -> Map.entry(
                                row.path("paper").path("id").asString() + " "
                                        + file.getFileName().toString().substring(0, 10),
                                row)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> sixWordRuns(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + 6 <= words.length; i++) {
            runs.add(String.join(" ", Arrays.asList(words).subList(i, i + 6)));
        }
        return runs;
    }
}

package dev.lectern.paper.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.SharedData;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The real answers and pages, and what is odd in them. */
class RealFilesTest {

    @Test
    void every_row_of_the_daily_papers_answers_comes_in() {
        List<Reading> readings =
                SharedData.dailyPapers().stream().map(RealFilesTest::read).toList();
        assertThat(readings).hasSize(52).allMatch(Reading::isClean);
        assertThat(readings).extracting(Reading::format).containsOnly(Optional.of(Format.DAILY_PAPERS_JSON));
        List<Draft> papers =
                readings.stream().flatMap(reading -> reading.papers().stream()).toList();
        assertThat(papers).hasSize(1077).allMatch(paper -> paper.names().arxiv().isPresent());
        assertThat(papers.stream().map(paper -> paper.names().arxiv()).distinct())
                .hasSize(1076);
        assertThat(papers.stream().map(Draft::normalizedTitle).distinct()).hasSize(1076);
    }

    @Test
    void every_row_is_of_the_day_that_its_file_is_named_by() {
        for (Path file : SharedData.dailyPapers()) {
            LocalDate day = LocalDate.parse(file.getFileName().toString().substring(0, 10));
            assertThat(read(file).papers())
                    .extracting(Draft::listings)
                    .as(file.toString())
                    .containsOnly(List.of(Listing.daily(day)));
        }
    }

    @Test
    void every_paper_of_the_pages_comes_in() {
        List<Reading> readings =
                SharedData.pages().stream().map(RealFilesTest::read).toList();
        assertThat(readings).extracting(Reading::rows).containsExactly(68, 256, 51);
        assertThat(readings).allMatch(Reading::isClean);
        assertThat(readings)
                .extracting(reading -> reading.format().orElseThrow())
                .containsExactly(Format.PAGE_SPACED, Format.PAGE_TIGHT, Format.PAGE_TIGHT);
        assertThat(readings.stream().flatMap(reading -> reading.papers().stream()))
                .allMatch(paper ->
                        paper.abstractText().length() > 250 && paper.title().length() < 150);
    }

    @Test
    void the_spaced_page_tells_who_and_when() {
        List<Draft> papers = read(SharedData.pages().get(0)).papers();
        assertThat(papers.get(0).published()).contains(LocalDate.of(2025, 7, 10));
        assertThat(papers.get(0).authors().byline()).isEqualTo("7 authors");
        assertThat(papers.get(1).authors().byline()).isEqualTo("Nexa AI");
        assertThat(papers.get(1).echo().comments()).isEqualTo(2);
        assertThat(papers.get(1).published()).contains(LocalDate.of(2025, 12, 2));
        assertThat(papers.get(2).published()).contains(LocalDate.of(2024, 6, 10));
        assertThat(papers.get(2).echo().comments()).isEqualTo(5);
        assertThat(papers).filteredOn(paper -> paper.published().isEmpty()).hasSize(4);
        assertThat(papers.get(67).authors().organization()).contains("MemTensor");
    }

    @Test
    void the_tight_pages_begin_at_the_title_that_the_button_is_glued_to() {
        assertThat(read(SharedData.pages().get(1)).papers().get(0).title()).startsWith("PatrickStar:");
        assertThat(read(SharedData.pages().get(2)).papers().get(0).title()).startsWith("$\\text{Memory}^3$:");
    }

    @Test
    void an_older_row_is_read_whole() {
        Draft first = read(SharedData.dailyPapers().get(0)).papers().get(0);
        assertThat(first.names().arxiv()).contains(new ArxivId("2406.04692"));
        assertThat(first.title()).isEqualTo("Mixture-of-Agents Enhances Large Language Model Capabilities");
        assertThat(first.authors().count()).isEqualTo(5);
        assertThat(first.published()).contains(LocalDate.of(2024, 6, 7));
    }

    private static Reading read(Path file) {
        return PaperFiles.read(file.toString(), Optional.empty());
    }
}

package dev.lectern.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShelvesInEachLanguageTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 4, 9);
    private static final Paper TEA = Paper.added(Draft.titled("Brewing Tea"), Instant.parse("2026-04-09T08:00:00Z"));

    private static Message page(Language language, Shelf shelf, LocalDate newest) {
        return Language.speaking(
                language,
                () -> ShelvesMessages.page(
                        new ShelfPage(shelf, THURSDAY, 0), List.of(TEA), Optional.of(newest), Optional.empty()));
    }

    @Test
    void a_list_is_called_by_its_day_in_each_language() {
        assertThat(page(Language.ENGLISH, Shelf.TODAY, THURSDAY).text())
                .startsWith("Daily Papers of Thursday 9 April: ");
        assertThat(page(Language.GERMAN, Shelf.TODAY, THURSDAY).text())
                .startsWith("Daily Papers vom Donnerstag, 9. April: ");
        assertThat(page(Language.JAPANESE, Shelf.TODAY, THURSDAY).text()).startsWith("4月9日(木)の Daily Papers: ");
    }

    @Test
    void its_last_line_counts_and_says_the_order() {
        assertThat(BlockJson.write(page(Language.ENGLISH, Shelf.WEEK, THURSDAY).blocks()))
                .contains("1 paper, the most upvoted first.");
        assertThat(BlockJson.write(
                        page(Language.GERMAN, Shelf.TRENDING, THURSDAY).blocks()))
                .contains("1 Paper, nach Upvotes für jeden Tag auf der Liste.");
    }

    @Test
    void a_list_that_is_not_todays_says_so() {
        assertThat(BlockJson.write(page(Language.JAPANESE, Shelf.TODAY, THURSDAY.minusDays(1))
                        .blocks()))
                .contains("今日のリストはまだ届いていないため、最後のリストを表示しています。");
    }
}

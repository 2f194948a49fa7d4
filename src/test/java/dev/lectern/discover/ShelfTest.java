package dev.lectern.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperList;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 4, 3);

    private static Paper paper(String title, int upvotes, LocalDate... listed) {
        return Paper.added(
                Draft.titled(title).withListDays(Arrays.asList(listed)).withEcho(upvotes, 0), Instant.EPOCH);
    }

    private static List<String> titles(Shelf shelf, LocalDate today, Paper... papers) {
        return shelf.arranged(List.of(papers), today).stream().map(Paper::title).toList();
    }

    @Test
    void today_is_the_newest_list_day_by_upvotes() {
        assertThat(titles(
                        Shelf.TODAY,
                        FRIDAY,
                        paper("Yesterday's", 900, FRIDAY.minusDays(1)),
                        paper("Few", 3, FRIDAY),
                        paper("Many", 30, FRIDAY.minusDays(1), FRIDAY)))
                .containsExactly("Many", "Few");
    }

    @Test
    void at_the_weekend_today_is_the_last_list_day_before_it() {
        assertThat(titles(
                        Shelf.TODAY,
                        FRIDAY.plusDays(2),
                        paper("Friday's", 1, FRIDAY),
                        paper("Thursday's", 2, FRIDAY.minusDays(1))))
                .containsExactly("Friday's");
    }

    @Test
    void a_list_day_to_come_is_not_the_newest_one() {
        List<Paper> papers = List.of(paper("Both", 1, FRIDAY, FRIDAY.plusDays(3)), paper("Now", 2, FRIDAY));
        assertThat(Shelf.newestDay(papers, FRIDAY)).contains(FRIDAY);
        assertThat(Shelf.newestDay(papers, FRIDAY.minusDays(1))).isEmpty();
        assertThat(titles(Shelf.TODAY, FRIDAY, papers.toArray(Paper[]::new))).containsExactly("Now", "Both");
    }

    @Test
    void a_week_begins_on_monday_and_a_month_on_its_first() {
        assertThat(Shelf.WEEK.first(FRIDAY)).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(Shelf.WEEK.first(LocalDate.of(2026, 3, 30))).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(Shelf.WEEK.first(LocalDate.of(2026, 4, 5))).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(Shelf.MONTH.first(FRIDAY)).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(Shelf.TRENDING.first(FRIDAY)).isEqualTo(LocalDate.of(2026, 3, 28));
    }

    @Test
    void trending_counts_upvotes_for_each_day() {
        assertThat(titles(
                        Shelf.TRENDING,
                        FRIDAY,
                        paper("Old and great", 100, FRIDAY.minusDays(4)),
                        paper("Fresh", 30, FRIDAY),
                        paper("Lame", 5, FRIDAY.minusDays(1))))
                .containsExactly("Fresh", "Old and great", "Lame");
        assertThat(Shelf.upvotesADay(paper("A", 100, FRIDAY.minusDays(4)), FRIDAY))
                .isEqualTo(20);
    }

    @Test
    void trending_has_what_is_looked_at_now_whatever_its_day_and_not_what_was_looked_at_last_week() {
        LocalDate longAgo = FRIDAY.minusDays(99);
        assertThat(titles(
                        Shelf.TRENDING,
                        FRIDAY,
                        trending("Looked at yesterday", 500, FRIDAY.minusDays(1), longAgo),
                        trending("Looked at now", 1_000, FRIDAY, longAgo),
                        trending("Looked at last week", 900, FRIDAY.minusDays(2), longAgo),
                        paper("Fresh", 7, FRIDAY)))
                .containsExactly("Looked at now", "Fresh", "Looked at yesterday");
        assertThat(Shelf.TRENDING.lists()).contains(PaperList.TRENDING);
        assertThat(Shelf.WEEK.lists()).containsExactly(PaperList.DAILY);
    }

    private static Paper trending(String title, int upvotes, LocalDate trending, LocalDate listed) {
        return Paper.added(
                Draft.titled(title)
                        .withListings(List.of(new Listing(PaperList.TRENDING, trending), Listing.daily(listed)))
                        .withEcho(upvotes, 0),
                Instant.EPOCH);
    }

    @ParameterizedTest
    @EnumSource(Shelf.class)
    void a_shelf_holds_papers_of_what_it_was_given_once_each_in_an_order_that_the_input_does_not_change(Shelf shelf) {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Paper> papers = IntStream.range(0, random.nextInt(40))
                    .mapToObj(i -> paper("Paper " + i, random.nextInt(5), FRIDAY.minusDays(random.nextInt(6))))
                    .toList();
            List<Paper> shuffled = new java.util.ArrayList<>(papers);
            java.util.Collections.shuffle(shuffled, random);

            List<Paper> arranged = shelf.arranged(papers, FRIDAY);

            assertThat(arranged).as("seed %d", seed).doesNotHaveDuplicates().isSubsetOf(papers);
            assertThat(shelf.arranged(shuffled, FRIDAY)).isEqualTo(arranged);
            if (shelf != Shelf.TODAY) {
                assertThat(arranged).hasSameSizeAs(papers);
            }
            if (shelf != Shelf.TRENDING) {
                assertThat(arranged)
                        .isSortedAccordingTo((one, other) -> Integer.compare(other.upvotes(), one.upvotes()));
            }
        }
    }

    @Test
    void a_page_is_read_as_it_was_written() {
        for (Shelf shelf : Shelf.values()) {
            ShelfPage page = new ShelfPage(shelf, FRIDAY, 10);
            assertThat(ShelfPage.parse(page.toString())).isEqualTo(page);
        }
        assertThat(new ShelfPage(Shelf.WEEK, FRIDAY, 10).further(10)).hasToString("week 2026-04-03 20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "week", "week 2026-04-03", "year 2026-04-03 0", "week 2026-02-30 0", "week 2026-04-03 -1"})
    void what_is_no_page_is_refused(String text) {
        assertThatThrownBy(() -> ShelfPage.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_listed_has_no_newest_day() {
        assertThat(Shelf.newestDay(List.of(), FRIDAY)).isEqualTo(Optional.empty());
        assertThat(FRIDAY.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
    }
}

package dev.lectern.paper.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArxivDaysTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-16, 2026-11-12, 2026-11-13",
        "2026-11-17, 2026-11-13, 2026-11-16",
        "2026-11-18, 2026-11-16, 2026-11-17",
        "2026-11-19, 2026-11-17, 2026-11-18",
        "2026-11-20, 2026-11-18, 2026-11-19",
    })
    void a_feed_has_what_came_in_until_the_afternoon_before_and_over_the_weekend(
            LocalDate feed, LocalDate first, LocalDate last) {
        assertThat(ArxivDays.firstSubmitted(feed)).isEqualTo(first);
        assertThat(ArxivDays.lastSubmitted(feed)).isEqualTo(last);
    }

    @Test
    void every_day_is_in_some_feed_and_none_of_the_feeds_is_at_the_weekend() {
        LocalDate monday = LocalDate.parse("2026-11-16");
        List<LocalDate> feeds = monday.datesUntil(monday.plusDays(28))
                .filter(ArxivDays::hasFeed)
                .toList();
        assertThat(feeds).hasSize(20);
        for (LocalDate day = monday; day.isBefore(monday.plusDays(20)); day = day.plusDays(1)) {
            LocalDate came = day;
            assertThat(feeds)
                    .as("what came in on %s", day)
                    .anyMatch(feed -> !came.isBefore(ArxivDays.firstSubmitted(feed))
                            && !came.isAfter(ArxivDays.lastSubmitted(feed))
                            && feed.isAfter(came));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:59:00Z, 2026-11-19",
        "2026-11-20T11:00:00Z, 2026-11-20",
        "2026-11-21T04:00:00Z, 2026-11-20",
        "2026-07-20T10:00:00Z, 2026-07-20",
    })
    void a_feed_counts_as_there_from_six_in_the_morning_in_new_york(Instant now, LocalDate newest) {
        assertThat(ArxivDays.newestFeed(now)).isEqualTo(newest);
    }
}

package dev.lectern.paper.harvest;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When arXiv announces what came in: at the end of every day from Sunday to Thursday, in feeds dated the next day, what
 * came in until that day's afternoon, and since Friday's on Monday. Its holidays are not known here.
 *
 * @see <a href="https://info.arxiv.org/help/availability.html">arXiv's schedule</a>
 */
final class ArxivDays {
    private static final ZoneId ARXIV = ZoneId.of("America/New_York");
    /** Feeds come soon after midnight; before that somebody asked too early. */
    private static final Duration FEEDS_COME = Duration.ofHours(6);

    private ArxivDays() {}

    /** The last day whose feed is surely there. */
    static LocalDate newestFeed(Instant now) {
        return LocalDate.ofInstant(now.minus(FEEDS_COME), ARXIV);
    }

    static boolean hasFeed(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The first day (UTC) on which something came in that the feed of this day has. */
    static LocalDate firstSubmitted(LocalDate feed) {
        // In the evening before, after the afternoon that the feed before ended with.
        return lastSubmitted(previous(feed));
    }

    /** The last day (UTC) on which something came in that the feed of this day has. */
    static LocalDate lastSubmitted(LocalDate feed) {
        return feed.getDayOfWeek() == DayOfWeek.MONDAY ? feed.minusDays(3) : feed.minusDays(1);
    }

    private static LocalDate previous(LocalDate feed) {
        LocalDate before = feed.minusDays(1);
        return hasFeed(before) ? before : previous(before);
    }
}

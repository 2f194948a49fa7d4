package dev.lectern.digest;

import dev.lectern.group.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * When a group's digests are due: at their hour on their days, in the group's zone, through changes of clocks. An hour
 * that a change of clocks leaves out moves forward by the length of the gap; one that comes twice is the earlier one.
 */
public final class DigestSchedule {
    private DigestSchedule() {}

    /** The first digest strictly after this instant. */
    public static Instant next(Settings settings, Instant after) {
        // The day before too: its digest may have been moved past midnight by a change of clocks.
        LocalDate dayBefore = after.atZone(settings.zone()).toLocalDate().minusDays(1);
        return digests(settings, dayBefore, day -> day.plusDays(1))
                .filter(digest -> digest.isAfter(after))
                .findFirst()
                .orElseThrow();
    }

    /** The last digest strictly before this instant, by the settings as they are now. */
    public static Instant previous(Settings settings, Instant before) {
        LocalDate sameDay = before.atZone(settings.zone()).toLocalDate();
        return digests(settings, sameDay, day -> day.minusDays(1))
                .filter(digest -> digest.isBefore(before))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The list days (UTC) that a digest at this instant looks at, oldest first: from the previous digest's day to its own,
     * both included, because a day's list still grows after the digest of that day; what was shown is not shown again.
     */
    public static List<LocalDate> listDays(Settings settings, Instant digest) {
        LocalDate from = previous(settings, digest).atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate to = digest.atOffset(ZoneOffset.UTC).toLocalDate();
        return from.datesUntil(to.plusDays(1)).toList();
    }

    private static Stream<Instant> digests(Settings settings, LocalDate from, UnaryOperator<LocalDate> step) {
        return Stream.iterate(from, step)
                .filter(day -> settings.digestDays().contains(day.getDayOfWeek()))
                .map(day -> ZonedDateTime.of(day, settings.digestTime(), settings.zone())
                        .toInstant());
    }
}

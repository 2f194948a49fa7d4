package dev.lectern.digest;

import dev.lectern.group.Settings;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a group's digests are due: at their hour on their days, in the group's zone, through changes of clocks. An hour
 * that a change of clocks leaves out moves forward by the length of the gap; one that comes twice is the earlier one.
 */
public final class DigestSchedule {
    private DigestSchedule() {}

    /** The first of a group's digests strictly after this instant. */
    public static Instant next(Settings settings, Instant after) {
        return next(settings.digestDays(), settings.digestTime(), settings.zone(), after);
    }

    /**
     * The first strictly after this instant.
     *
     * @param days at least one
     */
    static Instant next(Set<DayOfWeek> days, LocalTime time, ZoneId zone, Instant after) {
        // The day before too: its digest may have been moved past midnight by a change of clocks.
        return Stream.iterate(after.atZone(zone).toLocalDate().minusDays(1), day -> day.plusDays(1))
                .filter(day -> days.contains(day.getDayOfWeek()))
                .map(day -> ZonedDateTime.of(day, time, zone).toInstant())
                .filter(digest -> digest.isAfter(after))
                .findFirst()
                .orElseThrow();
    }
}

package dev.lectern.digest;

import dev.lectern.group.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
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
        return digests(settings, dayBefore)
                .filter(digest -> digest.isAfter(after))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Instant> digests(Settings settings, LocalDate from) {
        return Stream.iterate(from, day -> day.plusDays(1))
                .filter(day -> settings.digestDays().contains(day.getDayOfWeek()))
                .map(day -> ZonedDateTime.of(day, settings.digestTime(), settings.zone())
                        .toInstant());
    }
}

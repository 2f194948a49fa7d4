package dev.lectern.meeting.when;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;

/**
 * When a meeting is to begin, as a person picks it, nothing checked yet. Each text may be empty.
 *
 * @param date such as {@code 2026-04-07}
 * @param time such as {@code 15:00}
 */
public record MomentForm(String date, String time) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final int FARTHEST_YEARS = 2;

    /** Where a problem belongs. */
    public enum Field {
        DATE,
        TIME
    }

    /** What the form says, or what is wrong with it. */
    public sealed interface Parsed {}

    public record Valid(Instant start) implements Parsed {}

    /** @param problem a sentence with the way out, plain text */
    public record Invalid(Field field, String problem) implements Parsed {}

    /** A time that comes twice when the clocks go back is the earlier one; one that they skip is refused. */
    public Parsed parse(ZoneId zone, Instant now) {
        LocalDateTime local;
        try {
            local = LocalDate.parse(date.strip()).atStartOfDay();
        } catch (DateTimeException none) {
            return new Invalid(Field.DATE, "Pick the day of the meeting.");
        }
        try {
            local = local.with(LocalTime.parse(time.strip()));
        } catch (DateTimeException none) {
            return new Invalid(Field.TIME, "Pick the time at which the meeting begins, such as 15:00.");
        }
        return check(local, zone, now);
    }

    private static Parsed check(LocalDateTime local, ZoneId zone, Instant now) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            return new Invalid(
                    Field.TIME,
                    "There is no " + CLOCK.format(local) + " on " + DAY.format(local) + ": the clocks go from "
                            + CLOCK.format(change.getDateTimeBefore()) + " to "
                            + CLOCK.format(change.getDateTimeAfter()) + ". Pick a time before or after that.");
        }
        Instant start = local.atZone(zone).toInstant();
        LocalDateTime today = LocalDateTime.ofInstant(now, zone);
        if (!start.isAfter(now)) {
            return new Invalid(
                    local.toLocalDate().isBefore(today.toLocalDate()) ? Field.DATE : Field.TIME,
                    "That is past: it is " + DAY.format(today) + ", " + CLOCK.format(today) + ". Pick a later time.");
        }
        return local.isAfter(today.plusYears(FARTHEST_YEARS))
                ? new Invalid(Field.DATE, "That is more than " + FARTHEST_YEARS + " years away: pick a nearer day.")
                : new Valid(start);
    }
}

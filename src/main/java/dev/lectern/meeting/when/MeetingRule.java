package dev.lectern.meeting.when;

import dev.lectern.group.Settings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a series of meetings takes place, and where. Dates recur by RFC 5545, section 3.3.10, in local time, and only then
 * get the zone: a meeting at 15:00 stays at 15:00 through changes of clocks. A time that a change of clocks leaves out
 * moves forward by the length of the gap; one that comes twice is the earlier one
 * ({@link ZonedDateTime#of(LocalDate, LocalTime, ZoneId)}).
 *
 * @param rrule an RRULE of whole days, without the property's name: {@code FREQ=WEEKLY;INTERVAL=2;BYDAY=TH}
 * @param first no meeting is before this date; intervals are counted from it
 * @param length how long a meeting is meant to last; longer than zero
 * @param place where it is, or the link of its call: raw text as somebody typed it
 */
public record MeetingRule(
        String rrule, LocalDate first, LocalTime time, ZoneId zone, Duration length, Optional<String> place) {
    public static final Duration USUAL_LENGTH = Duration.ofHours(1);
    public static final Duration SHORTEST = Duration.ofMinutes(5);
    public static final Duration LONGEST = Duration.ofHours(12);

    private static final int SOON = 60;

    public MeetingRule {
        Recurrence.of(rrule);
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("no length of a meeting: " + length);
        }
    }

    /** From what a group has chosen; fortnights are counted from the first meeting day on or after {@code anchor}. */
    public static MeetingRule of(Settings settings, LocalDate anchor) {
        String rrule = rrule(settings);
        return new MeetingRule(
                rrule,
                Recurrence.of(rrule).firstFrom(anchor).orElse(anchor),
                settings.meetingTime(),
                settings.zone(),
                USUAL_LENGTH,
                Optional.empty());
    }

    private static String rrule(Settings settings) {
        String weekday = code(settings.meetingDay());
        return switch (settings.rhythm()) {
            case WEEKLY -> "FREQ=WEEKLY;BYDAY=" + weekday;
            case FORTNIGHTLY -> "FREQ=WEEKLY;INTERVAL=2;BYDAY=" + weekday;
            case MONTHLY -> "FREQ=MONTHLY;BYDAY=1" + weekday;
        };
    }

    /** As RFC 5545 writes it: {@code TH}. */
    static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    /** Whether somebody may choose this length. */
    public static boolean canLast(Duration length) {
        return length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0;
    }

    /** The same meetings by another rule, whose intervals count from its first date on or after this one. */
    public MeetingRule by(String newRule, LocalTime newTime, LocalDate anchor) {
        return new MeetingRule(
                newRule, Recurrence.of(newRule).firstFrom(anchor).orElse(anchor), newTime, zone, length, place);
    }

    public MeetingRule in(ZoneId other) {
        return new MeetingRule(rrule, first, time, other, length, place);
    }

    /** The same dates and times at another place, or nowhere in particular, and of another length. */
    public MeetingRule at(Optional<String> newPlace, Duration newLength) {
        return new MeetingRule(rrule, first, time, zone, newLength, newPlace);
    }

    /** Its dates from this one on, earliest first; without end, but for a rule that has one. */
    public Stream<LocalDate> dates(LocalDate from) {
        return Recurrence.of(rrule).dates(first, from);
    }

    public boolean meetsOn(LocalDate date) {
        return dates(date).findFirst().filter(date::equals).isPresent();
    }

    /** When the meeting of a date begins. */
    public ZonedDateTime start(LocalDate date) {
        return ZonedDateTime.of(date, time, zone);
    }

    /** The first of the next dates on which a change of clocks leaves the hour out, so that the meeting is later. */
    public Optional<LocalDate> nextGap(Instant after) {
        return after(after)
                .limit(SOON)
                .filter(date -> !start(date).toLocalTime().equals(time))
                .findFirst();
    }

    /** What begins strictly after this instant, earliest first, as {@link #dates} has it. */
    public Stream<LocalDate> after(Instant instant) {
        // The day before too: its meeting may have been moved past midnight by a change of clocks.
        LocalDate nearby = instant.atZone(zone).toLocalDate().minusDays(1);
        return dates(nearby).filter(date -> start(date).toInstant().isAfter(instant));
    }
}

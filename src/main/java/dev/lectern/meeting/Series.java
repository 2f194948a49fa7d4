package dev.lectern.meeting;

import dev.lectern.group.Rhythm;
import dev.lectern.group.Settings;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.InstanceIterator;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;

/**
 * When a group meets, without end. Dates recur by RFC 5545, section 3.3.10, in local time, and only then get the zone: a
 * meeting at 15:00 stays at 15:00 through changes of clocks. A time that a change of clocks leaves out moves forward by
 * the length of the gap; one that comes twice is the earlier one ({@link ZonedDateTime#of(LocalDate, LocalTime, ZoneId)}).
 *
 * @param anchor no meeting is before this date, and fortnights are counted from the first meeting day on or after it
 */
public record Series(DayOfWeek day, LocalTime time, ZoneId zone, Rhythm rhythm, LocalDate anchor) {

    public static Series of(Settings settings, LocalDate anchor) {
        return new Series(settings.meetingDay(), settings.meetingTime(), settings.zone(), settings.rhythm(), anchor);
    }

    /** The next {@code n} meetings that begin strictly after this instant, earliest first. */
    public List<ZonedDateTime> after(Instant instant, int n) {
        // The day before too: its slot may have been moved past midnight by a change of clocks.
        LocalDate nearby = instant.atZone(zone).toLocalDate().minusDays(1);
        // RFC 5545 counts fortnights from the week of the first date, so that date must be a meeting day.
        LocalDate first = anchor.with(TemporalAdjusters.nextOrSame(day));
        InstanceIterator dates = rule().iterator(allDay(first));
        dates.fastForward(allDay(nearby));
        return Stream.generate(dates::next)
                .map(date -> LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDayOfMonth()))
                .map(date -> ZonedDateTime.of(date, time, zone))
                .filter(slot -> slot.toInstant().isAfter(instant))
                .limit(n)
                .toList();
    }

    /** The next meeting that begins strictly after this instant. */
    public ZonedDateTime next(Instant after) {
        return after(after, 1).get(0);
    }

    /** The recurrence as an iCalendar RRULE, without the property's name: {@code FREQ=WEEKLY;INTERVAL=2;BYDAY=TH}. */
    public String rrule() {
        String weekday = day.name().substring(0, 2);
        return switch (rhythm) {
            case WEEKLY -> "FREQ=WEEKLY;BYDAY=" + weekday;
            case FORTNIGHTLY -> "FREQ=WEEKLY;INTERVAL=2;BYDAY=" + weekday;
            case MONTHLY -> "FREQ=MONTHLY;BYDAY=1" + weekday;
        };
    }

    private RecurrenceRule rule() {
        try {
            return new RecurrenceRule(rrule());
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalStateException("the rule of " + this, e);
        }
    }

    private static DateTime allDay(LocalDate date) {
        return new DateTime(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
    }
}

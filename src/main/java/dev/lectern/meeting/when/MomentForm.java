package dev.lectern.meeting.when;

import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a meeting is to begin, as a person picks it, nothing checked yet. Each text may be empty.
 *
 * @param date such as {@code 2026-04-07}
 * @param time such as {@code 15:00}
 */
public record MomentForm(String date, String time) {
    private static final Texts TEXTS = Texts.of(MomentForm.class);
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
            return new Invalid(Field.DATE, TEXTS.say("moment.which-day"));
        }
        try {
            local = local.with(LocalTime.parse(time.strip()));
        } catch (DateTimeException none) {
            return new Invalid(Field.TIME, TEXTS.say("moment.which-time"));
        }
        return check(local, zone, now);
    }

    private static Parsed check(LocalDateTime local, ZoneId zone, Instant now) {
        Optional<String> skipped = SkippedTime.problem(local, zone);
        if (skipped.isPresent()) {
            return new Invalid(Field.TIME, skipped.get());
        }
        Instant start = local.atZone(zone).toInstant();
        LocalDateTime today = LocalDateTime.ofInstant(now, zone);
        if (!start.isAfter(now)) {
            return new Invalid(
                    local.toLocalDate().isBefore(today.toLocalDate()) ? Field.DATE : Field.TIME,
                    TEXTS.say("moment.past", "day", Dates.weekday(today), "time", Dates.clock(today)));
        }
        return local.isAfter(today.plusYears(FARTHEST_YEARS))
                ? new Invalid(Field.DATE, TEXTS.say("moment.too-far", "years", FARTHEST_YEARS))
                : new Valid(start);
    }
}

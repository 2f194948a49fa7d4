package dev.lectern.ballot;

import dev.lectern.meeting.when.SkippedTime;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * When a vote is to close, as a person picks it in the group's zone, nothing checked yet. Each text may be empty.
 *
 * @param date such as {@code 2026-04-07}
 * @param time such as {@code 15:00}
 */
record DeadlineForm(String date, String time) {
    private static final Texts TEXTS = Texts.of(DeadlineForm.class);
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Where a problem belongs. */
    enum Field {
        DATE,
        TIME
    }

    /** What the form says, or what is wrong with it. */
    sealed interface Parsed {}

    record Valid(Instant deadline) implements Parsed {}

    /** @param problem a sentence with the way out, plain text */
    record Invalid(Field field, String problem) implements Parsed {}

    /** The form that says this instant, to the minute. */
    static DeadlineForm of(Instant deadline, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(deadline, zone);
        return new DeadlineForm(local.toLocalDate().toString(), FIELD.format(local));
    }

    /**
     * A time that comes twice when the clocks go back is the earlier one; one that they skip is refused.
     *
     * @param after the deadline must be later: now, or the deadline so far where it is to be put off
     * @param meeting begins then, and the vote must have closed
     */
    Parsed parse(ZoneId zone, Instant after, Instant meeting) {
        Optional<LocalDate> day = read(() -> LocalDate.parse(date.strip()));
        if (day.isEmpty()) {
            return new Invalid(Field.DATE, TEXTS.say("deadline.day"));
        }
        Optional<LocalTime> clock = read(() -> LocalTime.parse(time.strip()));
        if (clock.isEmpty()) {
            return new Invalid(Field.TIME, TEXTS.say("deadline.time"));
        }
        return check(LocalDateTime.of(day.get(), clock.get()), zone, after, meeting);
    }

    private static Parsed check(LocalDateTime local, ZoneId zone, Instant after, Instant meeting) {
        Optional<String> skipped = SkippedTime.problem(local, zone);
        if (skipped.isPresent()) {
            return new Invalid(Field.TIME, skipped.get());
        }
        Instant deadline = local.atZone(zone).toInstant();
        if (!deadline.isAfter(after)) {
            return new Invalid(
                    local.toLocalDate().isBefore(LocalDate.ofInstant(after, zone)) ? Field.DATE : Field.TIME,
                    TEXTS.say("deadline.later", "moment", written(after, zone)));
        }
        if (!deadline.isBefore(meeting)) {
            return new Invalid(
                    local.toLocalDate().isAfter(LocalDate.ofInstant(meeting, zone)) ? Field.DATE : Field.TIME,
                    TEXTS.say("deadline.earlier", "moment", written(meeting, zone)));
        }
        return new Valid(deadline);
    }

    private static String written(Instant instant, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        return TEXTS.say("deadline.moment", "day", Dates.weekday(local), "clock", Dates.clock(local));
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> Optional<T> read(Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}

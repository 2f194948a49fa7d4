package dev.lectern.meeting.hub;

import dev.lectern.meeting.when.MeetingRule;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A rule that somebody typed, as the button has it that asks whether it was meant.
 *
 * @param first the date from which it counts
 * @param length empty in buttons from before it could be typed
 */
record TypedRule(String rrule, LocalTime time, LocalDate first, Optional<Duration> length) {

    static TypedRule of(MeetingRule rule) {
        return new TypedRule(rule.rrule(), rule.time(), rule.first(), Optional.of(rule.length()));
    }

    /** @throws IllegalArgumentException for what {@link #write} does not write */
    static TypedRule read(String text) {
        String[] parts = text.split(" ");
        if (parts.length < 3 || parts.length > 4) {
            throw new IllegalArgumentException("not a rule: " + text);
        }
        try {
            return new TypedRule(
                    parts[0],
                    LocalTime.parse(parts[1]),
                    LocalDate.parse(parts[2]),
                    parts.length == 3 ? Optional.empty() : Optional.of(Duration.parse(parts[3])));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a rule: " + text, e);
        }
    }

    String write() {
        return rrule + " " + time + " " + first
                + length.map(known -> " " + known).orElse("");
    }

    /** What a series meets by from then on. */
    MeetingRule on(MeetingRule present) {
        return present.by(rrule, time, first).at(present.place(), length.orElse(present.length()));
    }
}

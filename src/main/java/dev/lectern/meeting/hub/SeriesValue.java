package dev.lectern.meeting.hub;

import dev.lectern.meeting.when.MeetingRule;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A series of meetings as the group's log keeps it: RRULE, time, first date, length, zone, and the place where there is one,
 * with spaces between.
 */
final class SeriesValue {
    private static final int OF_THE_RULE = 4;
    private static final int ALL = 6;

    private SeriesValue() {}

    static String write(MeetingRule rule) {
        return TypedRule.of(rule).write() + " " + rule.zone()
                + rule.place().map(place -> " " + place).orElse("");
    }

    /** @throws IllegalArgumentException for what {@link #write} does not write */
    static MeetingRule read(String text) {
        String[] parts = text.split(" ", ALL);
        if (parts.length <= OF_THE_RULE) {
            throw new IllegalArgumentException("not a series: " + text);
        }
        TypedRule typed = TypedRule.read(String.join(" ", parts[0], parts[1], parts[2], parts[3]));
        try {
            return new MeetingRule(
                    typed.rrule(),
                    typed.first(),
                    typed.time(),
                    ZoneId.of(parts[OF_THE_RULE]),
                    typed.length().orElse(MeetingRule.USUAL_LENGTH),
                    parts.length < ALL ? Optional.empty() : Optional.of(parts[ALL - 1]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a series: " + text, e);
        }
    }
}

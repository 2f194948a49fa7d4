package dev.lectern.meeting.when;

import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/** The times that a day does not have, as its clocks go forward over them. */
public final class SkippedTime {
    private static final Texts TEXTS = Texts.of(SkippedTime.class);

    private SkippedTime() {}

    /** A sentence with the way out, plain text, for whoever picked such a time; empty for one that there is. */
    public static Optional<String> problem(LocalDateTime picked, ZoneId zone) {
        return Optional.ofNullable(zone.getRules().getTransition(picked))
                .filter(ZoneOffsetTransition::isGap)
                .map(gap -> TEXTS.say(
                        "moment.gap",
                        "time",
                        Dates.clock(picked),
                        "day",
                        Dates.weekday(picked),
                        "before",
                        Dates.clock(gap.getDateTimeBefore()),
                        "after",
                        Dates.clock(gap.getDateTimeAfter())));
    }
}

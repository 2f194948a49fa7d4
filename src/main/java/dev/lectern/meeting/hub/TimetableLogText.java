package dev.lectern.meeting.hub;

import dev.lectern.group.Setting;
import dev.lectern.meeting.when.NamedRule;
import dev.lectern.meeting.when.Slot;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How the group's log says what it keeps of the timetable. */
public final class TimetableLogText {
    /** Mrkdwn, in the language that is spoken; IllegalArgumentException for what is no such value. */
    public static final Map<Setting, UnaryOperator<String>> WORDS =
            Map.of(Setting.TIMETABLE, value -> HubText.series(NamedRule.of(Slot.FIRST, SeriesValue.read(value))));

    private TimetableLogText() {}
}

package dev.lectern.meeting.hub;

import dev.lectern.group.Group;
import dev.lectern.meeting.when.Timetable;
import java.util.Map;
import java.util.Optional;

/** What a form of the organizer's comes to. */
sealed interface Outcome {
    /** @param byField sentences with the way out, by the field beside which they belong; plain text */
    record Problems(Map<String, String> byField) implements Outcome {}

    /**
     * @param group where its settings change, too
     * @param trace what happened
     */
    record Changed(Timetable timetable, Optional<Group> group, Trace trace) implements Outcome {}

    /** What happened, told when it is known who reads it, and so in which language. */
    @FunctionalInterface
    interface Trace {
        /**
         * A sentence or two; mrkdwn.
         *
         * @param who did it, as mrkdwn
         */
        String by(String who);
    }

    /**
     * Something begins of which somebody hears later.
     *
     * @param also what changes at once
     * @param said to whoever sent the form, as mrkdwn
     */
    record Begun(Optional<Changed> also, HolidayLinkSteps.Effect effect, String said) implements Outcome {}

    /** It is so already. */
    record Nothing() implements Outcome {}

    static Outcome problem(String field, String sentence) {
        return new Problems(Map.of(field, sentence));
    }

    static Outcome changed(Timetable timetable, Trace trace) {
        return new Changed(timetable, Optional.empty(), trace);
    }
}

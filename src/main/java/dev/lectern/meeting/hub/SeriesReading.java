package dev.lectern.meeting.hub;

import dev.lectern.meeting.when.MeetingRule;
import dev.lectern.meeting.when.RuleWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** A series as somebody wrote it, on the ground of the one that it changes or begins from. */
final class SeriesReading {
    private SeriesReading() {}

    /** What became of reading. */
    sealed interface Read {}

    record Rule(MeetingRule rule) implements Read {}

    /** @param problem a sentence or two, plain text */
    record Problem(String problem) implements Read {}

    /**
     * @param ground its zone, length and place hold on
     * @param time where the words name none; empty where they must
     * @param first no meeting is before it, and intervals are counted from there
     */
    static Read read(String words, MeetingRule ground, Optional<LocalTime> time, LocalDate first, Instant now) {
        RuleWords.Reading reading = RuleWords.read(words);
        if (reading instanceof RuleWords.NotUnderstood not) {
            return new Problem(not.problem());
        }
        RuleWords.Understood understood = (RuleWords.Understood) reading;
        Optional<LocalTime> hour = understood.time().or(() -> time);
        if (hour.isEmpty()) {
            return new Problem("At what time? Write for instance “" + RuleWords.EXAMPLE + "”.");
        }
        MeetingRule rule = ground.by(understood.rrule(), hour.get(), first);
        return rule.after(now).findFirst().isEmpty()
                ? new Problem("By this rule you would never meet from now on. Write for instance “" + RuleWords.EXAMPLE
                        + "”.")
                : new Rule(rule);
    }
}

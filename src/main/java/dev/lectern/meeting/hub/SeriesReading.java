package dev.lectern.meeting.hub;

import dev.lectern.meeting.when.MeetingRule;
import dev.lectern.meeting.when.RuleWords;
import dev.lectern.meeting.when.ZoneWords;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** A series as somebody wrote it, on the ground of the one that it changes or begins from. */
final class SeriesReading {
    private static final Texts TEXTS = Texts.of(SeriesReading.class);

    private SeriesReading() {}

    /** What became of reading. */
    sealed interface Read {}

    record Rule(MeetingRule rule) implements Read {}

    /** @param problem a sentence or two, plain text */
    record Problem(String problem) implements Read {}

    /**
     * @param ground its zone and place hold on, and its length where the words name none
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
            return new Problem(TEXTS.say("series.no-time", "example", RuleWords.anExample()));
        }
        Optional<ZoneWords> elsewhere = understood.zone().filter(zone -> !zone.means(ground.zone()));
        if (elsewhere.isPresent()) {
            return new Problem(otherZone(elsewhere.get(), ground.zone()));
        }
        MeetingRule rule = ground.by(understood.rrule(), hour.get(), first)
                .at(ground.place(), understood.length().orElse(ground.length()));
        return rule.after(now).findFirst().isEmpty()
                ? new Problem(TEXTS.say("series.never", "example", RuleWords.anExample()))
                : new Rule(rule);
    }

    private static String otherZone(ZoneWords named, ZoneId zone) {
        return TEXTS.say("series.other-zone", "zone", zone.getId(), "typed", RuleWords.quoted(named.typed()));
    }
}

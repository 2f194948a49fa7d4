package dev.lectern.meeting.hub;

import dev.lectern.group.Setting;
import dev.lectern.group.SettingsChange;
import dev.lectern.meeting.when.NamedRule;
import dev.lectern.meeting.when.Occurrence;
import dev.lectern.meeting.when.OneOff;
import dev.lectern.meeting.when.Pause;
import dev.lectern.meeting.when.Slot;
import dev.lectern.meeting.when.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What of a timetable differs from what it was, for the group's log. */
final class TimetableChanges {
    private TimetableChanges() {}

    /** Of both, only what the other has not: there may be hundreds of holidays. */
    static List<SettingsChange> between(Timetable before, Timetable after) {
        Set<Slot> touched = touched(before, after);
        return SettingsChange.differing(
                differing(Setting.TIMETABLE, series(before), series(after)),
                differing(Setting.HOLIDAYS, holidays(before.holidays()), holidays(after.holidays())),
                differing(Setting.PAUSE, pauses(before), pauses(after)),
                new SettingsChange(Setting.ONE_MEETING, starts(before, touched), starts(after, touched)));
    }

    private static SettingsChange differing(Setting setting, List<String> before, List<String> after) {
        return new SettingsChange(setting, without(before, after), without(after, before));
    }

    private static List<String> without(List<String> some, Collection<String> others) {
        Set<String> known = new HashSet<>(others);
        return some.stream().filter(one -> !known.contains(one)).toList();
    }

    private static List<String> series(Timetable timetable) {
        return timetable.series().stream()
                .map(NamedRule::rule)
                .map(SeriesValue::write)
                .toList();
    }

    private static List<String> holidays(Map<LocalDate, String> holidays) {
        return holidays.entrySet().stream()
                .map(holiday -> (holiday.getKey() + " " + holiday.getValue()).strip())
                .toList();
    }

    private static List<String> pauses(Timetable timetable) {
        return timetable.pauses().stream().map(TimetableChanges::pause).toList();
    }

    private static String pause(Pause pause) {
        return (pause.from() + "/" + pause.until() + " " + pause.reason()).strip();
    }

    /** The single meetings that somebody moved, skipped, restored or added. */
    private static Set<Slot> touched(Timetable before, Timetable after) {
        Set<Slot> touched = new TreeSet<>();
        Set<Slot> moved = new TreeSet<>(before.moved().keySet());
        moved.addAll(after.moved().keySet());
        moved.stream()
                .filter(slot -> !before.moved()
                        .getOrDefault(slot, Instant.MIN)
                        .equals(after.moved().getOrDefault(slot, Instant.MIN)))
                .forEach(touched::add);
        addDifference(touched, before.skipped(), after.skipped());
        addDifference(touched, slots(before.added()), slots(after.added()));
        return touched;
    }

    private static Set<Slot> slots(List<OneOff> added) {
        return new TreeSet<>(added.stream().map(OneOff::slot).toList());
    }

    private static void addDifference(Set<Slot> to, Set<Slot> some, Set<Slot> others) {
        some.stream().filter(slot -> !others.contains(slot)).forEach(to::add);
        others.stream().filter(slot -> !some.contains(slot)).forEach(to::add);
    }

    private static List<String> starts(Timetable timetable, Set<Slot> slots) {
        return slots.stream()
                .flatMap(slot -> timetable.at(slot).stream())
                .map(Occurrence::start)
                .map(Object::toString)
                .toList();
    }
}

package dev.lectern.meeting.when;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that says when a group meets. Immutable: every change is a copy. Who reads it knows the group's settings, and
 * {@linkplain #resolved puts them in} first.
 *
 * <p>A meeting of a series does not take place where it is skipped, on a holiday, or in a pause. One that was moved or
 * added by hand takes place on a holiday, too: somebody wanted that.
 *
 * @param series each with an id of its own; the first is always there once the settings are put in
 * @param holidays by date in the series' zone; the names are raw text
 * @param moved when a meeting begins that its rule puts elsewhere
 */
public record Timetable(
        List<NamedRule> series,
        Set<Slot> skipped,
        Map<LocalDate, String> holidays,
        List<Pause> pauses,
        Map<Slot, Instant> moved,
        List<OneOff> added) {
    public static final Timetable EMPTY = new Timetable(List.of(), Set.of(), Map.of(), List.of(), Map.of(), List.of());

    public static final int MOST_SERIES = 6;
    public static final int MOST_HOLIDAYS = 300;

    public Timetable {
        series = List.copyOf(series);
        skipped = Collections.unmodifiableSet(new TreeSet<>(skipped));
        holidays = Collections.unmodifiableMap(new TreeMap<>(holidays));
        pauses = List.copyOf(pauses);
        moved = Collections.unmodifiableMap(new TreeMap<>(moved));
        added = List.copyOf(added);
        if (series.stream().map(NamedRule::id).distinct().count() < series.size()) {
            throw new IllegalArgumentException("two series of one name: " + series);
        }
    }

    /** With what the group's settings say: the first series follows them unless it was given a rule, the others their zone. */
    public Timetable resolved(MeetingRule settings) {
        boolean known = find(Slot.FIRST).isPresent();
        Stream<NamedRule> all = known
                ? series.stream()
                : Stream.concat(Stream.of(new NamedRule(Slot.FIRST, settings, true, false)), series.stream());
        return withSeries(all.map(rule -> rule.resolved(settings)).toList());
    }

    public Optional<NamedRule> find(String id) {
        return series.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The group's: that of its first series. */
    @JsonIgnore
    public ZoneId zone() {
        return find(Slot.FIRST).map(first -> first.rule().zone()).orElseThrow();
    }

    /** The next {@code n} meetings that begin strictly after this instant, earliest first; fewer where all series end. */
    public List<Occurrence> next(Instant after, int n) {
        return new Occurrences(this).next(after, n);
    }

    /** The meeting of a slot; empty where none takes place. */
    public Optional<Occurrence> at(Slot slot) {
        return new Occurrences(this).at(slot);
    }

    /** The slots between two instants in which nobody meets though a rule says so, earliest first. */
    public List<NoMeeting> gaps(Instant after, Instant before) {
        return new Occurrences(this).gaps(after, before);
    }

    /** Whether the meeting of a slot, which was to begin then, is skipped, or on a holiday, or in a pause. */
    public boolean isClosed(Slot slot, Instant start) {
        return new Occurrences(this).isClosed(slot, start);
    }

    /** What keeps a slot of a series from being a meeting. */
    public Optional<NoMeeting> whyNot(Slot slot) {
        return new Occurrences(this).whyNot(slot);
    }

    public Optional<Pause> pauseOn(LocalDate date) {
        return pauses.stream().filter(pause -> pause.covers(date)).findFirst();
    }

    /** With one more series, or another rule for the one of this id. */
    public Timetable with(NamedRule rule) {
        List<NamedRule> all = new ArrayList<>(series);
        all.replaceAll(one -> one.id().equals(rule.id()) ? rule : one);
        if (find(rule.id()).isEmpty()) {
            all.add(rule);
        }
        return withSeries(all);
    }

    /** Without a series that is not the first. */
    public Timetable without(String id) {
        return withSeries(series.stream()
                .filter(rule -> !rule.id().equals(id) || id.equals(Slot.FIRST))
                .toList());
    }

    /** A series at this place and for this long, by the same rule. */
    public Timetable at(String id, Optional<String> place, Duration length) {
        return withSeries(series.stream()
                .map(rule -> rule.id().equals(id) ? rule.at(rule.rule().at(place, length)) : rule)
                .toList());
    }

    /** The id for one more series; empty where there are as many as there may be. */
    public Optional<String> freeId() {
        return series.size() >= MOST_SERIES
                ? Optional.empty()
                : Stream.iterate('b', letter -> (char) (letter + 1))
                        .map(String::valueOf)
                        .filter(id -> find(id).isEmpty())
                        .findFirst();
    }

    /** The slot for one more single meeting on a date. */
    public Slot freeSlot(LocalDate date) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> new Slot(date, OneOff.SERIES + number))
                .filter(slot -> added.stream().noneMatch(single -> single.slot().equals(slot)))
                .findFirst()
                .orElseThrow();
    }

    public Timetable skip(Slot slot) {
        Set<Slot> more = new TreeSet<>(skipped);
        more.add(slot);
        return new Timetable(series, more, holidays, pauses, moved, added);
    }

    /** Takes place after all, where it was skipped. */
    public Timetable restore(Slot slot) {
        Set<Slot> fewer = new TreeSet<>(skipped);
        fewer.remove(slot);
        return new Timetable(series, fewer, holidays, pauses, moved, added);
    }

    /** That one of its dates begins then in place of when the series would have it; the last move counts. */
    public Timetable move(Slot slot, Instant start) {
        Map<Slot, Instant> more = new TreeMap<>(moved);
        more.put(slot, start);
        return new Timetable(series, skipped, holidays, pauses, more, added);
    }

    public Timetable add(OneOff single) {
        List<OneOff> more = new ArrayList<>(added);
        more.add(single);
        return new Timetable(series, skipped, holidays, pauses, moved, more);
    }

    /** With these holidays and no others. */
    public Timetable withHolidays(Map<LocalDate, String> all) {
        return new Timetable(series, skipped, all, pauses, moved, added);
    }

    public Timetable pause(Pause pause) {
        List<Pause> more = new ArrayList<>(pauses);
        more.add(pause);
        return withPauses(more);
    }

    /** Without pauses from this day on: one that is on ends with the day before. */
    public Timetable resume(LocalDate today) {
        return withPauses(pauses.stream()
                .filter(pause -> pause.from().isBefore(today))
                .map(pause -> pause.until().isAfter(today) ? new Pause(pause.from(), today, pause.reason()) : pause)
                .toList());
    }

    /** Without what was over before this day: nobody asks for it any more. */
    public Timetable since(LocalDate day) {
        Predicate<Slot> recent = slot -> !slot.date().isBefore(day);
        Instant begin = day.atStartOfDay(zone()).toInstant();
        return new Timetable(
                series,
                kept(skipped, recent),
                keptKeys(holidays, date -> !date.isBefore(day)),
                pauses.stream().filter(pause -> pause.until().isAfter(day)).toList(),
                keptKeys(
                        moved,
                        slot -> recent.test(slot)
                                || moved.getOrDefault(slot, begin).isAfter(begin)),
                added.stream()
                        .filter(single -> moved.getOrDefault(single.slot(), single.start())
                                .isAfter(begin))
                        .toList());
    }

    private static Set<Slot> kept(Set<Slot> slots, Predicate<Slot> which) {
        Set<Slot> kept = new TreeSet<>(slots);
        kept.removeIf(which.negate());
        return kept;
    }

    private static <K, V> Map<K, V> keptKeys(Map<K, V> map, Predicate<K> which) {
        Map<K, V> kept = new TreeMap<>(map);
        kept.keySet().removeIf(which.negate());
        return kept;
    }

    private Timetable withSeries(List<NamedRule> all) {
        return new Timetable(all, skipped, holidays, pauses, moved, added);
    }

    private Timetable withPauses(List<Pause> all) {
        return new Timetable(series, skipped, holidays, all, moved, added);
    }
}

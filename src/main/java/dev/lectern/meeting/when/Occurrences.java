package dev.lectern.meeting.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The meetings that a timetable comes to: by the rules of its series, and by hand. */
final class Occurrences {
    private static final Comparator<Occurrence> IN_ORDER =
            Comparator.comparing(Occurrence::start).thenComparing(Occurrence::slot);

    private final Timetable timetable;

    Occurrences(Timetable timetable) {
        this.timetable = timetable;
    }

    List<Occurrence> next(Instant after, int n) {
        Stream<Occurrence> regular = timetable.series().stream()
                .flatMap(rule -> slots(rule, after)
                        .filter(slot -> !isMoved(slot) && whyNot(slot).isEmpty())
                        .limit(n)
                        .map(slot -> regular(rule.rule(), slot)));
        return Stream.concat(regular, byHand().filter(one -> one.start().isAfter(after)))
                .sorted(IN_ORDER)
                .limit(n)
                .toList();
    }

    Optional<Occurrence> at(Slot slot) {
        Optional<Occurrence> hand =
                byHand().filter(one -> one.slot().equals(slot)).findFirst();
        return hand.isPresent() || isMoved(slot)
                ? hand
                : timetable
                        .find(slot.series())
                        .map(NamedRule::rule)
                        .filter(rule ->
                                rule.meetsOn(slot.date()) && whyNot(slot).isEmpty())
                        .map(rule -> regular(rule, slot));
    }

    List<NoMeeting> gaps(Instant after, Instant before) {
        return timetable.series().stream()
                .flatMap(rule -> slots(rule, after)
                        .takeWhile(slot -> start(rule.rule(), slot).isBefore(before))
                        .filter(slot -> !isMoved(slot) || timetable.skipped().contains(slot))
                        .flatMap(slot -> whyNot(slot).stream()))
                .sorted(Comparator.comparing(NoMeeting::start).thenComparing(NoMeeting::slot))
                .toList();
    }

    Optional<NoMeeting> whyNot(Slot slot) {
        return timetable.find(slot.series()).flatMap(rule -> {
            Instant start = start(rule.rule(), slot);
            if (timetable.skipped().contains(slot)) {
                return Optional.of(new NoMeeting(slot, start, NoMeeting.Why.SKIPPED, ""));
            }
            return timetable
                    .pauseOn(slot.date())
                    .map(pause -> new NoMeeting(slot, start, NoMeeting.Why.PAUSE, pause.reason()))
                    .or(() -> Optional.ofNullable(timetable.holidays().get(slot.date()))
                            .map(name -> new NoMeeting(slot, start, NoMeeting.Why.HOLIDAY, name)));
        });
    }

    boolean isClosed(Slot slot, Instant start) {
        return timetable.skipped().contains(slot)
                || isPaused(start)
                || whyNot(slot).isPresent() && !isMoved(slot);
    }

    /** Without end where the series has none; whoever asks stops. */
    private static Stream<Slot> slots(NamedRule rule, Instant after) {
        return rule.rule().after(after).map(date -> new Slot(date, rule.id()));
    }

    private boolean isMoved(Slot slot) {
        return timetable.moved().containsKey(slot);
    }

    private boolean isPaused(Instant start) {
        LocalDate day = start.atZone(timetable.zone()).toLocalDate();
        return timetable.pauseOn(day).isPresent();
    }

    private Stream<Occurrence> byHand() {
        Stream<Occurrence> moved =
                timetable.moved().entrySet().stream().flatMap(move -> moved(move.getKey(), move.getValue()).stream());
        return Stream.concat(moved, timetable.added().stream().map(this::added))
                .filter(one -> !timetable.skipped().contains(one.slot()) && !isPaused(one.start()));
    }

    private Optional<Occurrence> moved(Slot slot, Instant start) {
        return timetable
                .find(slot.series())
                .map(NamedRule::rule)
                .filter(rule -> rule.meetsOn(slot.date()))
                .map(rule -> new Occurrence(slot, start, rule.length(), rule.place(), true));
    }

    private Occurrence added(OneOff single) {
        return new Occurrence(
                single.slot(),
                timetable.moved().getOrDefault(single.slot(), single.start()),
                single.length(),
                single.place(),
                true);
    }

    private static Occurrence regular(MeetingRule rule, Slot slot) {
        return new Occurrence(slot, start(rule, slot), rule.length(), rule.place(), false);
    }

    private static Instant start(MeetingRule rule, Slot slot) {
        return rule.start(slot.date()).toInstant();
    }
}

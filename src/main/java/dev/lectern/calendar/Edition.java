package dev.lectern.calendar;

import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All that calendars are given of a group at one time, worked out of what they were given before. A meeting that was
 * given and is planned no longer is given as called off: whoever has it in a calendar must hear of it.
 */
final class Edition {
    /** Meetings that were held stay for a year. */
    static final Duration KEPT = Duration.ofDays(365);
    /** By then every calendar has asked again. */
    static final Duration CALLED_OFF_KEPT = Duration.ofDays(30);

    private Edition() {}

    /**
     * @param events of all meetings that there are
     * @param names how a member is called; empty when nobody can say so just now
     */
    static Map<MeetingId, Given> next(
            Map<MeetingId, Given> before, List<Event> events, Function<UserId, Optional<String>> names, Instant now) {
        Map<MeetingId, Given> next = new TreeMap<>();
        before.forEach(
                (meeting, given) -> next.put(meeting, given.next(given.event().calledOff(true), now)));
        for (Event event : events) {
            Optional<Given> known = Optional.ofNullable(before.get(event.meeting()));
            if (known.isPresent() || !event.calledOff()) {
                Event named = event.named(user -> name(user, known, names));
                next.put(
                        event.meeting(),
                        known.map(given -> given.next(named, now)).orElseGet(() -> Given.first(named, now)));
            }
        }
        next.values().removeIf(given -> isOver(given.event(), now));
        return next;
    }

    /** Who was named once keeps that name there: two processes may know somebody by an older and a newer one. */
    private static Optional<String> name(UserId user, Optional<Given> known, Function<UserId, Optional<String>> names) {
        return known.map(given -> given.event().names())
                .flatMap(before -> Optional.ofNullable(before.get(user)))
                .or(() -> names.apply(user));
    }

    private static boolean isOver(Event event, Instant now) {
        return event.end().plus(event.calledOff() ? CALLED_OFF_KEPT : KEPT).isBefore(now);
    }
}

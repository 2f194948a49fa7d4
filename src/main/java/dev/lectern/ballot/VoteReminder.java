package dev.lectern.ballot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When those who have not voted are reminded: once, half-way between opening and close. So it is never later than
 * one and a half hours before the close, and a ballot of less than three hours has none: who is there sees it. Nobody is
 * reminded at night, from 22:00 until 08:00 where the group is: it waits for the morning where that is early enough, else it
 * comes the evening before, at 21:00; a ballot that opened after that has none.
 */
final class VoteReminder {
    static final Duration SHORTEST_BALLOT = Duration.ofHours(3);
    private static final Duration TIME_TO_VOTE = SHORTEST_BALLOT.dividedBy(2);
    private static final LocalTime NIGHT = LocalTime.of(22, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);

    private VoteReminder() {}

    /** Empty for a ballot that is too short, or is open for little more than a night. */
    static Optional<Instant> of(Instant opens, Instant closes, ZoneId zone) {
        Duration length = Duration.between(opens, closes);
        if (length.compareTo(SHORTEST_BALLOT) < 0) {
            return Optional.empty();
        }
        return Optional.of(byDay(opens.plus(length.dividedBy(2)).atZone(zone), closes.minus(TIME_TO_VOTE)))
                .filter(at -> at.isAfter(opens));
    }

    private static Instant byDay(ZonedDateTime at, Instant latest) {
        boolean late = !at.toLocalTime().isBefore(NIGHT);
        if (!late && !at.toLocalTime().isBefore(MORNING)) {
            return at.toInstant();
        }
        ZonedDateTime evening = late ? at : at.minusDays(1);
        Instant morning = evening.toLocalDate()
                .plusDays(1)
                .atTime(MORNING)
                .atZone(at.getZone())
                .toInstant();
        return morning.isAfter(latest)
                ? evening.toLocalDate().atTime(EVENING).atZone(at.getZone()).toInstant()
                : morning;
    }

    /**
     * Of a ballot that is put off: about half-way to its new close, where that is still ahead. Who was reminded before is
     * not again: a member gets one reminder of a ballot.
     */
    static Optional<Instant> putOff(Instant opens, Instant closes, ZoneId zone, Instant now) {
        return of(opens, closes, zone).filter(at -> at.isAfter(now));
    }
}

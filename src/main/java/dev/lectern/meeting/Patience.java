package dev.lectern.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * How long an answer is waited for: two days, or half of what is left before the meeting where that is less. Nobody is
 * written to at night, which ends at 08:00 and begins at 22:00 in the group's zone: what would fall into it waits for the
 * morning, or, where the meeting begins before that, comes the evening before.
 */
public final class Patience {
    static final Duration LONGEST = Duration.ofDays(2);
    /** With less than that left, asking around helps nobody: the question stays where it is. */
    static final Duration TOO_LATE = Duration.ofHours(1);

    static final LocalTime MORNING = LocalTime.of(8, 0);
    static final LocalTime EVENING = LocalTime.of(22, 0);

    private Patience() {}

    /** When patience ends with somebody who was written to at {@code asked}; empty where it is too late to go on. */
    public static Optional<Instant> ends(Instant asked, Instant meeting, ZoneId zone) {
        Duration left = Duration.between(asked, meeting);
        if (left.compareTo(TOO_LATE) < 0) {
            return Optional.empty();
        }
        Duration half = left.dividedBy(2);
        Instant plain = asked.plus(half.compareTo(LONGEST) < 0 ? half : LONGEST);
        return Optional.of(isNight(plain, zone) ? byDay(plain, asked, meeting, zone) : plain);
    }

    static boolean isNight(Instant instant, ZoneId zone) {
        LocalTime time = instant.atZone(zone).toLocalTime();
        return time.isBefore(MORNING) || !time.isBefore(EVENING);
    }

    private static Instant byDay(Instant night, Instant asked, Instant meeting, ZoneId zone) {
        ZonedDateTime local = night.atZone(zone);
        boolean afterMidnight = local.toLocalTime().isBefore(MORNING);
        ZonedDateTime morning = local.with(MORNING).plusDays(afterMidnight ? 0 : 1);
        if (morning.toInstant().isBefore(meeting)) {
            return morning.toInstant();
        }
        ZonedDateTime evening =
                local.with(EVENING).minusDays(afterMidnight ? 1 : 0).minusMinutes(1);
        // Asked at night for a meeting at night: then they are awake.
        return evening.toInstant().isAfter(asked) ? evening.toInstant() : night;
    }
}

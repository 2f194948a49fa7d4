package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingPlanner;
import java.time.Duration;
import java.time.Instant;

/** When a vote that somebody opens by hand closes, where they do not say. */
final class OpenedByHand {
    private static final Duration LONGEST = Duration.ofDays(1);

    private OpenedByHand() {}

    /** When the vote would close anyway; where that is past, in a day, or half-way to a meeting that is sooner. */
    static Instant deadline(Instant now, Group group, Meeting meeting) {
        Instant planned = MeetingPlanner.timeline(group, meeting.start()).ballotCloses();
        if (planned.isAfter(now)) {
            return planned;
        }
        Duration half = Duration.between(now, meeting.start()).dividedBy(2);
        return now.plus(half.compareTo(LONGEST) < 0 ? half : LONGEST);
    }
}

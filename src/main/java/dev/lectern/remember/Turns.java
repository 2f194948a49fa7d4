package dev.lectern.remember;

import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How often a member presented, of the meetings that they could have taken: those since they joined, but for those on days
 * on which they were away. As in the rotation, a turn that was declined could have been taken.
 *
 * @param last when they presented last, in the group's zone
 */
record Turns(UserId who, int presented, int possible, Optional<LocalDate> last) {
    Turns {
        if (presented < 0 || presented > possible) {
            throw new IllegalArgumentException(presented + " of " + possible);
        }
    }

    /** What part of those they took; 0 where there was none. */
    double share() {
        return possible == 0 ? 0 : presented / (double) possible;
    }

    /**
     * Of each member, in the order given.
     *
     * @param counted of which time to count
     */
    static List<Turns> of(Collection<UserId> members, Life counted) {
        return members.stream().map(member -> of(member, counted)).toList();
    }

    static Turns of(UserId member, Life counted) {
        List<Meeting> presented = new ArrayList<>();
        int possible = 0;
        for (Meeting meeting : counted.meetings()) {
            boolean took = meeting.presenter().filter(member::equals).isPresent();
            if (took) {
                presented.add(meeting);
            }
            possible += took || couldTake(member, meeting, counted) ? 1 : 0;
        }
        return new Turns(
                member,
                presented.size(),
                possible,
                presented.stream()
                        .map(Meeting::start)
                        .max(Comparator.naturalOrder())
                        .map(counted::day));
    }

    /** Where nobody presented there was a turn to be had, too. */
    private static boolean couldTake(UserId member, Meeting meeting, Life life) {
        LocalDate day = life.day(meeting.start());
        return Optional.ofNullable(life.joined().get(member))
                        .filter(joined -> !joined.isAfter(day))
                        .isPresent()
                && !life.away().test(member, day);
    }
}

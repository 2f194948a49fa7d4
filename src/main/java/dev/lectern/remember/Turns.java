package dev.lectern.remember;

import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often a member presented, of the meetings that they could have taken: those since they were first heard of, but for
 * those that they declined and those on days on which they were away.
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
     * @param whole also what was before the time that is counted: it tells since when somebody is there
     * @param counted of which time to count
     */
    static List<Turns> of(Collection<UserId> members, Life whole, Life counted) {
        return members.stream().map(member -> of(member, whole, counted)).toList();
    }

    private static Turns of(UserId member, Life whole, Life counted) {
        Optional<Instant> first = firstHeardOf(member, whole);
        List<Meeting> presented = new ArrayList<>();
        int possible = 0;
        for (Meeting meeting : counted.meetings()) {
            boolean took = meeting.presenter().filter(member::equals).isPresent();
            if (took) {
                presented.add(meeting);
            }
            possible += took || (isThere(first, meeting) && couldTake(member, meeting, counted)) ? 1 : 0;
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

    private static boolean isThere(Optional<Instant> first, Meeting meeting) {
        return first.filter(heard -> !heard.isAfter(meeting.start())).isPresent();
    }

    /** Where nobody presented there was a turn to be had, too. */
    private static boolean couldTake(UserId member, Meeting meeting, Life life) {
        return !meeting.declined().contains(member) && !life.away().test(member, life.day(meeting.start()));
    }

    /** When somebody joined is not kept; what they did is. */
    private static Optional<Instant> firstHeardOf(UserId member, Life life) {
        Stream<Instant> nominated = life.nominations().stream()
                .filter(nomination -> nomination.by().equals(member))
                .map(nomination -> nomination.at());
        Stream<Instant> met = life.meetings().stream()
                .filter(meeting -> isIn(member, meeting, life))
                .map(Meeting::start);
        Stream<Instant> voted = life.ballots().stream()
                .filter(ballot -> life.votes(ballot).of(member).isPresent())
                .map(ballot -> ballot.closes());
        return Stream.of(nominated, met, voted).flatMap(each -> each).min(Comparator.naturalOrder());
    }

    private static boolean isIn(UserId member, Meeting meeting, Life life) {
        return meeting.presenter().filter(member::equals).isPresent()
                || meeting.declined().contains(member)
                || life.said(meeting).attended().contains(member)
                || life.said(meeting).rsvps().containsKey(member);
    }
}

package dev.lectern.remember;

import dev.lectern.ballot.Ballot;
import dev.lectern.ballot.BallotId;
import dev.lectern.ballot.Nomination;
import dev.lectern.ballot.Votes;
import dev.lectern.discussion.Discussion;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * All that is kept of a group's life, as its statistics need it.
 *
 * @param meetings that were held, earliest first
 * @param said around them; may lack some
 * @param ballots that are closed and were counted, earliest first
 * @param votes by ballot
 * @param nominations all that there were
 * @param joined when each present member joined, in the group's zone
 * @param away whether somebody was away on a day, in the group's zone
 */
record Life(
        ZoneId zone,
        List<Meeting> meetings,
        Map<MeetingId, Discussion> said,
        List<Ballot> ballots,
        Map<BallotId, Votes> votes,
        Set<Nomination> nominations,
        Map<UserId, LocalDate> joined,
        BiPredicate<UserId, LocalDate> away) {
    Life {
        meetings = meetings.stream()
                .filter(meeting -> meeting.state() == MeetingState.HELD)
                .sorted(Comparator.comparing(Meeting::start).thenComparing(Meeting::id))
                .toList();
        said = Map.copyOf(said);
        ballots = ballots.stream()
                .filter(ballot -> ballot.verdict().isPresent())
                .sorted(Comparator.comparing(Ballot::closes).thenComparing(Ballot::id))
                .toList();
        votes = Map.copyOf(votes);
        nominations = Set.copyOf(nominations);
        joined = Map.copyOf(joined);
    }

    /** What of it happened from this day on. */
    Life since(LocalDate first) {
        return new Life(
                zone,
                meetings.stream()
                        .filter(meeting -> !day(meeting.start()).isBefore(first))
                        .toList(),
                said,
                ballots.stream()
                        .filter(ballot -> !day(ballot.closes()).isBefore(first))
                        .toList(),
                votes,
                nominations,
                joined,
                away);
    }

    Archive archive() {
        return Archive.of(meetings, said, nominations, zone);
    }

    Discussion said(Meeting meeting) {
        return said.getOrDefault(meeting.id(), Discussion.of(meeting.id()));
    }

    Votes votes(Ballot ballot) {
        return votes.getOrDefault(ballot.id(), Votes.none());
    }

    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}

package dev.lectern.taste;

import dev.lectern.ballot.BacklogStore;
import dev.lectern.ballot.Ballot;
import dev.lectern.ballot.BallotId;
import dev.lectern.ballot.BallotState;
import dev.lectern.ballot.BallotStore;
import dev.lectern.ballot.Nomination;
import dev.lectern.ballot.Votes;
import dev.lectern.group.GroupId;
import dev.lectern.meeting.MeetingState;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened to papers in a group, from what is kept of it anyway. Any thread. */
public final class Signals {
    /** What is left of a signal by then is less than a fiftieth. */
    private static final Duration FORGOTTEN = Duration.ofDays(365);

    private final BacklogStore backlogs;
    private final BallotStore ballots;
    private final MeetingStore meetings;
    private final DismissalStore dismissals;

    public Signals(BacklogStore backlogs, BallotStore ballots, MeetingStore meetings, DismissalStore dismissals) {
        this.backlogs = backlogs;
        this.ballots = ballots;
        this.meetings = meetings;
        this.dismissals = dismissals;
    }

    /** Of the last year. A vote counts from the close of its ballot on, or from now while that is open. */
    public List<Signal> of(GroupId group, Instant now) {
        List<Ballot> known = ballots.readable(group);
        List<Signal> signals = new ArrayList<>();
        nominations(group, known)
                .forEach(nomination -> signals.add(new Signal(
                        nomination.paper(), Signal.Kind.NOMINATED, Optional.of(nomination.by()), nomination.at())));
        signals.addAll(votes(
                group,
                known.stream()
                        .filter(ballot -> !isForgotten(ballot.closes(), now))
                        .toList(),
                now));
        meetings.all(group).stream()
                .filter(meeting -> meeting.state() == MeetingState.HELD)
                .forEach(meeting -> meeting.papers()
                        .forEach(paper -> signals.add(
                                new Signal(paper, Signal.Kind.READ, meeting.presenter(), meeting.start()))));
        dismissals
                .of(group)
                .forEach(dismissal -> signals.add(new Signal(
                        dismissal.paper(), Signal.Kind.DISMISSED, Optional.of(dismissal.by()), dismissal.at())));
        signals.removeIf(signal -> isForgotten(signal.at(), now));
        return signals;
    }

    private static boolean isForgotten(Instant at, Instant now) {
        return at.plus(FORGOTTEN).isBefore(now);
    }

    /** A nomination leaves the backlog when its paper is read, and stays on the ballot. */
    private Set<Nomination> nominations(GroupId group, List<Ballot> known) {
        Set<Nomination> nominations = new HashSet<>(backlogs.find(group).nominations());
        known.forEach(ballot -> nominations.addAll(ballot.candidates()));
        return nominations;
    }

    private List<Signal> votes(GroupId group, List<Ballot> counting, Instant now) {
        Map<BallotId, Votes> cast =
                ballots.votes(group, counting.stream().map(Ballot::id).collect(Collectors.toSet()));
        return counting.stream()
                .flatMap(ballot -> votes(ballot, cast.getOrDefault(ballot.id(), Votes.none()), now))
                .toList();
    }

    private static Stream<Signal> votes(Ballot ballot, Votes cast, Instant now) {
        Instant at = ballot.closes().isBefore(now) ? ballot.closes() : now;
        return cast.byVoter().entrySet().stream()
                .flatMap(entry -> entry.getValue().liked().stream()
                        .filter(ballot::offers)
                        .map(paper -> new Signal(
                                paper, Signal.Kind.VOTED, entry.getKey().member(), at)));
    }

    /** What needs no digest any more: nominated, up for vote, chosen or read. */
    public Set<PaperId> settled(GroupId group) {
        Set<PaperId> settled = new HashSet<>();
        backlogs.find(group).nominations().forEach(nomination -> settled.add(nomination.paper()));
        ballots.readable(group).stream()
                .filter(ballot -> ballot.state() == BallotState.OPEN)
                .forEach(ballot -> ballot.candidates().forEach(candidate -> settled.add(candidate.paper())));
        meetings.all(group).stream()
                .filter(meeting -> meeting.state() != MeetingState.CANCELLED)
                .forEach(meeting -> settled.addAll(meeting.papers()));
        return settled;
    }
}

package dev.lectern.ballot;

import dev.lectern.group.GroupId;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.Standing;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads from the stores how papers stand in a group. Any thread. */
public final class StandingsReader {
    private final BacklogStore backlogs;
    private final BallotStore ballots;
    private final MeetingStore meetings;

    public StandingsReader(BacklogStore backlogs, BallotStore ballots, MeetingStore meetings) {
        this.backlogs = backlogs;
        this.ballots = ballots;
        this.meetings = meetings;
    }

    /** For several papers at once; as of now, and not kept up to date. */
    public Standings of(GroupId group) {
        List<Ballot> open = ballots.readable(group).stream()
                .filter(ballot -> ballot.state() == BallotState.OPEN)
                .toList();
        Map<BallotId, Votes> votes =
                ballots.votes(group, open.stream().map(Ballot::id).collect(Collectors.toSet()));
        return new Standings(
                backlogs.find(group),
                meetings.all(group),
                open.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), ballot -> votes.getOrDefault(ballot.id(), Votes.none()))));
    }

    public Standing of(GroupId group, PaperId paper) {
        return of(group).of(paper);
    }
}

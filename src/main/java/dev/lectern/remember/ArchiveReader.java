package dev.lectern.remember;

import dev.lectern.ballot.BacklogStore;
import dev.lectern.ballot.BallotStore;
import dev.lectern.ballot.Nomination;
import dev.lectern.discussion.DiscussionStore;
import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.meeting.MeetingStore;
import java.util.HashSet;
import java.util.Set;

/** Reads from the stores what a group has read. Any thread. */
public final class ArchiveReader {
    private final MeetingStore meetings;
    private final DiscussionStore discussions;
    private final BallotStore ballots;
    private final BacklogStore backlogs;

    public ArchiveReader(
            MeetingStore meetings, DiscussionStore discussions, BallotStore ballots, BacklogStore backlogs) {
        this.meetings = meetings;
        this.discussions = discussions;
        this.ballots = ballots;
        this.backlogs = backlogs;
    }

    public Archive of(Group group) {
        return Archive.of(
                meetings.all(group.id()),
                discussions.all(group.id()),
                nominations(group.id()),
                group.settings().zone());
    }

    /** A nomination leaves the backlog when its paper is read, and stays on the ballot. */
    Set<Nomination> nominations(GroupId group) {
        Set<Nomination> nominations = new HashSet<>(backlogs.find(group).nominations());
        ballots.readable(group).forEach(ballot -> nominations.addAll(ballot.candidates()));
        return nominations;
    }
}

package dev.lectern.remember;

import dev.lectern.ballot.Ballot;
import dev.lectern.ballot.BallotState;
import dev.lectern.ballot.BallotStore;
import dev.lectern.discussion.DiscussionStore;
import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingStore;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads from the stores what a group's statistics are made of. Any thread. */
public final class LifeReader {
    private final GroupStore groups;
    private final MeetingStore meetings;
    private final DiscussionStore discussions;
    private final BallotStore ballots;
    private final ArchiveReader archives;
    private final Function<GroupId, BiPredicate<UserId, LocalDate>> away;

    /** @param away who of a group was away when, days in the group's zone */
    public LifeReader(
            GroupStore groups,
            MeetingStore meetings,
            DiscussionStore discussions,
            BallotStore ballots,
            ArchiveReader archives,
            Function<GroupId, BiPredicate<UserId, LocalDate>> away) {
        this.groups = groups;
        this.meetings = meetings;
        this.discussions = discussions;
        this.ballots = ballots;
        this.archives = archives;
        this.away = away;
    }

    Life of(Group group) {
        List<Ballot> closed = ballots.readable(group.id()).stream()
                .filter(ballot -> ballot.state() == BallotState.CLOSED)
                .toList();
        return new Life(
                group.settings().zone(),
                meetings.all(group.id()),
                discussions.all(group.id()),
                closed,
                ballots.votes(group.id(), closed.stream().map(Ballot::id).collect(Collectors.toSet())),
                archives.nominations(group.id()),
                groups.joined(group),
                away.apply(group.id()));
    }
}

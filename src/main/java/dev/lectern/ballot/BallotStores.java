package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingState;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is kept of groups, their meetings, papers and ballots, and what is often asked of it. Any thread. */
record BallotStores(
        GroupStore groups,
        MeetingStore meetings,
        BacklogStore backlogs,
        BallotStore ballots,
        PaperStore papers,
        VotingRulesStore rules) {

    /** A meeting that is still to take place, with its group. */
    Optional<ForMeeting> planned(GroupId group, MeetingId meeting) {
        return groups.find(group)
                .flatMap(known -> meetings.find(group, meeting)
                        .filter(found -> found.state() == MeetingState.PLANNED)
                        .map(found -> new ForMeeting(known, found)));
    }

    /** The earliest meeting ahead for which no paper is chosen. */
    Optional<Meeting> nextWithoutPaper(Group group, Instant now) {
        return meetings.planned(group.id()).stream()
                .filter(meeting ->
                        meeting.start().isAfter(now) && meeting.paper().isEmpty())
                .findFirst();
    }

    /** Every ballot of a meeting, oldest first. Another meeting's that cannot be read disturbs none of them. */
    List<Ballot> of(GroupId group, MeetingId meeting) {
        List<Ballot> found = new ArrayList<>();
        Optional<Ballot> next = ballots.find(group, BallotId.of(meeting, 1));
        while (next.isPresent()) {
            found.add(next.get());
            next = ballots.find(group, BallotId.of(meeting, found.size() + 1));
        }
        return List.copyOf(found);
    }

    /** The ballot of a meeting that can be voted on; there is one at most. */
    Optional<Ballot> open(GroupId group, MeetingId meeting) {
        return of(group, meeting).stream()
                .filter(ballot -> ballot.state() == BallotState.OPEN)
                .findFirst();
    }

    /** The ballot that decided what is read at a meeting. */
    Optional<Ballot> decided(GroupId group, Meeting meeting) {
        return of(group, meeting.id()).stream()
                .filter(ballot -> ballot.verdict()
                        .flatMap(Verdict::winner)
                        .filter(winner -> meeting.paper().filter(winner::equals).isPresent())
                        .isPresent())
                .reduce((older, newer) -> newer);
    }

    Paper paper(PaperId id) {
        return papers.get(id);
    }

    /** Which of these were withdrawn by their authors. */
    Set<PaperId> withdrawn(Collection<PaperId> ids) {
        return papers.findAll(ids).stream()
                .filter(paper -> paper.withdrawn().isPresent())
                .map(Paper::id)
                .collect(Collectors.toSet());
    }

    boolean isWithdrawn(PaperId id) {
        return !withdrawn(List.of(id)).isEmpty();
    }

    /** Whether a paper was read, or is chosen for a meeting ahead. */
    boolean isSettled(GroupId group, PaperId paper) {
        Standing standing = new StandingsReader(backlogs, ballots, meetings).of(group, paper);
        return standing instanceof Standing.Read || standing instanceof Standing.Chosen;
    }
}

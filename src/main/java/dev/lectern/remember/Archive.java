package dev.lectern.remember;

import dev.lectern.ballot.Nomination;
import dev.lectern.discussion.Discussion;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingState;
import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a group has read.
 *
 * @param papers newest first; those of one meeting in the order of reading
 */
public record Archive(List<ReadPaper> papers) {
    public Archive {
        papers = List.copyOf(papers);
    }

    /**
     * From what is kept anyway.
     *
     * @param meetings in any order; only those that were held have read something
     * @param said around the meetings; may lack some
     * @param nominations all that there were, the same one any number of times
     */
    static Archive of(
            Collection<Meeting> meetings,
            Map<MeetingId, Discussion> said,
            Collection<Nomination> nominations,
            ZoneId zone) {
        return new Archive(meetings.stream()
                .filter(meeting -> meeting.state() == MeetingState.HELD)
                .sorted(Comparator.comparing(Meeting::start)
                        .thenComparing(Meeting::id)
                        .reversed())
                .flatMap(meeting -> meeting.papers().stream()
                        .distinct()
                        .map(paper -> ReadPaper.of(
                                meeting,
                                paper,
                                said.getOrDefault(meeting.id(), Discussion.of(meeting.id())),
                                nominator(paper, meeting.start(), nominations),
                                zone)))
                .toList());
    }

    /** A paper may be read a second time, years later, because somebody else proposed it again. */
    private static Optional<UserId> nominator(PaperId paper, Instant before, Collection<Nomination> nominations) {
        return nominations.stream()
                .filter(nomination ->
                        nomination.paper().equals(paper) && !nomination.at().isAfter(before))
                .max(Comparator.comparing(Nomination::at))
                .map(Nomination::by);
    }

    /** The meeting's main paper, if it read one. */
    public Optional<ReadPaper> of(MeetingId meeting) {
        return papers.stream().filter(read -> read.meeting().equals(meeting)).findFirst();
    }
}

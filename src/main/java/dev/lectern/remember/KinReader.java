package dev.lectern.remember;

import dev.lectern.discussion.Discussion;
import dev.lectern.discussion.DiscussionStore;
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
import dev.lectern.paper.search.Vectors;
import dev.lectern.taste.Likeness;
import dev.lectern.taste.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what new papers have to do with those that a group has read. Any thread. */
public final class KinReader {
    /** Measuring is quick for so many; who read more has forgotten the first. */
    private static final int MOST_READ = 200;

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final DiscussionStore discussions;
    private final PaperStore papers;
    private final Vectors vectors;

    public KinReader(
            GroupStore groups, MeetingStore meetings, DiscussionStore discussions, PaperStore papers, Vectors vectors) {
        this.groups = groups;
        this.meetings = meetings;
        this.discussions = discussions;
        this.papers = papers;
        this.vectors = vectors;
    }

    /**
     * Those that have to do with something read, the most telling first.
     *
     * @param before only what was read until then
     */
    List<Kin> of(GroupId group, Collection<Paper> fresh, Instant before) {
        List<Kin.Read> read =
                groups.find(group).map(known -> read(known, before)).orElse(List.of());
        if (read.isEmpty()) {
            return List.of();
        }
        List<Paper> all = Stream.concat(read.stream().map(Kin.Read::paper), fresh.stream())
                .distinct()
                .toList();
        Likeness likeness = Likeness.among(
                all.stream().map(Subject::of).toList(),
                vectors.of(all.stream().map(Paper::id).distinct().toList()));
        return fresh.stream()
                .flatMap(paper -> Kin.of(paper, read, likeness).stream())
                .sorted(Comparator.comparing(Kin::how))
                .toList();
    }

    private List<Kin.Read> read(Group group, Instant before) {
        List<Meeting> held = meetings.all(group.id()).stream()
                .filter(meeting -> meeting.state() == MeetingState.HELD)
                .filter(meeting -> meeting.start().isBefore(before))
                .sorted(Comparator.comparing(Meeting::start).reversed())
                .limit(MOST_READ)
                .toList();
        Map<PaperId, Paper> known = papers.findEach(held.stream()
                .flatMap(meeting -> meeting.papers().stream())
                .distinct()
                .toList());
        if (known.isEmpty()) {
            return List.of();
        }
        Map<MeetingId, Discussion> said = discussions.all(group.id());
        return held.stream()
                .flatMap(meeting -> meeting.papers().stream()
                        .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                        .map(paper -> read(
                                meeting,
                                paper,
                                Optional.ofNullable(said.get(meeting.id())),
                                group.settings().zone())))
                .toList();
    }

    private static Kin.Read read(Meeting meeting, Paper paper, Optional<Discussion> said, ZoneId zone) {
        return new Kin.Read(
                paper,
                meeting.id(),
                meeting.start().atZone(zone).toLocalDate(),
                said.map(known -> known.notes().size()).orElse(0));
    }
}

package dev.lectern.meeting;

import dev.lectern.group.GroupId;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.work.Change;
import dev.lectern.work.GroupValues;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** Meetings in Redis, past and planned, their papers under the ids by which they are known now. Any thread, any process. */
public final class MeetingStore {
    private final GroupValues<Meeting> meetings;
    private final PaperStore papers;

    public MeetingStore(UnifiedJedis redis) {
        this.meetings = new GroupValues<>(redis, "meetings", Meeting.class);
        this.papers = new PaperStore(redis);
    }

    public Optional<Meeting> find(GroupId group, MeetingId meeting) {
        return meetings.find(group, meeting.value())
                .map(kept -> knownNow(List.of(kept)).get(0));
    }

    /** Every meeting of the group, earliest first. */
    public List<Meeting> all(GroupId group) {
        return knownNow(meetings.all(group).stream()
                .sorted(Comparator.comparing(Meeting::start))
                .toList());
    }

    private List<Meeting> knownNow(List<Meeting> kept) {
        Map<PaperId, PaperId> canonical = papers.canonical(
                kept.stream().flatMap(meeting -> meeting.papers().stream()).toList());
        return kept.stream().map(meeting -> meeting.knownAs(canonical)).toList();
    }

    /** The meetings that lie ahead or are on just now, earliest first. */
    public List<Meeting> planned(GroupId group) {
        return all(group).stream()
                .filter(meeting -> meeting.state() == MeetingState.PLANNED)
                .toList();
    }

    public void save(Change change, Meeting meeting) {
        meetings.save(change, meeting.id().value(), meeting);
    }

    void forget(Change change, MeetingId meeting) {
        meetings.remove(change, meeting.value());
    }
}

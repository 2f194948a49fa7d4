package dev.lectern.meeting;

import dev.lectern.group.GroupId;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** Meetings in Redis, past and planned, their papers under the ids by which they are known now. Any thread, any process. */
public final class MeetingStore {
    private static final String MEETINGS = "meetings";

    private final UnifiedJedis redis;
    private final PaperStore papers;

    public MeetingStore(UnifiedJedis redis) {
        this.redis = redis;
        this.papers = new PaperStore(redis);
    }

    public Optional<Meeting> find(GroupId group, MeetingId meeting) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).of(MEETINGS), meeting.value()))
                .map(json -> knownNow(List.of(Stored.read(json, Meeting.class))).get(0));
    }

    /** Every meeting of the group, earliest first. */
    public List<Meeting> all(GroupId group) {
        return knownNow(redis.hgetAll(new GroupKeys(group).of(MEETINGS)).values().stream()
                .map(json -> Stored.read(json, Meeting.class))
                .sorted(Comparator.comparing(Meeting::start))
                .toList());
    }

    private List<Meeting> knownNow(List<Meeting> meetings) {
        Map<PaperId, PaperId> canonical = papers.canonical(
                meetings.stream().flatMap(meeting -> meeting.papers().stream()).toList());
        return meetings.stream().map(meeting -> meeting.knownAs(canonical)).toList();
    }

    /** The meetings that lie ahead or are on just now, earliest first. */
    public List<Meeting> planned(GroupId group) {
        return all(group).stream()
                .filter(meeting -> meeting.state() == MeetingState.PLANNED)
                .toList();
    }

    public void save(Change change, Meeting meeting) {
        change.put(MEETINGS, meeting.id().value(), meeting);
    }

    void forget(Change change, MeetingId meeting) {
        change.remove(MEETINGS, meeting.value());
    }
}

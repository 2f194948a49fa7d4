package dev.lectern.meeting;

import dev.lectern.group.GroupId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** Meetings in Redis, past and planned. Any thread, any process. */
public final class MeetingStore {
    private static final String MEETINGS = "meetings";

    private final UnifiedJedis redis;

    public MeetingStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    public Optional<Meeting> find(GroupId group, MeetingId meeting) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).of(MEETINGS), meeting.value()))
                .map(json -> Stored.read(json, Meeting.class));
    }

    /** Every meeting of the group, earliest first. */
    public List<Meeting> all(GroupId group) {
        return redis.hgetAll(new GroupKeys(group).of(MEETINGS)).values().stream()
                .map(json -> Stored.read(json, Meeting.class))
                .sorted(Comparator.comparing(Meeting::start))
                .toList();
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

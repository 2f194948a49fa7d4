package dev.lectern.discussion;

import dev.lectern.group.GroupId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redis.clients.jedis.UnifiedJedis;

/** What was said around a group's meetings, in Redis. Any thread, any process. */
public final class DiscussionStore {
    private static final String DISCUSSIONS = "discussions";

    private final UnifiedJedis redis;

    public DiscussionStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** What was said around a meeting; without anything where nobody said a word. */
    public Discussion find(GroupId group, MeetingId meeting) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).of(DISCUSSIONS), meeting.value()))
                .map(json -> Stored.read(json, Discussion.class))
                .orElseGet(() -> Discussion.of(meeting));
    }

    /** Of every meeting around which something was said, the earliest first. */
    public Map<MeetingId, Discussion> all(GroupId group) {
        Map<MeetingId, Discussion> all = new TreeMap<>();
        redis.hgetAll(new GroupKeys(group).of(DISCUSSIONS))
                .forEach((meeting, json) -> all.put(MeetingId.parse(meeting), Stored.read(json, Discussion.class)));
        return all;
    }

    public void save(Change change, Discussion discussion) {
        change.put(DISCUSSIONS, discussion.meeting().value(), discussion);
    }
}

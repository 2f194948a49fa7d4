package dev.lectern.discussion;

import dev.lectern.group.GroupId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupValues;
import java.util.Map;
import java.util.TreeMap;
import redis.clients.jedis.UnifiedJedis;

/** What was said around a group's meetings, in Redis. Any thread, any process. */
public final class DiscussionStore {
    private final GroupValues<Discussion> discussions;

    public DiscussionStore(UnifiedJedis redis) {
        this.discussions = new GroupValues<>(redis, "discussions", Discussion.class);
    }

    /** What was said around a meeting; without anything where nobody said a word. */
    public Discussion find(GroupId group, MeetingId meeting) {
        return discussions.find(group, meeting.value()).orElseGet(() -> Discussion.of(meeting));
    }

    /** Of every meeting around which something was said, the earliest first. */
    public Map<MeetingId, Discussion> all(GroupId group) {
        Map<MeetingId, Discussion> all = new TreeMap<>();
        discussions.byId(group).forEach((meeting, said) -> all.put(MeetingId.parse(meeting), said));
        return all;
    }

    public void save(Change change, Discussion discussion) {
        discussions.save(change, discussion.meeting().value(), discussion);
    }
}

package dev.lectern.calendar;

import dev.lectern.group.GroupId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.GroupValues;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import redis.clients.jedis.UnifiedJedis;

/** What calendars were last given of a group's meetings, in Redis. Any thread, any process. */
public final class CalendarStore {
    private final GroupValues<Given> given;
    private final Changes changes;

    public CalendarStore(UnifiedJedis redis, Changes changes) {
        this.given = new GroupValues<>(redis, "calendar:given", Given.class);
        this.changes = changes;
    }

    /** Works out what to give now of what was given before. May be called more than once. */
    @FunctionalInterface
    interface Next {
        Map<MeetingId, Given> after(Map<MeetingId, Given> before, Instant now);
    }

    /**
     * What to give now, once it is kept: whoever asks brings it up to date, so nobody else has to tell calendars of what they
     * change. Where nothing changed, nothing is written.
     */
    Map<MeetingId, Given> bringUpToDate(GroupId group, Instant now, Next next) {
        Map<MeetingId, Given> before = given(group);
        if (next.after(before, now).equals(before)) {
            return before;
        }
        return changes.apply(group, change -> written(change, next));
    }

    private Map<MeetingId, Given> written(Change change, Next next) {
        Map<MeetingId, Given> before = given(change.group());
        Map<MeetingId, Given> after = next.after(before, change.now());
        after.forEach((meeting, told) -> {
            if (!told.equals(before.get(meeting))) {
                given.save(change, meeting.value(), told);
            }
        });
        before.keySet().stream()
                .filter(meeting -> !after.containsKey(meeting))
                .forEach(meeting -> given.remove(change, meeting.value()));
        return after;
    }

    private Map<MeetingId, Given> given(GroupId group) {
        Map<MeetingId, Given> before = new TreeMap<>();
        given.byId(group).forEach((meeting, last) -> before.put(MeetingId.parse(meeting), last));
        return before;
    }
}

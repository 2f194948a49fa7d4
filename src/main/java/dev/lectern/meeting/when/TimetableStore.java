package dev.lectern.meeting.when;

import dev.lectern.group.Group;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.time.LocalDate;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** When each group meets, in Redis. Any thread, any process. */
public final class TimetableStore {
    private static final String TIMETABLE = "timetable";
    /** For how long what is over still explains what people see. */
    private static final int REMEMBERED_DAYS = 60;

    private final UnifiedJedis redis;

    public TimetableStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** With what the group's settings say put in; a group that never changed anything follows them alone. */
    public Timetable of(Group group) {
        LocalDate founded = group.createdAt().atZone(group.settings().zone()).toLocalDate();
        return Optional.ofNullable(redis.get(new GroupKeys(group.id()).of(TIMETABLE)))
                .map(json -> Stored.read(json, Timetable.class))
                .orElse(Timetable.EMPTY)
                .resolved(MeetingRule.of(group.settings(), founded));
    }

    /** @param timetable as {@link #of} gave it, changed */
    public void save(Change change, Timetable timetable) {
        LocalDate today = change.now().atZone(timetable.zone()).toLocalDate();
        change.set(TIMETABLE, timetable.since(today.minusDays(REMEMBERED_DAYS)));
    }
}

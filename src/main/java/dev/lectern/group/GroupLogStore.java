package dev.lectern.group;

import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.UnifiedJedis;

/** Each group's log of its settings, in Redis. Any thread, any process. */
public final class GroupLogStore {
    private static final String LOG = "log";
    /** Years of changes; what is older goes. */
    private static final int MOST = 500;

    private final UnifiedJedis redis;

    public GroupLogStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** Notes what somebody changed, by the same change that saves it: once, though that be done again. */
    public void note(Change change, UserId by, SettingsChange changed) {
        LogEntry entry = new LogEntry(change.now(), by, changed.setting().name(), changed.from(), changed.to());
        change.put(LOG, "%015d/%s".formatted(change.now().toEpochMilli(), entry.setting()), entry);
        redis.hkeys(new GroupKeys(change.group()).of(LOG)).stream()
                .sorted(Comparator.reverseOrder())
                .skip(MOST - 1L)
                .forEach(old -> change.remove(LOG, old));
    }

    /** The newest first. */
    public List<LogEntry> of(GroupId group) {
        return redis.hgetAll(new GroupKeys(group).of(LOG)).entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                .map(entry -> Stored.read(entry.getValue(), LogEntry.class))
                .toList();
    }
}

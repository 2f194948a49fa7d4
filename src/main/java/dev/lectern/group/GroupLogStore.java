package dev.lectern.group;

import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    /**
     * Notes what somebody changed, by the same change that saves it: once, though that be done again.
     *
     * @param changed of each setting once at most
     */
    public void note(Change change, UserId by, List<SettingsChange> changed) {
        Map<String, String> kept = redis.hgetAll(new GroupKeys(change.group()).of(LOG));
        changed.forEach(one -> {
            LogEntry entry = new LogEntry(change.now(), by, one.setting().name(), one.from(), one.to());
            change.put(LOG, field(entry, kept), entry);
        });
        kept.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .skip(Math.max(0L, MOST - changed.size()))
                .forEach(old -> change.remove(LOG, old));
    }

    /** In the order of time; where the same setting was changed within the same millisecond, one behind the other. */
    private static String field(LogEntry entry, Map<String, String> kept) {
        String first = "%015d/%s".formatted(entry.at().toEpochMilli(), entry.setting());
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? first : "%s/%04d".formatted(first, number))
                .filter(field -> Optional.ofNullable(kept.get(field))
                        .map(json -> Stored.read(json, LogEntry.class).equals(entry))
                        .orElse(true))
                .findFirst()
                .orElseThrow();
    }

    /** The newest first. */
    public List<LogEntry> of(GroupId group) {
        return redis.hgetAll(new GroupKeys(group).of(LOG)).entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                .map(entry -> Stored.read(entry.getValue(), LogEntry.class))
                .toList();
    }
}

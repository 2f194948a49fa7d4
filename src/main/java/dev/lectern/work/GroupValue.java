package dev.lectern.work;

import dev.lectern.group.GroupId;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** One value of each group, in Redis: what a store keeps of which there is one. Any thread, any process. */
public final class GroupValue<T> {
    private final UnifiedJedis redis;
    private final String name;
    private final Class<T> type;

    /** @param name the name of the group's key, no other store's; see {@link GroupKeys#of} */
    public GroupValue(UnifiedJedis redis, String name, Class<T> type) {
        this.redis = redis;
        this.name = name;
        this.type = type;
    }

    /**
     * Empty where nothing was saved yet.
     *
     * @throws UnreadableState when a newer Lectern wrote it, or none
     */
    public Optional<T> find(GroupId group) {
        return Optional.ofNullable(redis.get(new GroupKeys(group).of(name))).map(json -> Stored.read(json, type));
    }

    /** With that change, and only if it is made. */
    public void save(Change change, T value) {
        change.set(name, value);
    }
}

package dev.lectern.work;

import dev.lectern.group.GroupId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redis.clients.jedis.UnifiedJedis;

/** The values of one kind that each group has, by their ids, in Redis: what a store keeps. Any thread, any process. */
public final class GroupValues<T> {
    private final UnifiedJedis redis;
    private final String name;
    private final Class<T> type;

    /** @param name the name of the group's key, no other store's; see {@link GroupKeys#of} */
    public GroupValues(UnifiedJedis redis, String name, Class<T> type) {
        this.redis = redis;
        this.name = name;
        this.type = type;
    }

    /**
     * Empty where nothing was saved under that id.
     *
     * @throws UnreadableState when a newer Lectern wrote it, or none
     */
    public Optional<T> find(GroupId group, String id) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).of(name), id))
                .map(json -> Stored.read(json, type));
    }

    /**
     * By id, in the order of the ids as texts.
     *
     * @throws UnreadableState when a newer Lectern wrote one of them, or none
     */
    public Map<String, T> byId(GroupId group) {
        Map<String, T> values = new TreeMap<>();
        redis.hgetAll(new GroupKeys(group).of(name)).forEach((id, json) -> values.put(id, Stored.read(json, type)));
        return values;
    }

    /** Like {@link #byId}, without the ids. */
    public List<T> all(GroupId group) {
        return List.copyOf(byId(group).values());
    }

    /** With that change, and only if it is made. */
    public void save(Change change, String id, T value) {
        change.put(name, id, value);
    }

    /** With that change, and only if it is made; nothing where nothing stands under that id. */
    public void remove(Change change, String id) {
        change.remove(name, id);
    }
}

package dev.lectern.ballot;

import dev.lectern.group.GroupId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** What each group's members brought and is still being looked up, in Redis. Any thread, any process. */
public final class BringStore {
    private static final String BRINGING = "bringing";

    private final UnifiedJedis redis;

    public BringStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    Optional<Bringing> find(GroupId group, String key) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).of(BRINGING), key))
                .map(json -> Stored.read(json, Bringing.class));
    }

    void save(Change change, String key, Bringing bringing) {
        change.put(BRINGING, key, bringing);
    }

    void remove(Change change, String key) {
        change.remove(BRINGING, key);
    }
}

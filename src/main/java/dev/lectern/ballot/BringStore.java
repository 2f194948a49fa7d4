package dev.lectern.ballot;

import dev.lectern.group.GroupId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupValues;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** What each group's members brought and is still being looked up, in Redis. Any thread, any process. */
public final class BringStore {
    private final GroupValues<Bringing> bringings;

    public BringStore(UnifiedJedis redis) {
        this.bringings = new GroupValues<>(redis, "bringing", Bringing.class);
    }

    Optional<Bringing> find(GroupId group, String key) {
        return bringings.find(group, key);
    }

    void save(Change change, String key, Bringing bringing) {
        bringings.save(change, key, bringing);
    }

    void remove(Change change, String key) {
        bringings.remove(change, key);
    }
}

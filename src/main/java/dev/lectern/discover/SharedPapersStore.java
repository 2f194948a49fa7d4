package dev.lectern.discover;

import dev.lectern.group.GroupId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** The links in each group's channel whose papers are looked up, by message, in Redis. Any thread, any process. */
public final class SharedPapersStore {
    private static final String SHARED = "shared-papers";

    private final UnifiedJedis redis;

    public SharedPapersStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    Optional<SharedPapers> find(GroupId group, String ts) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).of(SHARED), ts))
                .map(json -> Stored.read(json, SharedPapers.class));
    }

    void save(Change change, SharedPapers shared) {
        change.put(SHARED, shared.ts(), shared);
    }

    void remove(Change change, String ts) {
        change.remove(SHARED, ts);
    }
}

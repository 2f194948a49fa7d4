package dev.lectern.discover;

import dev.lectern.group.GroupId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** The searches of other sites that members of each group wait for, or were just told of, in Redis. Any thread, any process. */
public final class ElsewhereStore {
    private static final String LOOKING = "looking-elsewhere";

    private final UnifiedJedis redis;

    public ElsewhereStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    Optional<Looking> find(GroupId group, String key) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).of(LOOKING), key))
                .map(json -> Stored.read(json, Looking.class));
    }

    List<Looking> all(GroupId group) {
        return redis.hvals(new GroupKeys(group).of(LOOKING)).stream()
                .map(json -> Stored.read(json, Looking.class))
                .toList();
    }

    void save(Change change, Looking looking) {
        change.put(LOOKING, looking.key(), looking);
    }

    void remove(Change change, Looking looking) {
        change.remove(LOOKING, looking.key());
    }
}

package dev.lectern.meeting.rotation;

import dev.lectern.group.GroupId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** What organizers changed about the order of presenters by hand, in Redis. Any thread, any process. */
public final class MovesStore {
    private static final String ROTATION = "rotation";

    private final UnifiedJedis redis;

    public MovesStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    public Moves of(GroupId group) {
        return Optional.ofNullable(redis.get(new GroupKeys(group).of(ROTATION)))
                .map(json -> Stored.read(json, Moves.class))
                .orElse(Moves.NONE);
    }

    public void save(Change change, Moves moves) {
        change.set(ROTATION, moves);
    }
}

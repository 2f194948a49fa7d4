package dev.lectern.meeting.rotation;

import dev.lectern.group.GroupId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupValue;
import redis.clients.jedis.UnifiedJedis;

/** What organizers changed about the order of presenters by hand, in Redis. Any thread, any process. */
public final class MovesStore {
    private final GroupValue<Moves> moves;

    public MovesStore(UnifiedJedis redis) {
        this.moves = new GroupValue<>(redis, "rotation", Moves.class);
    }

    public Moves of(GroupId group) {
        return moves.find(group).orElse(Moves.NONE);
    }

    public void save(Change change, Moves after) {
        moves.save(change, after);
    }
}

package dev.lectern.work;

import dev.lectern.group.ChannelId;
import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import redis.clients.jedis.UnifiedJedis;

/** All that works for groups in one process, on a given Redis. Two of them on one Redis are two processes. */
public final class Ground {
    /** A Monday. */
    public static final Instant START = Instant.parse("2026-03-30T07:00:00Z");

    public static final GroupId GROUP = group(1);

    public final UnifiedJedis redis;
    public final Due due;
    public final Changes changes;
    public final Outbox outbox;
    final Clock clock;
    final Steps steps = new Steps();

    public Ground(UnifiedJedis redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
        due = new Due(redis);
        changes = new Changes(redis, clock, due);
        outbox = new Outbox(redis);
    }

    public static GroupId group(int n) {
        return new GroupId(new TeamId("T0LECTERN"), new ChannelId("C%04d".formatted(n)));
    }

    Worker worker(Delivery delivery) {
        return new Worker(redis, clock, due, changes, steps, outbox, delivery);
    }

    public void write(GroupId group, Consumer<Change> what) {
        changes.apply(group, change -> {
            what.accept(change);
            return change;
        });
    }

    void post(GroupId group, String id) {
        write(group, change -> change.send(new Outgoing.Post(id, group.channel().value(), "text of " + id)));
    }

    void show(GroupId group, String id) {
        write(group, change -> change.send(new Outgoing.Show(id, group.channel().value(), "drawing", id)));
    }

    void schedule(GroupId group, String name, String key, Instant at) {
        write(group, change -> change.schedule(new Step(name, key, at)));
    }
}

package dev.lectern.work;

import dev.lectern.group.ChannelId;
import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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
    final Parking parking;
    final Clock clock;
    final Steps steps = new Steps();

    public Ground(UnifiedJedis redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
        due = new Due(redis);
        changes = new Changes(redis, clock, due);
        outbox = new Outbox(redis);
        parking = new Parking(redis, changes, due);
    }

    public static GroupId group(int n) {
        return new GroupId(new TeamId("T0LECTERN"), new ChannelId("C%04d".formatted(n)));
    }

    Worker worker(Delivery delivery) {
        return new Worker(redis, clock, due, changes, steps, outbox, parking, delivery);
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

    List<Due.Claim> claim(Lane lane, Instant now) {
        return due.claim(lane, now, 100);
    }

    /** Every group that a sweep would find. */
    List<GroupId> known() {
        return IntStream.range(0, Due.BUCKETS)
                .mapToObj(bucket -> due.groups(bucket, Due.Page.START, 10_000).groups())
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    /** As if another process held the group's lease for a long time. */
    Lease heldByAnother(GroupId group, Lane lane) {
        Lease lease = Lease.take(redis, group, lane).orElseThrow();
        redis.hset(new GroupKeys(group).leases(), lane.word() + ":until", "99999999999999");
        return lease;
    }

    /** As if so much time had passed that all claims, intents, and the group's leases have run out. */
    void runOut(GroupId group) {
        for (int bucket = 0; bucket < Due.BUCKETS; bucket++) {
            for (String name : List.of("claims:steps", "claims:messages", "intents")) {
                String key = "lectern:" + name + ":{" + bucket + "}";
                redis.zrange(key, 0, -1).forEach(member -> redis.zadd(key, 1, member));
            }
        }
        for (Lane lane : Lane.values()) {
            Lease.forget(redis, group, lane);
        }
    }

    Optional<Outbox.Entry> first(GroupId group) {
        return outbox.first(group, clock.instant());
    }

    /** As if the first message was sent. */
    void sent(GroupId group, Delivery.Receipt receipt) {
        sent(group, first(group).orElseThrow(), receipt);
    }

    void sent(GroupId group, Outbox.Entry entry, Delivery.Receipt receipt) {
        Lease lease = Lease.take(redis, group, Lane.MESSAGES).orElseThrow();
        outbox.sent(group, entry, entry.message().orElseThrow(), receipt, lease.fence());
        lease.release();
    }
}

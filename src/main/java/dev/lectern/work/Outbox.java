package dev.lectern.work;

import dev.lectern.group.GroupId;
import dev.lectern.redis.Json;
import dev.lectern.redis.Script;
import dev.lectern.work.Delivery.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** The messages that a group still has to send, in their order, and where the sent ones stand. Any thread. */
public final class Outbox {
    private static final Script SENT = Script.load("outbox", "sent");
    private static final String DROPPED = "";

    private final UnifiedJedis redis;

    public Outbox(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** The head of the queue, how often it was wished for so far, and since when its outcome is unknown. */
    record Entry(Outgoing message, String wishes, Optional<Instant> unknownSince) {}

    Optional<Entry> first(GroupId group) {
        GroupKeys keys = new GroupKeys(group);
        List<String> ids = redis.zrange(keys.outbox(), 0, 0);
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        String id = ids.get(0);
        // The count first: a wish that comes in between is then counted as not fulfilled yet.
        String wishes = redis.hget(keys.wanted(), id);
        Outgoing message = Json.read(redis.hget(keys.entries(), id), Outgoing.class);
        Optional<Instant> unknownSince = Optional.ofNullable(redis.hget(tries(keys), id))
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
        return Optional.of(new Entry(message, wishes, unknownSince));
    }

    /** Where the message under that id stands in Slack, once it was sent. */
    public Optional<Receipt> receipt(GroupId group, String id) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).sent(), id))
                .map(json -> Json.read(json, Receipt.class));
    }

    /** Until when deliveries rest, because Slack asked for it or did not answer. */
    Optional<Instant> pausedUntil(GroupId group) {
        return Optional.ofNullable(redis.get(new GroupKeys(group).pause()))
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    /** Notes that a try begins; of several whose outcome nobody noted, the first one counts. */
    void trying(GroupId group, Entry entry, Instant now) {
        GroupKeys keys = new GroupKeys(group);
        redis.hsetnx(tries(keys), entry.message().id(), Long.toString(now.toEpochMilli()));
    }

    void sent(GroupId group, Entry entry, Receipt receipt) {
        done(group, entry, Json.write(receipt));
    }

    void dropped(GroupId group, Entry entry) {
        done(group, entry, DROPPED);
    }

    /** Put aside for the operator, with the reason; the next message gets its turn. */
    void refused(GroupId group, Entry entry, String reason) {
        redis.hset(new GroupKeys(group).of("outbox:refused"), entry.message().id(), reason);
        done(group, entry, DROPPED);
    }

    void rest(GroupId group, Entry entry, Instant until, boolean mayHaveHappened) {
        GroupKeys keys = new GroupKeys(group);
        redis.set(keys.pause(), Long.toString(until.toEpochMilli()));
        // What is unknown about an earlier try stays unknown, whatever is known about this one.
        if (!mayHaveHappened && entry.unknownSince().isEmpty()) {
            redis.hdel(tries(keys), entry.message().id());
        }
    }

    private void done(GroupId group, Entry entry, String receipt) {
        GroupKeys keys = new GroupKeys(group);
        SENT.run(redis, keys.forScripts(), List.of(entry.message().id(), entry.wishes(), receipt));
        redis.hdel(tries(keys), entry.message().id());
    }

    private static String tries(GroupKeys keys) {
        return keys.of("outbox:tries");
    }
}

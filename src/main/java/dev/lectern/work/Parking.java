package dev.lectern.work;

import dev.lectern.group.GroupId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.core.JacksonException;

/** The work that was put aside, by group. Any thread, any process. */
public final class Parking {
    private static final Logger log = LoggerFactory.getLogger(Parking.class);
    private static final String PARKED = "parked";
    /** A channel that nobody lets us into must not fill the memory: the oldest is given up then. */
    private static final int MOST = 50;

    private final UnifiedJedis redis;
    private final Changes changes;
    private final Due due;
    private final Outbox outbox;
    private volatile BiConsumer<Change, Parked> onChange = (change, parked) -> {};

    public Parking(UnifiedJedis redis, Changes changes, Due due) {
        this.redis = redis;
        this.changes = changes;
        this.due = due;
        this.outbox = new Outbox(redis);
    }

    /** What else to write whenever work is put aside, released, or given up, such as a message about it. */
    public void onChange(BiConsumer<Change, Parked> also) {
        onChange = also;
    }

    /** Oldest first; also what cannot be read of it, with that as its reason. */
    public List<Parked> of(GroupId group) {
        return redis.hgetAll(new GroupKeys(group).parked()).entrySet().stream()
                .map(entry -> read(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Parked::since).thenComparing(Parked::key))
                .toList();
    }

    /** The groups that have some, as far as is known: a sweep finds what a crash kept from being noted. */
    public List<GroupId> groups() {
        return due.parked();
    }

    /** Puts work aside as part of a change. */
    void park(Change change, Parked parked) {
        List<Parked> before = of(change.group());
        if (before.size() >= MOST
                && before.stream().noneMatch(other -> other.key().equals(parked.key()))) {
            Parked oldest = before.get(0);
            log.error("{}: too much is parked, {} is given up", change.group(), oldest.key());
            change.remove(PARKED, oldest.key());
        }
        change.put(PARKED, parked.key(), parked);
        onChange.accept(change, parked);
    }

    /** After a change that parked or released something. */
    void note(GroupId group) {
        due.noteParked(group, redis.hlen(new GroupKeys(group).parked()));
    }

    /** Lets it be tried again, now; empty when it is not parked any more, or cannot even be read. */
    public Optional<Parked> release(GroupId group, String key) {
        return take(group, key, Parking::again);
    }

    private static boolean again(Change change, Parked parked) {
        return switch (parked.kind()) {
            case STEP -> stepAgain(change, parked);
            case MESSAGE -> {
                parked.message().ifPresent(change::send);
                yield parked.message().isPresent();
            }
            case PLACE -> {
                Outbox.wake(change, parked.id());
                yield true;
            }
        };
    }

    private static boolean stepAgain(Change change, Parked parked) {
        Instant now = change.now().truncatedTo(ChronoUnit.MILLIS);
        Optional<Step> step = Step.read(parked.id(), now);
        step.ifPresent(again -> {
            change.schedule(again);
            // It is as late as it was, and is skipped where that is too late.
            change.put(
                    GroupSteps.FAILED,
                    parked.id(),
                    new Failures(0, parked.planned().orElse(now), now));
        });
        return step.isPresent();
    }

    /** Gives it up for good; empty when it is not parked any more. */
    public Optional<Parked> drop(GroupId group, String key) {
        return take(group, key, (change, parked) -> {
            if (parked.kind() == Parked.Kind.PLACE) {
                outbox.unsendAll(change, parked.id());
            }
            return true;
        });
    }

    /** Notes that a place is closed; what was noted of it before stands. */
    void close(GroupId group, String to, String reason) {
        changes.apply(group, change -> {
            if (find(group, Parked.keyOf(Parked.Kind.PLACE, to)).isEmpty()) {
                park(change, Parked.place(to, reason, change.now()));
            }
            return to;
        });
        note(group);
    }

    /** Since when a place is closed; empty while it is open. */
    Optional<Instant> closedSince(GroupId group, String to) {
        return find(group, Parked.keyOf(Parked.Kind.PLACE, to)).map(Parked::since);
    }

    /** Lets what waits for a place be sent there now; nothing where it is not closed. */
    public void open(GroupId group, String to) {
        release(group, Parked.keyOf(Parked.Kind.PLACE, to));
    }

    private Optional<Parked> take(GroupId group, String key, BiPredicate<Change, Parked> then) {
        Optional<Parked> taken = changes.apply(group, change -> {
            Optional<Parked> found = find(group, key).filter(parked -> then.test(change, parked));
            found.ifPresent(parked -> {
                change.remove(PARKED, key);
                onChange.accept(change, parked);
            });
            return found;
        });
        note(group);
        return taken;
    }

    /** What stands there under its key. */
    public Optional<Parked> find(GroupId group, String key) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).parked(), key))
                .map(json -> read(key, json));
    }

    /** A note that cannot be read must not keep others from being put aside, seen, or released. */
    private static Parked read(String key, String json) {
        try {
            return Stored.read(json, Parked.class);
        } catch (IllegalStateException | JacksonException unreadable) {
            return Parked.unreadable(key, "what was noted of it cannot be read");
        }
    }

    /** Sends a message as part of a change; if it was put aside before, it no longer is. */
    public static void sendAnew(Change change, Outgoing message) {
        change.remove(PARKED, Parked.keyOf(Parked.Kind.MESSAGE, message.id()));
        change.send(message);
    }
}

package dev.lectern.work;

import dev.lectern.group.GroupId;
import dev.lectern.redis.Json;
import dev.lectern.redis.Script;
import dev.lectern.work.Delivery.Receipt;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.core.JacksonException;

/** The messages that a group still has to send, in the order of each addressee, and where the sent ones stand. */
public final class Outbox {
    private static final Script HEAD = Script.load("outbox", "head");
    private static final Script SENT = Script.load("outbox", "sent");
    private static final String DROPPED = "";
    /** Nothing is repeated or redrawn so long after it was sent. */
    private static final Duration REMEMBERED = Duration.ofDays(60);

    private static final int FEW = 64;

    private final UnifiedJedis redis;

    public Outbox(UnifiedJedis redis) {
        this.redis = redis;
    }

    /**
     * A message whose turn it is.
     *
     * @param message empty when what stands there, or was noted of it, cannot be read
     * @param wishes how often it was wished for so far
     * @param before where it stands in Slack, once it was sent
     */
    record Entry(
            String id, Optional<Outgoing> message, String json, String wishes, Tries tries, Optional<Receipt> before) {}

    /** The oldest message of any addressee whose deliveries do not rest, of channels before members. */
    Optional<Entry> first(GroupId group, Instant now) {
        GroupKeys keys = new GroupKeys(group);
        Object answer = HEAD.run(redis, names(keys, keys.tries()), List.of(millis(now)));
        return Optional.ofNullable((List<?>) answer)
                .filter(found -> !found.isEmpty())
                .map(Outbox::entry);
    }

    private static Entry entry(List<?> found) {
        List<String> words = found.stream().map(String.class::cast).toList();
        String json = words.get(1);
        try {
            return new Entry(
                    words.get(0),
                    Optional.of(Json.read(json, Outgoing.class)),
                    json,
                    words.get(2),
                    Tries.read(words.get(3)),
                    Optional.of(words.get(4)).filter(text -> !text.isEmpty()).map(Outbox::receipt));
        } catch (JacksonException | UnreadableState unreadable) {
            return new Entry(words.get(0), Optional.empty(), json, words.get(2), Tries.NONE, Optional.empty());
        }
    }

    /** Short, since Redis packs a hash of short values tightly: {@code C0123456789 1774857600.000001 6fab8f2efccc3c5f}. */
    private static String text(Receipt receipt) {
        return Stream.concat(Stream.of(receipt.channel(), receipt.ts()), receipt.look().stream())
                .collect(Collectors.joining(" "));
    }

    private static Receipt receipt(String text) {
        // As Lectern 0.1 noted it.
        if (text.startsWith("{")) {
            return Json.read(text, Receipt.class);
        }
        String[] words = text.split(" ", 3);
        if (words.length < 2) {
            throw new UnreadableState("where a message stands is kept, but cannot be read");
        }
        return words.length < 3
                ? new Receipt(words[0], words[1])
                : new Receipt(words[0], words[1], Optional.of(words[2]));
    }

    /** Where the message under that id stands in Slack, once it was sent. */
    public Optional<Receipt> receipt(GroupId group, String id) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).sent(), id)).map(Outbox::receipt);
    }

    /** How many messages wait. */
    public long size(GroupId group) {
        return redis.zcard(new GroupKeys(group).outbox());
    }

    /** Notes that a try begins; of several whose outcome nobody noted, the first one counts. */
    void trying(GroupId group, Entry entry, Instant now) {
        redis.hset(
                new GroupKeys(group).tries(),
                entry.id(),
                Json.write(entry.tries().begin(now)));
    }

    void sent(GroupId group, Entry entry, Outgoing message, Receipt receipt, long fence) {
        String blind = text(new Receipt(receipt.channel(), receipt.ts()));
        if (message instanceof Outgoing.Show) {
            done(group, entry, message.to(), fence, text(receipt), blind);
        } else {
            // What is never redrawn needs no look.
            done(group, entry, message.to(), fence, blind, "");
        }
    }

    void dropped(GroupId group, Entry entry, Outgoing message, long fence) {
        done(group, entry, message.to(), fence, DROPPED, DROPPED);
    }

    private void done(GroupId group, Entry entry, String to, long fence, String receipt, String blindReceipt) {
        GroupKeys keys = new GroupKeys(group);
        SENT.run(
                redis,
                names(keys, keys.tries(), keys.leases()),
                List.of(entry.id(), to, entry.wishes(), Long.toString(fence), receipt, blindReceipt, entry.json()));
    }

    /** Nothing goes to the addressee before that; afterwards this message is tried again. */
    void rest(GroupId group, Entry entry, String to, Tries tries, Instant until) {
        GroupKeys keys = new GroupKeys(group);
        redis.hset(keys.tries(), entry.id(), Json.write(tries));
        redis.hset(keys.pauses(), to, millis(until));
    }

    /** Takes a message out of the queue, as part of a change. */
    static void unsend(Change change, String id) {
        GroupKeys keys = new GroupKeys(change.group());
        change.redis("ZREM", keys.outbox(), id);
        change.redis("HDEL", keys.entries(), id);
        change.redis("HDEL", keys.wanted(), id);
        change.redis("HDEL", keys.tries(), id);
    }

    /** Ends the rest of an addressee's deliveries, as part of a change. */
    static void wake(Change change, String to) {
        change.redis("HDEL", new GroupKeys(change.group()).pauses(), to);
    }

    /** Takes out of the queue, as part of a change, all that waits for an addressee. */
    void unsendAll(Change change, String to) {
        redis.hgetAll(new GroupKeys(change.group()).entries()).forEach((id, json) -> {
            if (isTo(to, json)) {
                unsend(change, id);
            }
        });
        wake(change, to);
    }

    private static boolean isTo(String to, String json) {
        try {
            return Json.read(json, Outgoing.class).to().equals(to);
        } catch (JacksonException | UnreadableState unreadable) {
            // Its turn will tell.
            return false;
        }
    }

    /** Forgets where messages stand that are too old to matter, once there are many. */
    void prune(GroupId group, Instant now) {
        GroupKeys keys = new GroupKeys(group);
        if (redis.hlen(keys.sent()) <= FEW) {
            return;
        }
        BigDecimal oldest = BigDecimal.valueOf(now.minus(REMEMBERED).getEpochSecond());
        String[] old = redis.hgetAll(keys.sent()).entrySet().stream()
                .filter(sent -> isOlder(sent.getValue(), oldest))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        if (old.length > 0) {
            redis.hdel(keys.sent(), old);
        }
    }

    private static boolean isOlder(String receipt, BigDecimal seconds) {
        try {
            return new BigDecimal(receipt(receipt).ts()).compareTo(seconds) < 0;
        } catch (JacksonException | UnreadableState | NumberFormatException unreadable) {
            // Its turn will tell.
            return false;
        }
    }

    private static List<String> names(GroupKeys keys, String... more) {
        List<String> names = new ArrayList<>(keys.forScripts());
        names.addAll(List.of(more));
        return names;
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }
}

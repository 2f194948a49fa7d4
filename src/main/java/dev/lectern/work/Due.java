package dev.lectern.work;

import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import dev.lectern.redis.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;
import redis.clients.jedis.resps.Tuple;

/**
 * When to look at which group. Only a hint: the truth is the group's own timeline and outbox. Whoever changes a group
 * says so before (an intent) and after; what a crash cuts off between the two is looked at when the intent has run out.
 * Whoever looks at a group claims it, and a claim that is not settled runs out, too. Any thread, any process.
 */
public final class Due {
    static final int BUCKETS = 16;
    /** Longer than any change takes, and than the longest call to Slack with what goes before and after it. */
    static final Duration CLAIM = Duration.ofSeconds(15);

    private static final Duration INTENT = Duration.ofSeconds(10);
    private static final Script DUE = Script.load("due");
    private static final Logger log = LoggerFactory.getLogger(Due.class);

    private final UnifiedJedis redis;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile Runnable waker = () -> {};

    public Due(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** Says that somebody is about to change a group. */
    public record Intent(GroupId group, String word) {}

    /** A group that somebody claimed to look after, in one lane, until an instant by Redis' clock. */
    record Claim(Lane lane, GroupId group, String until) {}

    /** What to call when something may be due at once. */
    void onTouch(Runnable newWaker) {
        waker = newWaker;
    }

    /** Before a change: should we die before it is fulfilled, somebody looks at the group all the same. */
    public Intent intend(GroupId group) {
        Intent intent = new Intent(group, group + "|" + UUID.randomUUID());
        run(bucket(group), "intend", Lane.STEPS, group.toString(), intent.word(), Long.toString(INTENT.toMillis()));
        return intent;
    }

    /** After the change. */
    public void fulfil(Intent intent, Next next) {
        touch(intent.group(), next, intent.word());
    }

    /** Look at the group now: there may be something to do that was left to rest. */
    public void lookNow(GroupId group) {
        touch(group, Next.AT_ONCE);
    }

    /** Look at the group no later than that. */
    void touch(GroupId group, Next next) {
        touch(group, next, "");
    }

    private void touch(GroupId group, Next next, String intent) {
        run(
                bucket(group),
                "touch",
                Lane.STEPS,
                group.toString(),
                Long.toString(next.step()),
                Long.toString(next.message()),
                intent);
        if (!next.equals(Next.NOTHING)) {
            waker.run();
        }
    }

    /** Takes at most so many of the groups that are due in this lane; each bucket gets its turn to be the first. */
    List<Claim> claim(Lane lane, Instant now, int atMost) {
        List<Claim> claims = new ArrayList<>();
        int first = turn.getAndIncrement();
        for (int i = 0; i < BUCKETS && claims.size() < atMost; i++) {
            List<?> answer = (List<?>) run(
                    Math.floorMod(first + i, BUCKETS),
                    "claim",
                    lane,
                    millis(now),
                    Long.toString(CLAIM.toMillis()),
                    Integer.toString(atMost - claims.size()));
            String until = (String) answer.get(0);
            answer.stream()
                    .skip(1)
                    .map(String.class::cast)
                    .forEach(name -> group(name).ifPresent(group -> claims.add(new Claim(lane, group, until))));
        }
        return claims;
    }

    private static Optional<GroupId> group(String name) {
        try {
            return Optional.of(GroupId.parse(name));
        } catch (IllegalArgumentException e) {
            log.error("among the due groups there was '{}', which is none: left out", name);
            return Optional.empty();
        }
    }

    /** The claim's holder is done, and knows when the group is next due. */
    void settle(Claim claim, Next next) {
        settle(claim, next, "");
    }

    /** The claim's holder could not even look at the group, and says why; somebody tries again then. */
    void trouble(Claim claim, Instant again, String reason) {
        settle(claim, Next.in(claim.lane(), again.toEpochMilli()), reason);
    }

    private void settle(Claim claim, Next next, String trouble) {
        run(
                bucket(claim.group()),
                "settle",
                claim.lane(),
                claim.group().toString(),
                claim.until(),
                Long.toString(next.step()),
                Long.toString(next.message()),
                trouble);
    }

    /** Ends every claim; only for whoever knows that nobody is at work. Answers whose they were. */
    List<GroupId> abandonClaims(Lane lane) {
        return IntStream.range(0, BUCKETS)
                .mapToObj(bucket -> (List<?>) run(bucket, "abandon", lane))
                .flatMap(List::stream)
                .flatMap(name -> group((String) name).stream())
                .toList();
    }

    /** Notes that some of the group's work is parked, or none any more, so that it is found without looking at all. */
    void noteParked(GroupId group, long howMany) {
        run(bucket(group), "park", Lane.STEPS, group.toString(), Long.toString(howMany));
    }

    /** The groups of which some work is parked. */
    public List<GroupId> parked() {
        return IntStream.range(0, BUCKETS)
                .mapToObj(bucket -> redis.smembers(key("parked", bucket)))
                .flatMap(Set::stream)
                .flatMap(name -> group(name).stream())
                .sorted()
                .toList();
    }

    /** The groups that cannot even be looked at, and why. */
    public Map<GroupId, String> troubled() {
        Map<GroupId, String> all = new HashMap<>();
        IntStream.range(0, BUCKETS)
                .mapToObj(bucket -> redis.hgetAll(key("troubled", bucket)))
                .forEach(some ->
                        some.forEach((name, reason) -> group(name).ifPresent(group -> all.put(group, reason))));
        return all;
    }

    /** Why this group cannot even be looked at; empty where it can. */
    public Optional<String> trouble(GroupId group) {
        return Optional.ofNullable(redis.hget(key("troubled", bucket(group)), group.toString()));
    }

    /** When the next group is to be looked at that nobody is looking at. */
    Optional<Instant> next(Lane lane) {
        return IntStream.range(0, BUCKETS)
                .mapToObj(bucket -> redis.zrangeWithScores(key(due(lane), bucket), 0, 0))
                .flatMap(List::stream)
                .map(Tuple::getScore)
                .min(Double::compare)
                .map(score -> Instant.ofEpochMilli(score.longValue()));
    }

    /** The time by which the longest waiting group should have been looked at; empty where nothing is planned. */
    public Optional<Instant> oldest() {
        Optional<Instant> step = next(Lane.STEPS);
        Optional<Instant> message = next(Lane.MESSAGES);
        return step.isEmpty() || (message.isPresent() && message.get().isBefore(step.get())) ? message : step;
    }

    /** How many groups there ever was work for. */
    public long count() {
        return IntStream.range(0, BUCKETS)
                .mapToLong(bucket -> redis.scard(key("groups", bucket)))
                .sum();
    }

    /** Some of a bucket's groups. */
    record Page(List<GroupId> groups, String cursor) {
        static final String START = ScanParams.SCAN_POINTER_START;

        boolean isLast() {
            return cursor.equals(START);
        }
    }

    /** Every group that there ever was work for, a page at a time; one may come twice. */
    Page groups(int bucket, String cursor, int about) {
        ScanResult<String> found = redis.sscan(key("groups", bucket), cursor, new ScanParams().count(about));
        return new Page(
                found.getResult().stream().flatMap(name -> group(name).stream()).toList(), found.getCursor());
    }

    /** The groups of a workspace that there ever was work for. */
    List<GroupId> groups(TeamId team) {
        return IntStream.range(0, BUCKETS)
                .mapToObj(bucket -> redis.smembers(key("groups", bucket)))
                .flatMap(Set::stream)
                .flatMap(name -> group(name).stream())
                .filter(group -> group.team().equals(team))
                .toList();
    }

    /** Nothing is left to do for a group, nor will be. */
    void forget(GroupId group) {
        int bucket = bucket(group);
        String name = group.toString();
        for (Lane lane : Lane.values()) {
            redis.zrem(key(due(lane), bucket), name);
            redis.zrem(key("claims:" + lane.word(), bucket), name);
            redis.zrem(key("later:" + lane.word(), bucket), name);
        }
        redis.hdel(key("troubled", bucket), name);
        redis.srem(key("parked", bucket), name);
        redis.srem(key("groups", bucket), name);
    }

    private Object run(int bucket, String what, Lane lane, String... arguments) {
        List<String> all = new ArrayList<>(List.of(what, lane == Lane.STEPS ? "0" : "3"));
        all.addAll(List.of(arguments));
        return DUE.run(redis, keys(bucket), all);
    }

    private static List<String> keys(int bucket) {
        return List.of(
                key(due(Lane.STEPS), bucket),
                key("claims:steps", bucket),
                key("later:steps", bucket),
                key(due(Lane.MESSAGES), bucket),
                key("claims:messages", bucket),
                key("later:messages", bucket),
                key("intents", bucket),
                key("groups", bucket),
                key("troubled", bucket),
                key("parked", bucket));
    }

    static int bucket(GroupId group) {
        return Math.floorMod(group.toString().hashCode(), BUCKETS);
    }

    static String due(Lane lane) {
        return lane == Lane.STEPS ? "due" : "outgoing";
    }

    static String key(String name, int bucket) {
        return "lectern:" + name + ":{" + bucket + "}";
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }
}

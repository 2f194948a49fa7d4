package dev.lectern.paper.harvest;

import dev.lectern.paper.PaperList;
import dev.lectern.redis.Script;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ZAddParams;

/** What is to be fetched when, for all processes on one Redis. Any thread. */
public final class HarvestStore {
    private static final Script HARVEST = Script.load("harvest");
    /** Sorted set of the complete days of Daily Papers, or of a list named behind, by the day's number since 1970. */
    private static final String COMPLETE = "lectern:harvest:complete-days";

    private static final int KEPT_DAYS = 400;

    private final UnifiedJedis redis;

    public HarvestStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    /**
     * The right to fetch something. When its holder dies it runs out, and somebody else has it.
     *
     * @param until in milliseconds; whoever claims anew gets another
     */
    record Claim(String lane, ListDay what, long until) {}

    /** Puts into the schedule what is not there yet: at once, in this order. */
    void plan(String lane, List<ListDay> wanted, Instant now) {
        Map<String, Double> due = new HashMap<>();
        for (ListDay what : wanted) {
            due.put(what.toString(), (double) (now.toEpochMilli() - wanted.size() + due.size()));
        }
        if (!due.isEmpty()) {
            redis.zadd(key(lane), due, ZAddParams.zAddParams().nx());
        }
    }

    /** What is due first, if anything is. */
    Optional<Claim> claim(String lane, Instant now, Instant until) {
        @Nullable Object what = HARVEST.run(redis, List.of(key(lane)), List.of("claim", millis(now), millis(until)));
        return Optional.ofNullable((String) what)
                .map(ListDay::parse)
                .map(known -> new Claim(lane, known, until.toEpochMilli()));
    }

    /** It is done with for now; answers whether it was still the claimer's. */
    boolean settle(Claim claim, Optional<Instant> next) {
        Object settled = HARVEST.run(
                redis,
                List.of(key(claim.lane())),
                List.of(
                        "settle",
                        claim.what().toString(),
                        Long.toString(claim.until()),
                        next.map(HarvestStore::millis).orElse("")));
        redis.hdel(triesKey(claim.lane()), claim.what().toString());
        return Long.valueOf(1).equals(settled);
    }

    /** It failed; answers how often in a row by now. */
    int failed(Claim claim) {
        return Math.toIntExact(
                redis.hincrBy(triesKey(claim.lane()), claim.what().toString(), 1));
    }

    /** As {@link #settle}, but remembering that it failed. */
    void postpone(Claim claim, Instant next) {
        HARVEST.run(
                redis,
                List.of(key(claim.lane())),
                List.of("settle", claim.what().toString(), Long.toString(claim.until()), millis(next)));
    }

    /** Since when the longest waiting thing is due; may lie ahead. */
    Optional<Instant> oldest(String lane) {
        return redis.zrangeWithScores(key(lane), 0, 0).stream()
                .findFirst()
                .map(first -> Instant.ofEpochMilli((long) first.getScore()));
    }

    /** Nobody fetches this lane any more. */
    public void forget(String lane) {
        redis.del(key(lane));
        redis.del(triesKey(lane));
    }

    /** That what was listed on that day can grow no more, and was fetched. Forgets the days more than a year before. */
    void complete(PaperList list, LocalDate day) {
        redis.zadd(completeKey(list), day.toEpochDay(), day.toString());
        redis.zremrangeByScore(completeKey(list), Double.NEGATIVE_INFINITY, day.toEpochDay() - KEPT_DAYS);
    }

    /** The complete days, of a year at least. */
    Set<LocalDate> completeDays(PaperList list) {
        return redis.zrange(completeKey(list), 0, -1).stream()
                .map(LocalDate::parse)
                .collect(Collectors.toSet());
    }

    private static String completeKey(PaperList list) {
        // Daily Papers' is as the first version wrote it.
        return list.equals(PaperList.DAILY) ? COMPLETE : COMPLETE + ":" + list;
    }

    private static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }

    private static String key(String lane) {
        return "lectern:harvest:{" + lane + "}:due";
    }

    private static String triesKey(String lane) {
        return "lectern:harvest:{" + lane + "}:tries";
    }
}

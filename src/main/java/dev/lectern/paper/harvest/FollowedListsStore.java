package dev.lectern.paper.harvest;

import dev.lectern.paper.PaperList;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redis.clients.jedis.UnifiedJedis;

/**
 * The lists that groups follow, besides Daily Papers. Following must be said again now and then, at each digest: what
 * nobody said for {@link #KEPT} is followed no more, so that nobody has to count who still does. Any thread.
 */
public final class FollowedListsStore {
    static final Duration KEPT = Duration.ofDays(35);
    /** Sorted set of lists by when it was last said that somebody follows them, in milliseconds. */
    private static final String KEY = "lectern:followed-lists";

    private final UnifiedJedis redis;

    public FollowedListsStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    public void follow(PaperList list, Instant now) {
        follow(List.of(list), now);
    }

    public void follow(Collection<PaperList> lists, Instant now) {
        Map<String, Double> said = lists.stream().distinct().collect(Collectors.toMap(PaperList::value, list ->
                (double) now.toEpochMilli()));
        if (!said.isEmpty()) {
            redis.zadd(KEY, said);
        }
    }

    /** By name. */
    public List<PaperList> followed(Instant now) {
        return redis.zrangeByScore(KEY, now.minus(KEPT).toEpochMilli(), Double.POSITIVE_INFINITY).stream()
                .map(PaperList::new)
                .sorted()
                .toList();
    }
}

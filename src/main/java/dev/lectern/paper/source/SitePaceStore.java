package dev.lectern.paper.source;

import dev.lectern.redis.Buckets;
import dev.lectern.redis.Script;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** Whose turn it is to ask a site, over all processes on one Redis. Any thread may use it. */
public final class SitePaceStore {
    private static final Script HOLD = Script.load("hold");
    /** Longer than any site's pace, short enough for a clock that stepped back to do little harm. */
    private static final Duration KEPT = Duration.ofMinutes(2);

    private final UnifiedJedis redis;
    private final Buckets buckets;

    /** @param clock what all processes agree on: questions are counted by it */
    public SitePaceStore(UnifiedJedis redis, Clock clock) {
        this.redis = redis;
        this.buckets = new Buckets(redis, clock, KEPT);
    }

    /** Takes one turn; empty when it was given, else how long to wait before asking again. */
    Optional<Duration> take(String site, SiteRules.Pace pace) {
        Optional<Duration> closed = closed(site);
        return closed.isPresent() ? closed : buckets.take(key(site, "pace"), pace.burst(), 1, pace.every());
    }

    /** The site wants to be left alone for so long: then no process asks. */
    void close(String site, Duration wait) {
        buckets.close(key(site, "closed"), wait);
    }

    /** How long the site still wants to be left alone. */
    Optional<Duration> closed(String site) {
        return buckets.closed(key(site, "closed"));
    }

    /**
     * The right to be the only one that asks; empty while somebody else has it.
     *
     * @param atMost when it runs out by itself, should its holder die
     */
    Optional<Long> hold(String site, Duration atMost) {
        long number = (Long) HOLD.run(redis, holdKeys(site), List.of("take", Long.toString(atMost.toMillis())));
        return Optional.of(number).filter(given -> given > 0);
    }

    void release(String site, long hold) {
        HOLD.run(redis, holdKeys(site), List.of("release", Long.toString(hold)));
    }

    private static List<String> holdKeys(String site) {
        return List.of(key(site, "hold"), key(site, "holds"));
    }

    private static String key(String site, String what) {
        return "lectern:site:{" + site + "}:" + what;
    }
}

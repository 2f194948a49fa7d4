package dev.lectern.slack;

import dev.lectern.group.TeamId;
import dev.lectern.redis.Buckets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** The pace of all processes on one Redis together. Any thread may use it. */
public final class PaceStore {
    /** Long enough for every bucket to be full again, short enough for a clock that stepped back to do little harm. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Buckets buckets;

    /** @param clock what all processes agree on: calls are counted by it */
    public PaceStore(UnifiedJedis redis, Clock clock) {
        this.buckets = new Buckets(redis, clock, KEPT);
    }

    /**
     * Takes what one call needs, or nothing.
     *
     * @return empty when the call may be made at once, else how long to wait before asking again
     */
    Optional<Duration> take(TeamId team, Pace pace) {
        Optional<Duration> closed = buckets.closed(closedKey(team, pace.method()));
        return closed.isPresent() ? closed : take(team, pace.buckets());
    }

    private Optional<Duration> take(TeamId team, List<Pace.Bucket> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            Pace.Bucket bucket = wanted.get(i);
            Optional<Duration> wait =
                    buckets.take(key(team, bucket.name()), bucket.burst(), bucket.more(), bucket.every());
            if (wait.isPresent()) {
                wanted.subList(0, i)
                        .forEach(taken ->
                                buckets.giveBack(key(team, taken.name()), taken.burst(), taken.more(), taken.every()));
                return wait;
            }
        }
        return Optional.empty();
    }

    /** Slack said not to call that method for so long: then no process does. */
    void close(TeamId team, String method, Duration wait) {
        buckets.close(closedKey(team, method), wait);
    }

    private static String key(TeamId team, String bucket) {
        return "lectern:pace:{" + team + "}:" + bucket;
    }

    private static String closedKey(TeamId team, String method) {
        return key(team, "closed:" + method);
    }
}

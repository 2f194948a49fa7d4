package dev.lectern.slack;

import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** Who opened their Home lately, and may have it before their eyes. Any thread, any process. */
public final class OpenHomesStore {
    static final Duration LATELY = Duration.ofHours(1);

    private final UnifiedJedis redis;
    private final Clock clock;

    public OpenHomesStore(UnifiedJedis redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    void opened(TeamId team, UserId user) {
        redis.zadd(key(team), now(), user.value());
        redis.zremrangeByScore(key(team), Double.NEGATIVE_INFINITY, since());
        redis.pexpire(key(team), LATELY.toMillis());
    }

    boolean isOpen(TeamId team, UserId user) {
        return Optional.ofNullable(redis.zscore(key(team), user.value()))
                .filter(opened -> opened > since())
                .isPresent();
    }

    private double now() {
        return clock.millis();
    }

    private double since() {
        return now() - LATELY.toMillis();
    }

    private static String key(TeamId team) {
        return "lectern:homes:{" + team + "}";
    }
}

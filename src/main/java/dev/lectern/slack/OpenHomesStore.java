package dev.lectern.slack;

import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** Who opened their Home lately, and may have it before their eyes, and how it looks there. Any thread, any process. */
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

    /** Everybody in the workspace who has theirs open. */
    List<UserId> open(TeamId team) {
        return redis.zrangeByScore(key(team), "(" + since(), "+inf").stream()
                .map(UserId::new)
                .toList();
    }

    /** @param look tells what is shown from anything else that could be */
    void showing(TeamId team, UserId user, String look) {
        redis.hset(looks(team), user.value(), look);
        redis.pexpire(looks(team), LATELY.toMillis());
    }

    /** Whether the Home was last shown with this look; false also where that is not known any more. */
    boolean shows(TeamId team, UserId user, String look) {
        return look.equals(redis.hget(looks(team), user.value()));
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

    private static String looks(TeamId team) {
        return key(team) + ":looks";
    }
}

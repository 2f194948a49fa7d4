package dev.lectern.saved;

import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ZAddParams;

/** What each member of a workspace saved, in Redis: whatever is done twice is done once. Any thread, any process. */
public final class SavedStore {
    /** Of more, the oldest are forgotten. */
    static final int MOST = 500;

    private final UnifiedJedis redis;

    public SavedStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** Newest first. */
    List<PaperId> of(TeamId team, UserId user) {
        return redis.zrevrange(key(team, user), 0, -1).stream()
                .map(PaperId::parse)
                .toList();
    }

    /** What was saved before stays where it is. */
    void save(TeamId team, UserId user, PaperId paper, Instant at) {
        redis.zadd(
                key(team, user),
                at.toEpochMilli(),
                paper.value(),
                ZAddParams.zAddParams().nx());
        redis.zremrangeByRank(key(team, user), 0, -(MOST + 1));
    }

    void takeOff(TeamId team, UserId user, Collection<PaperId> papers) {
        if (!papers.isEmpty()) {
            redis.zrem(key(team, user), papers.stream().map(PaperId::value).toArray(String[]::new));
        }
    }

    /** All of it, of whoever is gone. */
    void forget(TeamId team, UserId user) {
        redis.del(key(team, user));
    }

    private static String key(TeamId team, UserId user) {
        return "lectern:saved:{" + team + ":" + user + "}";
    }
}

package dev.lectern.work;

import dev.lectern.group.GroupId;
import java.time.Instant;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** What groups have ahead of them. Any thread, any process. */
public final class Agenda {
    private final UnifiedJedis redis;

    public Agenda(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** The step that is due next, or is overdue; empty where nothing is planned that can be read. */
    public Optional<Step> next(GroupId group) {
        return redis.zrangeWithScores(new GroupKeys(group).timeline(), 0, -1).stream()
                .flatMap(entry -> Step.read(entry.getElement(), Instant.ofEpochMilli((long) entry.getScore())).stream())
                .findFirst();
    }

    /** How many messages wait to be sent. */
    public long waiting(GroupId group) {
        return redis.zcard(new GroupKeys(group).outbox());
    }
}

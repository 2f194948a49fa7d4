package dev.lectern.app;

import dev.lectern.redis.Redis;
import dev.lectern.redis.RedisCheck;
import dev.lectern.redis.RedisFinding;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Redis that a command works on, looked at before anything is kept in it. */
final class CheckedRedis {
    private static final Logger log = LoggerFactory.getLogger(CheckedRedis.class);

    private CheckedRedis() {}

    /**
     * Logs what is not well.
     *
     * @throws Failure when the Redis is such that Lectern must not use it
     * @throws dev.lectern.redis.RedisException when there is none
     */
    static Redis open(Configuration configuration) {
        Redis redis = Redis.open(configuration.redisUrl(), configuration.redisSentinelPassword(), configuration.data());
        List<RedisFinding> findings = RedisCheck.findings(redis.commands());
        List<String> refusals = findings.stream()
                .filter(RedisFinding::refuses)
                .map(RedisFinding::sentence)
                .toList();
        if (!refusals.isEmpty()) {
            redis.close();
            throw new Failure(String.join("; ", refusals));
        }
        findings.forEach(finding -> log.warn("{}", finding.sentence()));
        return redis;
    }
}

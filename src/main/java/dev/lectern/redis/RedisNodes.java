package dev.lectern.redis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.util.JedisClusterCRC16;

/** The servers behind a client: one, or the masters of a Cluster. Each is spoken to by a key that is kept there. */
final class RedisNodes {
    private static final String KEY = "lectern:health";
    /** So many keys fall on every master of a Cluster of usual size. */
    private static final int KEYS = 256;

    private static final long KEPT_MILLIS = 10_000;

    private final UnifiedJedis redis;

    RedisNodes(UnifiedJedis redis) {
        this.redis = redis;
    }

    /**
     * For each server, named as a sentence about it begins, a key of its own.
     *
     * @throws redis.clients.jedis.exceptions.JedisException when one of them does not answer
     */
    Map<String, String> keys() {
        if (!(redis instanceof RedisClusterClient cluster)) {
            return Map.of("Redis", KEY);
        }
        Map<String, String> keys = new LinkedHashMap<>();
        for (int i = 0; i < KEYS; i++) {
            String key = KEY + ":" + i;
            try (Connection node = cluster.getConnectionFromSlot(JedisClusterCRC16.getSlot(key))) {
                keys.putIfAbsent("Redis' node " + node.getHostAndPort(), key);
            }
        }
        return keys;
    }

    /** Writes a little something, which goes away by itself. */
    void write(String key) {
        redis.set(key, "", SetParams.setParams().px(KEPT_MILLIS));
    }

    /** What the server there tells about itself. */
    RedisFacts facts(String key) {
        if (!(redis instanceof RedisClusterClient cluster)) {
            return facts(redis::info, redis::configGet);
        }
        try (Jedis node = new Jedis(cluster.getConnectionFromSlot(JedisClusterCRC16.getSlot(key)))) {
            return facts(node::info, node::configGet);
        }
    }

    private static RedisFacts facts(Supplier<String> info, Function<String, Map<String, String>> setting) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : new String[] {"save", "appendfsync"}) {
            unlessForbidden(() -> setting.apply(name)).ifPresent(settings::putAll);
        }
        return RedisFacts.parse(unlessForbidden(info).orElse(""), settings);
    }

    private static <T> Optional<T> unlessForbidden(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (JedisDataException forbiddenOrUnknown) {
            return Optional.empty();
        }
    }
}

package dev.lectern.paper.harvest;

import dev.lectern.work.Stored;
import dev.lectern.work.UnreadableState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;

/** How the sources do, for all processes on one Redis. Any thread; of two that write at once, the later one stays. */
public final class SourceStateStore {
    private static final Logger log = LoggerFactory.getLogger(SourceStateStore.class);
    /** Hash of states by the source's name. */
    private static final String KEY = "lectern:harvest:states";

    private final UnifiedJedis redis;

    public SourceStateStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    SourceState find(String source) {
        return Optional.ofNullable(redis.hget(KEY, source))
                .flatMap(json -> read(source, json))
                .orElse(SourceState.UNKNOWN);
    }

    void succeeded(String source, Instant now) {
        redis.hset(KEY, source, Stored.write(find(source).succeeded(now)));
    }

    /** @param rest so long it is not asked */
    void failed(String source, String clause, Instant now, Duration rest) {
        redis.hset(KEY, source, Stored.write(find(source).failed(clause, now, rest)));
    }

    /** By name. */
    Map<String, SourceState> all() {
        Map<String, SourceState> all = new TreeMap<>();
        redis.hgetAll(KEY).forEach((name, json) -> read(name, json).ifPresent(state -> all.put(name, state)));
        return all;
    }

    /** What a newer Lectern noted is its own to tell. */
    private static Optional<SourceState> read(String name, String json) {
        try {
            return Optional.of(Stored.read(json, SourceState.class));
        } catch (UnreadableState e) {
            log.warn("how {} is doing cannot be read: {}", name, e.getMessage());
            return Optional.empty();
        }
    }

    /** Nobody asks these any more. */
    public void forget(Collection<String> sources) {
        sources.forEach(source -> redis.hdel(KEY, source));
    }
}

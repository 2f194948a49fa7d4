package dev.lectern.paper.search;

import dev.lectern.paper.PaperId;
import dev.lectern.redis.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.UnifiedJedis;

/** Which papers' vectors are being made, so that processes share the work; each claim ends by Redis' clock. */
final class VectorClaims {
    private static final Script CLAIMS = Script.load("claims");

    private final UnifiedJedis redis;
    private final String key;

    VectorClaims(UnifiedJedis redis, String model) {
        this.redis = redis;
        this.key = "lectern:{paper-vectors}:claims:" + model;
    }

    List<PaperId> take(Collection<PaperId> ids, Duration length) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> arguments = new ArrayList<>(List.of("take", Long.toString(length.toMillis())));
        arguments.addAll(values(ids));
        return papers(CLAIMS.run(redis, List.of(key), arguments));
    }

    List<PaperId> abandoned(int max) {
        return papers(CLAIMS.run(redis, List.of(key), List.of("abandoned", Integer.toString(max))));
    }

    void end(Collection<PaperId> ids) {
        if (!ids.isEmpty()) {
            redis.zrem(key, values(ids).toArray(String[]::new));
        }
    }

    void giveUp(Collection<PaperId> ids) {
        if (!ids.isEmpty()) {
            Map<String, Double> ranOut = new LinkedHashMap<>();
            values(ids).forEach(id -> ranOut.put(id, 0.0));
            redis.zadd(key, ranOut);
        }
    }

    private static List<String> values(Collection<PaperId> ids) {
        return ids.stream().map(PaperId::value).toList();
    }

    private static List<PaperId> papers(Object answer) {
        return ((List<?>) answer)
                .stream().map(String.class::cast).map(PaperId::parse).toList();
    }
}

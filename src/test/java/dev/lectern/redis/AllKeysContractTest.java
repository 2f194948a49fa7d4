package dev.lectern.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.UnifiedJedis;

@OnEachRedis
class AllKeysContractTest {
    /** More than one page of any server. */
    private static final int KEYS = 2_500;

    /** More than there are connections. */
    private static final int SOME = 100;

    private final UnifiedJedis redis;

    AllKeysContractTest(RedisKind kind) {
        redis = kind.fresh();
    }

    @Test
    void every_key_with_the_prefix_comes_and_redis_is_there_as_before() {
        Set<String> kept = new HashSet<>();
        try (AbstractPipeline all = redis.pipelined()) {
            for (int i = 0; i < KEYS; i++) {
                kept.add("lectern:" + i);
                all.set("lectern:" + i, "kept");
            }
        }
        redis.set("another:1", "kept");
        for (int round = 0; round < 2; round++) {
            List<String> found = new ArrayList<>();
            AllKeys.each(redis, "lectern:", found::add);
            assertThat(found).containsOnlyElementsOf(kept).containsAll(kept);
            assertThat(kept.stream().limit(SOME))
                    .allMatch(key ->
                            redis.unlink(key) == 1 && redis.set(key, "again").equals("OK"));
        }
    }
}

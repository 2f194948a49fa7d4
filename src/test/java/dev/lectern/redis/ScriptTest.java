package dev.lectern.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

@OnEachRedis
class ScriptTest {
    private static final String KEY = "lectern:clock";

    private final UnifiedJedis redis;

    ScriptTest(RedisKind kind) {
        redis = kind.fresh();
    }

    @Test
    void a_script_runs_on_a_redis_that_does_not_know_it_and_on_one_that_does() {
        redis.scriptFlush(KEY);
        assertThat(time(redis)).hasSize(2);
        assertThat(time(redis)).hasSize(2);
    }

    @Test
    void a_script_that_redis_forgot_is_taught_again() {
        time(redis);
        redis.scriptFlush(KEY);
        assertThat(time(redis)).hasSize(2);
    }

    @Test
    void a_script_that_redis_knows_is_sent_by_its_digest_alone() {
        time(redis);
        assertThat(time(FaultyRedis.over(redis, command -> command.startsWith("EVAL "))))
                .hasSize(2);
    }

    @Test
    void scripts_made_of_several_files_run_as_one() {
        Script script = Script.load("outbox", "look");
        List<String> keys = List.of("{g}r", "{g}t", "{g}o", "{g}e", "{g}w", "{g}s", "{g}p", "{g}parked");
        redis.zadd("{g}t", 1774857600000.0, "step/1");

        assertThat(script.run(redis, keys, List.of())).isEqualTo(List.of("1774857600000", "-1", 0L));
    }

    @Test
    void a_script_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Script.load("outbox", "no-such-script"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-script");
    }

    private static List<?> time(UnifiedJedis redis) {
        return (List<?>) Script.load("time").run(redis, List.of(KEY), List.of());
    }
}

package dev.lectern.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

@OnEachRedis
class ScriptTest {
    private final UnifiedJedis redis;

    ScriptTest(RedisKind kind) {
        redis = kind.fresh();
    }

    @Test
    void a_script_runs_on_a_redis_that_does_not_know_it_and_on_one_that_does() {
        Script script = Script.load("due");
        redis.scriptFlush("lectern:due:{3}");

        assertThat(touch(script, "T1:C1")).isEqualTo(1L);
        assertThat(touch(script, "T1:C2")).isEqualTo(1L);
        assertThat(redis.smembers("lectern:groups:{3}")).containsExactlyInAnyOrder("T1:C1", "T1:C2");
    }

    @Test
    void a_script_that_redis_forgot_is_taught_again() {
        Script script = Script.load("due");
        touch(script, "T1:C1");

        redis.scriptFlush("lectern:due:{3}");

        assertThat(touch(script, "T1:C2")).isEqualTo(1L);
        assertThat(redis.smembers("lectern:groups:{3}")).containsExactlyInAnyOrder("T1:C1", "T1:C2");
    }

    @Test
    void a_script_that_redis_knows_is_sent_by_its_digest_alone() {
        Script script = Script.load("due");
        touch(script, "T1:C1");
        UnifiedJedis withoutEval = FaultyRedis.over(redis, command -> command.startsWith("EVAL "));

        assertThat(script.run(withoutEval, List.of("lectern:due:{3}", "lectern:groups:{3}"), arguments("T1:C2")))
                .isEqualTo(1L);
    }

    @Test
    void scripts_made_of_several_files_run_as_one() {
        Script script = Script.load("outbox", "commit");
        List<String> keys = List.of("{g}r", "{g}t", "{g}o", "{g}e", "{g}w", "{g}s", "{g}p");

        assertThat(script.run(redis, keys, List.of("0", "[[\"SCHEDULE\",\"step/1\",\"1774857600000\"]]")))
                .isEqualTo("1774857600000");
    }

    @Test
    void a_script_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Script.load("outbox", "no-such-script"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-script");
    }

    private Object touch(Script script, String group) {
        return script.run(redis, List.of("lectern:due:{3}", "lectern:groups:{3}"), arguments(group));
    }

    private static List<String> arguments(String group) {
        return List.of("touch", group, "1774857600000");
    }
}

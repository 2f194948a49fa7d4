package dev.lectern.work;

import static dev.lectern.work.Ground.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.redis.FaultyRedis;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** The same request, delivered again: at once, later, by two processes, over a broken line. */
@OnEachRedis
class SameRequestTest {
    private static final RequestId REQUEST = new RequestId("trigger.1");
    static final Kept<String> TEXT = new Kept<>() {
        @Override
        public String write(String answer) {
            return answer;
        }

        @Override
        public String read(String text) {
            return text;
        }
    };

    private final SettableClock clock = new SettableClock(Ground.START);
    private final UnifiedJedis redis;

    SameRequestTest(RedisKind kind) {
        redis = kind.fresh();
    }

    /** Adds one to the group's count, and answers with it. */
    private Function<Change, String> counting() {
        return change -> {
            int next = count() + 1;
            change.set("count", next);
            return "this is " + next;
        };
    }

    private int count() {
        String json = redis.get(new GroupKeys(GROUP).of("count"));
        return json == null ? 0 : Stored.read(json, Integer.class);
    }

    @Test
    void it_has_its_effect_once_and_the_same_answer() {
        Ground ground = new Ground(redis, clock);
        assertThat(ground.changes.once(GROUP, REQUEST, TEXT, counting())).isEqualTo("this is 1");
        assertThat(ground.changes.once(GROUP, REQUEST, TEXT, counting())).isEqualTo("this is 1");
        assertThat(ground.changes.once(GROUP, new RequestId("trigger.2"), TEXT, counting()))
                .isEqualTo("this is 2");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void two_processes_at_once_have_one_effect_between_them() {
        List<String> answers = new CopyOnWriteArrayList<>();
        Together.run(Stream.generate(() -> (Runnable)
                        () -> answers.add(new Ground(redis, clock).changes.once(GROUP, REQUEST, TEXT, counting())))
                .limit(8)
                .toList());
        assertThat(answers).hasSize(8).containsOnly("this is 1");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void it_is_kept_for_ten_minutes_and_not_for_ever() {
        new Ground(redis, clock).changes.once(GROUP, REQUEST, TEXT, counting());
        assertThat(redis.pttl(new GroupKeys(GROUP).answer(REQUEST))).isBetween(1L, Changes.SAME_REQUEST.toMillis());
    }

    @Test
    void a_line_that_breaks_for_a_moment_is_not_noticed() {
        AtomicInteger breaks = new AtomicInteger(2);
        UnifiedJedis broken =
                FaultyRedis.over(redis, command -> command.startsWith("EVAL") && breaks.getAndDecrement() > 0);
        assertThat(new Ground(broken, clock).changes.once(GROUP, REQUEST, TEXT, counting()))
                .isEqualTo("this is 1");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void an_answer_that_got_lost_on_the_way_back_is_found_again() {
        AtomicInteger breaks = new AtomicInteger(1);
        UnifiedJedis broken = FaultyRedis.afterwards(
                redis,
                command -> command.startsWith("EVAL") && command.contains("count") && breaks.getAndDecrement() > 0);
        assertThat(new Ground(broken, clock).changes.once(GROUP, REQUEST, TEXT, counting()))
                .isEqualTo("this is 1");
        assertThat(count()).isEqualTo(1);
    }
}

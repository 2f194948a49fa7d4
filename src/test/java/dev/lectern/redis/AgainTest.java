package dev.lectern.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

class AgainTest {
    private static final JedisConnectionException BROKEN = new JedisConnectionException("the line is broken");
    private static final JedisDataException LOADING = new JedisDataException("LOADING Redis is loading the dataset");
    private static final JedisDataException FULL = new JedisDataException("OOM command not allowed");

    /** Fails these ways, one after the other, the last one for ever. */
    private static Supplier<String> failing(RuntimeException... ways) {
        Deque<RuntimeException> left = new ArrayDeque<>(List.of(ways));
        return () -> {
            throw left.size() > 1 ? left.remove() : left.getFirst();
        };
    }

    private static Supplier<String> failingOnce(RuntimeException... ways) {
        Deque<RuntimeException> left = new ArrayDeque<>(List.of(ways));
        return () -> {
            if (left.isEmpty()) {
                return "done";
            }
            throw left.remove();
        };
    }

    @Test
    void a_broken_line_is_tried_again_also_while_redis_starts() {
        assertThat(Again.whileTheLineBreaks(failingOnce(BROKEN, BROKEN))).isEqualTo("done");
        assertThat(Again.whileTheLineBreaks(failingOnce(BROKEN, LOADING))).isEqualTo("done");
    }

    @Test
    void what_redis_refuses_at_first_is_refused() {
        assertThatThrownBy(() -> Again.whileTheLineBreaks(failing(FULL))).isSameAs(FULL);
    }

    @Test
    void once_the_line_broke_no_refusal_tells_that_nothing_happened() {
        assertThatThrownBy(() -> Again.whileTheLineBreaks(failing(BROKEN, LOADING)))
                .isSameAs(BROKEN);
        assertThatThrownBy(() -> Again.whileTheLineBreaks(failing(BROKEN, FULL)))
                .isSameAs(BROKEN);
        assertThatThrownBy(() -> Again.whileTheLineBreaks(failing(BROKEN, new JedisDataException("WRONGTYPE of key"))))
                .isSameAs(BROKEN);
    }

    @Test
    void only_who_takes_no_writes_surely_changed_nothing() {
        assertThat(RedisTrouble.refusesWrites(FULL)).isTrue();
        assertThat(RedisTrouble.refusesWrites(LOADING)).isFalse();
        assertThat(RedisTrouble.refusesWrites(BROKEN)).isFalse();
        assertThat(List.of(FULL, LOADING)).allMatch(RedisTrouble::is).noneMatch(RedisTrouble::leavesUnknown);
    }
}

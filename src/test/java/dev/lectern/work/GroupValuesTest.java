package dev.lectern.work;

import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

@OnEachRedis
class GroupValuesTest {
    private record Seat(String row, int number) {}

    private final UnifiedJedis redis;
    private final Ground ground;
    private final GroupValue<Seat> reserved;
    private final GroupValues<Seat> seats;

    GroupValuesTest(RedisKind kind) {
        redis = kind.fresh();
        ground = new Ground(redis, new SettableClock(START));
        reserved = new GroupValue<>(redis, "reserved", Seat.class);
        seats = new GroupValues<>(redis, "seats", Seat.class);
    }

    @Test
    void a_group_has_nothing_before_anything_was_saved() {
        assertThat(reserved.find(GROUP)).isEmpty();
        assertThat(seats.find(GROUP, "ada")).isEmpty();
        assertThat(seats.byId(GROUP)).isEmpty();
        assertThat(seats.all(GROUP)).isEmpty();
    }

    @Test
    void the_value_that_was_saved_last_is_found_and_only_in_its_group() {
        ground.write(GROUP, change -> reserved.save(change, new Seat("A", 1)));
        ground.write(GROUP, change -> reserved.save(change, new Seat("B", 2)));

        assertThat(reserved.find(GROUP)).contains(new Seat("B", 2));
        assertThat(reserved.find(Ground.group(2))).isEmpty();
    }

    @Test
    void values_are_found_by_their_ids_in_the_ids_order_and_only_in_their_group() {
        ground.write(GROUP, change -> {
            seats.save(change, "grace", new Seat("B", 2));
            seats.save(change, "ada", new Seat("A", 1));
            seats.save(change, "emmy", new Seat("C", 3));
        });

        assertThat(seats.find(GROUP, "ada")).contains(new Seat("A", 1));
        assertThat(seats.byId(GROUP)).containsOnlyKeys("ada", "emmy", "grace");
        assertThat(seats.all(GROUP)).containsExactly(new Seat("A", 1), new Seat("C", 3), new Seat("B", 2));
        assertThat(seats.all(Ground.group(2))).isEmpty();
    }

    @Test
    void one_that_was_removed_is_gone_and_the_others_stay() {
        ground.write(GROUP, change -> {
            seats.save(change, "ada", new Seat("A", 1));
            seats.save(change, "grace", new Seat("B", 2));
        });
        ground.write(GROUP, change -> {
            seats.remove(change, "ada");
            seats.remove(change, "nobody");
        });

        assertThat(seats.byId(GROUP)).containsOnlyKeys("grace");
    }

    @Test
    void a_change_that_fails_saves_nothing() {
        assertThatThrownBy(() -> ground.write(GROUP, change -> {
                    reserved.save(change, new Seat("A", 1));
                    seats.save(change, "ada", new Seat("A", 1));
                    throw new IllegalStateException("on the way");
                }))
                .hasMessage("on the way");

        assertThat(reserved.find(GROUP)).isEmpty();
        assertThat(seats.all(GROUP)).isEmpty();
    }

    @Test
    void what_no_lectern_wrote_is_not_guessed_at() {
        redis.set(new GroupKeys(GROUP).of("reserved"), "A1");
        redis.hset(new GroupKeys(GROUP).of("seats"), "ada", "{\"v\":2,\"value\":{\"row\":\"A\",\"number\":1}}");

        assertThatThrownBy(() -> reserved.find(GROUP)).isInstanceOf(UnreadableState.class);
        assertThatThrownBy(() -> seats.find(GROUP, "ada"))
                .isInstanceOf(UnreadableState.class)
                .hasMessageContaining("newer Lectern");
        assertThatThrownBy(() -> seats.all(GROUP)).isInstanceOf(UnreadableState.class);
    }
}

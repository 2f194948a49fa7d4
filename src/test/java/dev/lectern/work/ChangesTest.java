package dev.lectern.work;

import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.group.GroupId;
import dev.lectern.redis.FaultyRedis;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Delivery.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

@OnEachRedis
class ChangesTest {
    private static final GroupKeys KEYS = new GroupKeys(GROUP);

    private final UnifiedJedis redis;
    private final SettableClock clock = new SettableClock(START);
    private final Ground ground;

    ChangesTest(RedisKind kind) {
        redis = kind.fresh();
        ground = new Ground(redis, clock);
    }

    @Test
    void state_steps_and_messages_are_written_in_one_go() {
        ground.write(GROUP, change -> {
            change.set("settings", "quiet");
            change.put("members", "U1", 7);
            change.note("shown", "2401.00001");
            change.schedule(new Step("ballot.close", "2026-04-02", START.plusSeconds(60)));
            change.send(new Outgoing.Post("hello", "C0001", "Hello"));
        });

        assertThat(Stored.read(redis.get(KEYS.of("settings")), String.class)).isEqualTo("quiet");
        assertThat(Stored.read(redis.hget(KEYS.of("members"), "U1"), Integer.class))
                .isEqualTo(7);
        assertThat(redis.hkeys(KEYS.of("shown"))).containsExactly("2401.00001");
        assertThat(redis.zscore(KEYS.timeline(), "ballot.close/2026-04-02"))
                .isEqualTo(START.plusSeconds(60).toEpochMilli());
        assertThat(ground.first(GROUP).flatMap(Outbox.Entry::message))
                .contains(new Outgoing.Post("hello", "C0001", "Hello"));
    }

    @Test
    void a_change_is_heard_of_once_it_is_written_and_what_changes_nothing_is_not() {
        List<String> heard = new ArrayList<>();
        ground.changes.onChange(group -> heard.add(group + " " + redis.hkeys(KEYS.of("shown"))));
        RequestId request = new RequestId("tapped");
        for (int time = 1; time <= 3; time++) {
            ground.changes.once(GROUP, request, SameRequestTest.TEXT, change -> {
                change.note("shown", "2401.00001");
                return "noted";
            });
        }
        ground.write(GROUP, change -> {});

        assertThat(heard).containsExactly(GROUP + " [2401.00001]");
    }

    @Test
    void what_was_written_can_be_taken_away() {
        ground.write(GROUP, change -> {
            change.put("members", "U1", 7);
            change.schedule(new Step("ballot.close", "2026-04-02", START));
            change.schedule(new Step("ballot.close", "2026-04-09", START));
        });
        ground.write(GROUP, change -> {
            change.remove("members", "U1");
            change.unschedule("ballot.close", "2026-04-02");
        });

        assertThat(redis.exists(KEYS.of("members"))).isFalse();
        assertThat(redis.zrange(KEYS.timeline(), 0, -1)).containsExactly("ballot.close/2026-04-09");
    }

    @Test
    void a_step_that_is_scheduled_again_moves() {
        ground.schedule(GROUP, "ballot.close", "2026-04-02", START.plusSeconds(60));
        ground.schedule(GROUP, "ballot.close", "2026-04-02", START.plusSeconds(30));

        assertThat(redis.zrangeWithScores(KEYS.timeline(), 0, -1))
                .extracting(entry -> Instant.ofEpochMilli((long) entry.getScore()))
                .containsExactly(START.plusSeconds(30));
    }

    @Test
    void work_that_fails_writes_nothing() {
        assertThatThrownBy(() -> ground.write(GROUP, change -> {
                    change.set("settings", "quiet");
                    change.send(new Outgoing.Post("hello", "C0001", "Hello"));
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(redis.exists(KEYS.of("settings"))).isFalse();
        assertThat(ground.first(GROUP)).isEmpty();
        assertThat(redis.exists(KEYS.revision())).isFalse();
    }

    @Test
    void a_change_that_conflicts_writes_nothing_and_its_work_runs_again_on_what_is_there_now() {
        AtomicInteger runs = new AtomicInteger();

        String answer = ground.changes.apply(GROUP, change -> {
            String before = read("settings").orElse("nothing");
            change.set("settings", before + " and more");
            change.send(new Outgoing.Post("after-" + before, "C0001", ""));
            if (runs.incrementAndGet() == 1) {
                ground.write(GROUP, other -> other.set("settings", "something"));
            }
            return before;
        });

        assertThat(runs).hasValue(2);
        assertThat(answer).isEqualTo("something");
        assertThat(read("settings")).contains("something and more");
        assertThat(redis.zrange(KEYS.outbox(), 0, -1)).containsExactly("after-something");
    }

    @Test
    void of_many_increments_by_two_processes_none_is_lost() {
        Ground other = new Ground(redis, clock);
        int each = 100;

        Together.run(List.of(
                () -> IntStream.range(0, each).forEach(i -> increment(ground)),
                () -> IntStream.range(0, each).forEach(i -> increment(other))));

        assertThat(read("count")).contains(Integer.toString(2 * each));
        assertThat(redis.zcard(KEYS.outbox())).isEqualTo(2 * each);
    }

    private void increment(Ground process) {
        process.write(GROUP, change -> {
            int count = read("count").map(Integer::parseInt).orElse(0) + 1;
            change.set("count", Integer.toString(count));
            change.send(new Outgoing.Post("count-" + count, "C0001", ""));
        });
    }

    @Test
    void a_group_that_never_stops_changing_is_named() {
        AtomicInteger others = new AtomicInteger();
        assertThatThrownBy(() -> ground.write(GROUP, change -> {
                    change.set("settings", "mine");
                    ground.write(GROUP, other -> other.set("settings", "other " + others.incrementAndGet()));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(GROUP.toString());
        assertThat(read("settings")).contains("other " + others.get());
    }

    @Test
    void a_change_without_operations_writes_nothing() {
        assertThat(ground.changes.<String>apply(GROUP, change -> "answer")).isEqualTo("answer");

        assertThat(redis.exists(KEYS.revision())).isFalse();
        assertThat(ground.due.oldest()).isEmpty();
    }

    @Test
    void one_group_s_change_does_not_disturb_another_s() {
        GroupId other = Ground.group(2);
        AtomicInteger runs = new AtomicInteger();
        ground.write(GROUP, change -> {
            change.set("settings", "mine");
            runs.incrementAndGet();
            ground.write(other, theirs -> theirs.set("settings", "theirs"));
        });

        assertThat(runs).hasValue(1);
        assertThat(read("settings")).contains("mine");
        assertThat(redis.get(new GroupKeys(other).of("settings"))).contains("theirs");
    }

    @Test
    void a_change_tells_when_to_look_at_the_group() {
        ground.schedule(GROUP, "late", "1", START.plusSeconds(60));
        assertThat(ground.due.next(Lane.STEPS)).contains(START.plusSeconds(60));

        ground.schedule(GROUP, "sooner", "1", START.plusSeconds(30));
        assertThat(ground.due.next(Lane.STEPS)).contains(START.plusSeconds(30));

        ground.post(GROUP, "hello");
        assertThat(ground.due.next(Lane.MESSAGES)).contains(Instant.EPOCH);
    }

    @Test
    void a_group_whose_very_first_change_could_not_be_followed_up_is_known_to_the_sweep() {
        UnifiedJedis dying = FaultyRedis.over(redis, command -> command.contains(" touch "));
        Ground process = new Ground(dying, clock);

        assertThatThrownBy(() -> process.post(GROUP, "hello")).isInstanceOf(JedisException.class);

        assertThat(redis.zcard(KEYS.outbox())).isEqualTo(1);
        assertThat(ground.known()).containsExactly(GROUP);
    }

    @Test
    void a_post_is_kept_once_under_its_id_while_it_waits() {
        ground.post(GROUP, "hello");
        ground.post(GROUP, "other");
        ground.write(GROUP, change -> change.send(new Outgoing.Post("hello", "C0001", "another text")));

        assertThat(redis.zrange(KEYS.outbox(), 0, -1)).containsExactly("hello", "other");
        assertThat(ground.first(GROUP).orElseThrow().message())
                .contains(new Outgoing.Post("hello", "C0001", "text of hello"));
    }

    @Test
    void a_post_that_was_sent_is_never_sent_again() {
        ground.post(GROUP, "hello");
        ground.sent(GROUP, new Receipt("C0001", "1.0"));
        ground.post(GROUP, "hello");

        assertThat(ground.first(GROUP)).isEmpty();
        assertThat(ground.outbox.receipt(GROUP, "hello")).contains(new Receipt("C0001", "1.0"));
    }

    @Test
    void a_show_wished_for_many_times_stands_once_in_the_queue_and_keeps_its_place() {
        ground.show(GROUP, "tally");
        ground.post(GROUP, "hello");
        ground.show(GROUP, "tally");
        ground.show(GROUP, "tally");

        assertThat(redis.zrange(KEYS.outbox(), 0, -1)).containsExactly("tally", "hello");
    }

    @Test
    void a_show_that_was_sent_can_be_wished_for_again_and_goes_to_the_end() {
        ground.show(GROUP, "tally");
        ground.sent(GROUP, new Receipt("C0001", "1.0"));
        ground.post(GROUP, "hello");
        ground.show(GROUP, "tally");

        assertThat(redis.zrange(KEYS.outbox(), 0, -1)).containsExactly("hello", "tally");
        assertThat(ground.outbox.receipt(GROUP, "tally")).contains(new Receipt("C0001", "1.0"));
    }

    @Test
    void messages_wait_in_the_order_of_being_sent_also_past_ten() {
        List<String> ids = IntStream.range(0, 25).mapToObj(i -> "m" + (25 - i)).toList();
        ids.forEach(id -> ground.post(GROUP, id));
        assertThat(redis.zrange(KEYS.outbox(), 0, -1)).isEqualTo(ids);
    }

    @Test
    void any_text_comes_through_as_it_was() {
        dev.lectern.Seeded.times(30, random -> {
            String text = text(random);
            ground.write(GROUP, change -> {
                change.set("text", text);
                change.send(new Outgoing.Show("show", "C0001", "drawing", text));
            });
            assertThat(read("text")).contains(text);
            assertThat(ground.first(GROUP).orElseThrow().message())
                    .contains(new Outgoing.Show("show", "C0001", "drawing", text));
        });
    }

    private static String text(Random random) {
        String[] pieces = {"a", "ß", "😀", "\"", "\\", "\n", "\u0000", "\u2028", "[", "]]", "{", "%s", "/", "'", " "};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private Optional<String> read(String name) {
        return Optional.ofNullable(redis.get(KEYS.of(name))).map(json -> Stored.read(json, String.class));
    }
}

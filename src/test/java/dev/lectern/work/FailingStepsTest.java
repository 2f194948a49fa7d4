package dev.lectern.work;

import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.GroupId;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

@OnEachRedis
class FailingStepsTest {
    private static final GroupId OTHER = Ground.group(2);

    private final UnifiedJedis redis;
    private final SettableClock clock = new SettableClock(START);
    private final Ground ground;
    private final RecordingDelivery delivery = new RecordingDelivery();
    private final Worker worker;
    private final List<String> done = new ArrayList<>();

    FailingStepsTest(RedisKind kind) {
        redis = kind.fresh();
        ground = new Ground(redis, clock);
        worker = ground.worker(delivery);
        ground.steps.register("note", Missed.DO_LATE, (step, change) -> done.add(step.key()));
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void a_failing_step_is_tried_again_after_waits_that_grow_to_ten_minutes() {
        failing("broken", Missed.DO_LATE, Integer.MAX_VALUE);
        ground.schedule(GROUP, "broken", "x", at(0));

        List<Long> waits = new ArrayList<>();
        for (int attempt = 0; attempt < 12; attempt++) {
            worker.runDue();
            Instant again = worker.nextDue().orElseThrow();
            waits.add(Duration.between(clock.instant(), again).toSeconds());
            clock.moveTo(again);
        }

        assertThat(waits).containsExactly(2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 600L, 600L, 600L);
        assertThat(done).hasSize(12);
    }

    @Test
    void waits_grow_also_where_the_clock_is_finer_than_the_timeline() {
        failing("broken", Missed.DO_LATE, Integer.MAX_VALUE);
        ground.schedule(GROUP, "broken", "x", at(0));
        clock.moveTo(at(0).plusNanos(123_456));
        worker.runDue();
        clock.moveTo(at(2).plusNanos(123_456));
        worker.runDue();
        assertThat(worker.nextDue()).contains(at(6));
    }

    @Test
    void a_failing_step_writes_nothing_until_it_works() {
        failing("broken", Missed.DO_LATE, 2);
        ground.schedule(GROUP, "broken", "x", at(0));
        worker.runDue();
        clock.moveBy(Duration.ofSeconds(2));
        worker.runDue();
        assertThat(delivery.ids()).isEmpty();

        clock.moveBy(Duration.ofSeconds(4));
        worker.runDue();
        assertThat(delivery.ids()).containsExactly("after-3");
        assertThat(worker.nextDue()).isEmpty();
    }

    @Test
    void a_failing_step_keeps_neither_other_steps_nor_messages_nor_groups_waiting() {
        failing("broken", Missed.DO_LATE, Integer.MAX_VALUE);
        ground.schedule(GROUP, "broken", "x", at(0));
        ground.schedule(GROUP, "note", "same group", at(1));
        ground.post(GROUP, "hello");
        ground.schedule(OTHER, "note", "other group", at(1));
        clock.moveTo(at(1));
        worker.runDue();

        assertThat(done).containsExactlyInAnyOrder("x", "same group", "other group");
        assertThat(delivery.ids()).containsExactly("hello");
    }

    @Test
    void a_step_that_works_again_has_its_failures_forgotten() {
        failing("broken", Missed.DO_LATE, 3);
        ground.schedule(GROUP, "broken", "x", at(0));
        untilNothingIsDue();
        assertThat(delivery.ids()).containsExactly("after-4");
        assertThat(redis.exists(new GroupKeys(GROUP).of("steps:failed"))).isFalse();
    }

    @Test
    void a_step_that_is_tried_again_still_knows_when_it_was_planned() {
        List<Instant> planned = new ArrayList<>();
        ground.steps.register("broken", Missed.DO_LATE, (step, change) -> {
            planned.add(step.at());
            if (planned.size() < 4) {
                throw new IllegalStateException("not yet, as the test wants it");
            }
        });
        ground.schedule(GROUP, "broken", "x", at(0));
        untilNothingIsDue();
        assertThat(planned).containsExactly(at(0), at(0), at(0), at(0));
    }

    @Test
    void a_step_that_fails_until_it_is_no_use_is_dropped() {
        failing("broken", Missed.skipAfter(Duration.ofMinutes(5)), Integer.MAX_VALUE);
        ground.schedule(GROUP, "broken", "x", at(0));
        untilNothingIsDue();
        // At 0, 2, 6, 14, 30, 62, 126 and 254 seconds; the next would be at 510.
        assertThat(done).hasSize(8);
        assertThat(clock.instant()).isEqualTo(at(510));
    }

    @Test
    void a_step_that_is_moved_after_it_failed_is_planned_anew() {
        List<Instant> planned = new ArrayList<>();
        ground.steps.register("broken", Missed.skipAfter(Duration.ofMinutes(5)), (step, change) -> {
            planned.add(step.at());
            throw new IllegalStateException("never, as the test wants it");
        });
        ground.schedule(GROUP, "broken", "x", at(0));
        worker.runDue();
        ground.schedule(GROUP, "broken", "x", at(7200));
        clock.moveTo(at(7200));
        worker.runDue();

        assertThat(planned).containsExactly(at(0), at(7200));
        assertThat(worker.nextDue()).contains(at(7202));
    }

    @Test
    void a_step_that_is_cancelled_while_it_fails_stays_cancelled() {
        ground.steps.register("broken", Missed.DO_LATE, (step, change) -> {
            ground.write(GROUP, other -> other.unschedule("broken", "x"));
            throw new IllegalStateException("as the test wants it");
        });
        ground.schedule(GROUP, "broken", "x", at(0));
        worker.runDue();
        assertThat(worker.nextDue()).isEmpty();
    }

    @Test
    void a_step_that_is_moved_while_it_fails_stays_where_it_was_moved_to() {
        ground.steps.register("broken", Missed.DO_LATE, (step, change) -> {
            ground.schedule(GROUP, "broken", "x", at(3600));
            throw new IllegalStateException("as the test wants it");
        });
        ground.schedule(GROUP, "broken", "x", at(0));
        worker.runDue();
        assertThat(worker.nextDue()).contains(at(3600));
    }

    @Test
    void a_step_that_no_feature_knows_waits_for_a_lectern_that_does() {
        ground.schedule(GROUP, "from.the.future", "x", at(0));
        worker.runDue();
        assertThat(worker.nextDue()).contains(at(2));

        ground.steps.register("from.the.future", Missed.DO_LATE, (step, change) -> done.add(step.key()));
        clock.moveTo(at(2));
        worker.runDue();
        assertThat(done).containsExactly("x");
    }

    /** A step that notes each run, fails that many times, and then sends a message. */
    private void failing(String name, Missed missed, int times) {
        AtomicInteger runs = new AtomicInteger();
        ground.steps.register(name, missed, (step, change) -> {
            done.add(step.key());
            change.send(new Outgoing.Post("after-" + runs.incrementAndGet(), "C0001", ""));
            if (runs.get() <= times) {
                throw new IllegalStateException("failure " + runs + ", as the test wants it");
            }
        });
    }

    private void untilNothingIsDue() {
        worker.runDue();
        for (var next = worker.nextDue(); next.isPresent(); next = worker.nextDue()) {
            assertThat(next.get()).as("it goes on and on").isBefore(at(24 * 3600));
            clock.moveTo(next.get());
            worker.runDue();
        }
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }
}

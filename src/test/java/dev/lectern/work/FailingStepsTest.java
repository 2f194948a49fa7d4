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
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

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
    void a_failing_step_is_tried_again_after_waits_that_grow_and_then_parked() {
        failing("broken", Missed.DO_LATE, Integer.MAX_VALUE);
        ground.schedule(GROUP, "broken", "x", at(0));

        List<Duration> waits = new ArrayList<>();
        worker.runDue();
        for (var again = worker.nextDue(); again.isPresent(); again = worker.nextDue()) {
            waits.add(Duration.between(clock.instant(), again.get()));
            clock.moveTo(again.get());
            worker.runDue();
        }

        assertThat(done).hasSize(10);
        assertThat(waits).hasSize(9);
        for (int i = 0; i < waits.size(); i++) {
            long planned = Math.min(2000L << i, 600_000);
            assertThat(waits.get(i).toMillis()).isBetween(planned * 3 / 4 - 1, planned * 5 / 4 + 1);
        }
        assertThat(ground.parking.of(GROUP)).singleElement().satisfies(parked -> {
            assertThat(parked.kind()).isEqualTo(Parked.Kind.STEP);
            assertThat(parked.id()).isEqualTo("broken/x");
            assertThat(parked.reason()).isEqualTo("failure 10, as the test wants it");
            assertThat(parked.planned()).contains(at(0));
            assertThat(parked.since()).isEqualTo(clock.instant());
        });
        assertThat(ground.parking.groups()).containsExactly(GROUP);
    }

    @Test
    void no_two_steps_are_tried_again_in_step_with_each_other() {
        failing("broken", Missed.DO_LATE, Integer.MAX_VALUE);
        IntStream.range(0, 20).forEach(i -> ground.schedule(Ground.group(i), "broken", "x", at(0)));
        worker.runDue();
        long different = IntStream.range(0, 20)
                .mapToDouble(i -> redis.zscore(new GroupKeys(Ground.group(i)).timeline(), "broken/x"))
                .distinct()
                .count();
        assertThat(different).isGreaterThan(5);
    }

    @Test
    void waits_grow_also_where_the_clock_is_finer_than_the_timeline() {
        failing("broken", Missed.DO_LATE, Integer.MAX_VALUE);
        ground.schedule(GROUP, "broken", "x", at(0));
        clock.moveTo(at(0).plusNanos(123_456));
        worker.runDue();
        clock.moveTo(worker.nextDue().orElseThrow().plusNanos(123_456));
        worker.runDue();
        assertThat(Duration.between(clock.instant(), worker.nextDue().orElseThrow()))
                .isGreaterThan(Duration.ofMillis(2990));
    }

    @Test
    void a_parked_step_that_is_released_is_done_as_the_one_that_was_planned() {
        List<Instant> planned = new ArrayList<>();
        AtomicBoolean mended = new AtomicBoolean();
        ground.steps.register("broken", Missed.DO_LATE, (step, change) -> {
            if (!mended.get()) {
                throw new IllegalStateException("as the test wants it");
            }
            planned.add(step.at());
        });
        ground.schedule(GROUP, "broken", "x", at(0));
        untilNothingIsDue();
        mended.set(true);

        assertThat(ground.parking.release(GROUP, "step/broken/x")).isPresent();
        assertThat(ground.parking.release(GROUP, "step/broken/x")).isEmpty();
        worker.runDue();
        assertThat(planned).containsExactly(at(0));
        assertThat(ground.parking.of(GROUP)).isEmpty();
        assertThat(ground.parking.groups()).isEmpty();
    }

    @Test
    void a_parked_step_that_fails_again_is_parked_again() {
        failing("broken", Missed.DO_LATE, Integer.MAX_VALUE);
        ground.schedule(GROUP, "broken", "x", at(0));
        untilNothingIsDue();
        ground.parking.release(GROUP, "step/broken/x");
        untilNothingIsDue();
        assertThat(done).hasSize(20);
        assertThat(ground.parking.of(GROUP)).hasSize(1);
    }

    @Test
    void a_parked_step_that_is_given_up_is_gone() {
        failing("broken", Missed.DO_LATE, Integer.MAX_VALUE);
        ground.schedule(GROUP, "broken", "x", at(0));
        untilNothingIsDue();
        assertThat(ground.parking.drop(GROUP, "step/broken/x")).isPresent();
        untilNothingIsDue();
        assertThat(done).hasSize(10);
        assertThat(ground.parking.groups()).isEmpty();
    }

    @Test
    void whoever_listens_writes_along_when_a_step_is_parked() {
        ground.parking.onChange(
                (change, parked) -> change.send(new Outgoing.Post("about " + parked.id(), "U0ADA", "")));
        failing("broken", Missed.DO_LATE, Integer.MAX_VALUE);
        ground.schedule(GROUP, "broken", "x", at(0));
        untilNothingIsDue();
        assertThat(delivery.ids()).containsExactly("about broken/x");
    }

    @Test
    void more_than_fifty_parked_things_push_the_oldest_out() {
        failing("broken", Missed.DO_LATE, Integer.MAX_VALUE);
        IntStream.range(0, 52).forEach(i -> ground.schedule(GROUP, "broken", "x" + i, at(i * 3600L)));
        untilNothingIsDue();
        assertThat(ground.parking.of(GROUP))
                .hasSize(50)
                .extracting(Parked::id)
                .doesNotContain("broken/x0", "broken/x1");
    }

    @Test
    void a_step_whose_name_cannot_be_read_is_parked_and_the_others_are_done() {
        ground.schedule(GROUP, "note", "readable", at(0));
        redis.zadd(new GroupKeys(GROUP).timeline(), at(0).toEpochMilli() - 1.0, "unreadable");
        worker.runDue();
        assertThat(done).containsExactly("readable");
        assertThat(ground.parking.of(GROUP)).extracting(Parked::key).containsExactly("step/unreadable");
        assertThat(ground.parking.release(GROUP, "step/unreadable")).isEmpty();
        assertThat(ground.parking.drop(GROUP, "step/unreadable")).isPresent();
    }

    @Test
    void of_several_missed_steps_that_fold_the_last_one_is_done() {
        ground.steps.register("daily", Missed.FOLD, (step, change) -> done.add(step.key()));
        ground.schedule(GROUP, "daily", "monday", at(0));
        ground.schedule(GROUP, "note", "between", at(1));
        ground.schedule(GROUP, "daily", "tuesday", at(86_400));
        ground.schedule(GROUP, "daily", "wednesday", at(2 * 86_400));
        ground.schedule(GROUP, "daily", "thursday", at(3 * 86_400));
        clock.moveTo(at(2 * 86_400 + 3600));
        worker.runDue();
        assertThat(done).containsExactly("between", "wednesday");
        assertThat(worker.nextDue()).contains(at(3 * 86_400));
    }

    @Test
    void a_failing_step_writes_nothing_until_it_works() {
        failing("broken", Missed.DO_LATE, 2);
        ground.schedule(GROUP, "broken", "x", at(0));
        worker.runDue();
        clock.moveBy(Duration.ofSeconds(3));
        worker.runDue();
        assertThat(delivery.ids()).isEmpty();

        clock.moveBy(Duration.ofSeconds(6));
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
        assertThat(redis.exists(new GroupKeys(GROUP).failures())).isFalse();
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
        // At about 0, 2, 6, 14, 30, 62, 126 and 254 seconds; the next would be at 510.
        assertThat(done).hasSizeBetween(7, 9);
        assertThat(clock.instant()).isBetween(at(300), at(640));
        assertThat(ground.parking.of(GROUP)).isEmpty();
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
        assertThat(worker.nextDue().orElseThrow()).isBetween(at(7201), at(7203));
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
        assertThat(worker.nextDue().orElseThrow()).isBetween(at(1), at(3));

        ground.steps.register("from.the.future", Missed.DO_LATE, (step, change) -> done.add(step.key()));
        clock.moveTo(at(3));
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
            assertThat(next.get()).as("it goes on and on").isBefore(at(90 * 24 * 3600));
            clock.moveTo(next.get());
            worker.runDue();
        }
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }
}

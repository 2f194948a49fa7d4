package dev.lectern.work;

import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.GroupId;
import dev.lectern.redis.FaultyRedis;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

@OnEachRedis
class StepsAtWorkTest {
    private static final GroupId OTHER = Ground.group(2);

    private final UnifiedJedis redis;
    private final SettableClock clock = new SettableClock(START);
    private final Ground ground;
    private final RecordingDelivery delivery = new RecordingDelivery();
    private final Worker worker;
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    StepsAtWorkTest(RedisKind kind) {
        redis = kind.fresh();
        ground = new Ground(redis, clock);
        worker = ground.worker(delivery);
        ground.steps.register("note", Missed.DO_LATE, (step, change) -> done.add(step.key()));
        ground.steps.register(
                "reminder", Missed.skipAfter(Duration.ofHours(1)), (step, change) -> done.add(step.key()));
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void a_step_is_done_at_its_time_and_not_before() {
        ground.schedule(GROUP, "note", "noon", at(60));
        clock.moveTo(at(60).minusMillis(1));
        worker.runDue();
        assertThat(done).isEmpty();
        assertThat(worker.nextDue()).contains(at(60));

        clock.moveTo(at(60));
        worker.runDue();
        assertThat(done).containsExactly("noon");
        assertThat(worker.nextDue()).isEmpty();
    }

    @Test
    void steps_are_done_in_the_order_of_their_times() {
        ground.schedule(GROUP, "note", "third", at(30));
        ground.schedule(GROUP, "note", "first", at(10));
        ground.schedule(GROUP, "reminder", "second", at(20));
        clock.moveTo(at(40));
        worker.runDue();
        assertThat(done).containsExactly("first", "second", "third");
    }

    @Test
    void a_step_is_done_once() {
        ground.schedule(GROUP, "note", "once", at(0));
        worker.runDue();
        worker.runDue();
        ground.due.touch(GROUP, Next.AT_ONCE);
        worker.runDue();
        assertThat(done).containsExactly("once");
    }

    @Test
    void a_step_writes_state_next_steps_and_messages_and_they_follow_at_once() {
        ground.steps.register("open", Missed.DO_LATE, (step, change) -> {
            change.set("state", "open");
            change.schedule(new Step("note", "opened", change.now()));
            change.schedule(new Step("open", step.key(), step.at().plusSeconds(60)));
            change.send(new Outgoing.Post("open-" + step.key(), "C0001", "Open!"));
        });
        ground.schedule(GROUP, "open", "x", at(0));
        worker.runDue();

        assertThat(Stored.read(redis.get(new GroupKeys(GROUP).of("state")), String.class))
                .isEqualTo("open");
        assertThat(done).containsExactly("opened");
        assertThat(delivery.ids()).containsExactly("open-x");
        assertThat(worker.nextDue()).contains(at(60));
    }

    @Test
    void a_step_that_meets_a_conflict_has_its_effect_once() {
        AtomicInteger runs = new AtomicInteger();
        ground.steps.register("open", Missed.DO_LATE, (step, change) -> {
            if (runs.incrementAndGet() == 1) {
                ground.write(GROUP, other -> other.set("state", "changed meanwhile"));
            }
            change.send(new Outgoing.Post("run-" + runs, "C0001", ""));
        });
        ground.schedule(GROUP, "open", "x", at(0));
        worker.runDue();
        assertThat(delivery.ids()).containsExactly("run-2");
    }

    @Test
    void a_step_taken_away_by_an_earlier_one_is_not_done() {
        ground.steps.register("cancel", Missed.DO_LATE, (step, change) -> change.unschedule("note", "x"));
        ground.schedule(GROUP, "cancel", "x", at(0));
        ground.schedule(GROUP, "note", "x", at(1));
        clock.moveTo(at(2));
        worker.runDue();
        assertThat(done).isEmpty();
        assertThat(worker.nextDue()).isEmpty();
    }

    @Test
    void a_step_taken_away_by_somebody_at_the_last_moment_is_not_done() {
        UnifiedJedis meanwhile = FaultyRedis.over(redis, command -> {
            if (command.startsWith("HGET") && command.contains(":failures ")) {
                ground.write(GROUP, change -> change.unschedule("note", "x"));
            }
            return false;
        });
        Ground process = new Ground(meanwhile, clock);
        process.steps.register("note", Missed.DO_LATE, (step, change) -> done.add(step.key()));
        ground.schedule(GROUP, "note", "x", at(0));
        try (Worker other = process.worker(delivery)) {
            other.runDue();
        }
        assertThat(done).isEmpty();
        assertThat(worker.nextDue()).isEmpty();
    }

    @Test
    void a_late_step_is_done_however_late() {
        ground.schedule(GROUP, "note", "close", at(0));
        clock.moveBy(Duration.ofDays(400));
        worker.runDue();
        assertThat(done).containsExactly("close");
    }

    @Test
    void a_step_that_is_no_use_when_late_is_dropped_when_it_is_too_late() {
        ground.schedule(GROUP, "reminder", "too late", at(0));
        ground.schedule(GROUP, "reminder", "just in time", at(0).plusMillis(1));
        clock.moveTo(at(3600).plusMillis(1));
        worker.runDue();
        assertThat(done).containsExactly("just in time");
        assertThat(worker.nextDue()).isEmpty();
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }
}

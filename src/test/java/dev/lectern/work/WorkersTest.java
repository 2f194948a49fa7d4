package dev.lectern.work;

import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lectern.Seeded;
import dev.lectern.redis.FaultyRedis;
import dev.lectern.redis.TestRedis;
import dev.lectern.work.Delivery.Outcome;
import dev.lectern.work.Delivery.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Several processes on one Redis, and what a dead one leaves behind. */
class WorkersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SettableClock clock = new SettableClock(START);
    private final RecordingDelivery delivery = new RecordingDelivery();
    private UnifiedJedis redis = TestRedis.commands();
    private Ground ground = new Ground(redis, clock);

    @BeforeEach
    void emptyRedis() {
        redis = TestRedis.fresh();
        ground = new Ground(redis, clock);
    }

    @Test
    void two_processes_do_every_step_of_many_groups_once_and_send_no_message_twice() {
        Seeded.times(3, random -> {
            redis = TestRedis.fresh();
            Race race = new Race(redis, random);
            try (Worker one = race.process();
                    Worker two = race.process()) {
                one.start();
                two.start();
                race.begin();
                await().atMost(PATIENCE).untilAsserted(race::assertDone);
            }
            race.assertDone();
        });
    }

    @Test
    void a_new_process_finds_what_was_due_while_nobody_was_there() {
        ground.post(GROUP, "hello");
        startedAndClosedWhen(() -> sent("hello"));
    }

    @Test
    void a_new_process_takes_over_a_group_that_a_dead_one_had_claimed() {
        ground.post(GROUP, "hello");
        assertThat(ground.claim(Lane.MESSAGES, START)).hasSize(1);
        ground.runOut(GROUP);
        startedAndClosedWhen(() -> sent("hello"));
    }

    @Test
    void a_new_process_finds_a_change_after_which_its_writer_died() {
        ground.post(GROUP, "first");
        try (Worker worker = ground.worker(delivery)) {
            worker.runDue();
        }
        UnifiedJedis dying = FaultyRedis.over(redis, command -> command.contains(" touch "));
        assertThatThrownBy(() -> new Ground(dying, clock).post(GROUP, "second")).isInstanceOf(JedisException.class);
        assertThat(ground.due.oldest()).isEmpty();

        ground.runOut(GROUP);
        startedAndClosedWhen(() -> sent("second"));
    }

    @Test
    void a_sweep_finds_what_every_wake_up_was_lost_of() {
        ground.schedule(GROUP, "note", "x", START.plusSeconds(60));
        ground.post(GROUP, "hello");
        redis.keys("lectern:due:*").forEach(redis::del);
        redis.keys("lectern:outgoing:*").forEach(redis::del);
        try (Worker worker = ground.worker(delivery)) {
            worker.runDue();
            assertThat(delivery.calls()).isEmpty();

            worker.sweep();
            worker.runDue();
            assertThat(delivery.ids()).containsExactly("hello");
            assertThat(worker.nextDue()).contains(START.plusSeconds(60));
        }
    }

    @Test
    void a_group_that_cannot_be_looked_at_is_named_and_disturbs_no_other() {
        ground.post(GROUP, "hello");
        ground.post(Ground.group(2), "other");
        redis.del(new GroupKeys(GROUP).outbox());
        redis.set(new GroupKeys(GROUP).outbox(), "no queue at all");
        try (Worker worker = ground.worker(delivery)) {
            worker.runDue();
            assertThat(delivery.ids()).containsExactly("other");
            assertThat(ground.due.troubled().get(GROUP)).contains("WRONGTYPE");
            assertThat(worker.nextDue()).contains(START.plusSeconds(60));

            redis.del(new GroupKeys(GROUP).outbox());
            clock.moveBy(Duration.ofMinutes(1));
            worker.runDue();
            assertThat(ground.due.troubled()).isEmpty();
        }
    }

    @Test
    void a_slow_message_of_one_group_holds_up_no_other_and_not_its_own_steps() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        delivery.then(after(slow));
        ground.steps.register(
                "say", Missed.DO_LATE, (step, change) -> change.send(new Outgoing.Show("said", "U0ADA", "d", "k")));
        ground.post(GROUP, "slow");
        try (Worker worker = ground.worker(delivery)) {
            worker.start();
            await().until(() -> delivery.ids().equals(List.of("slow")));
            ground.schedule(GROUP, "say", "x", START);
            ground.post(Ground.group(2), "other");
            await().until(() -> delivery.ids(Ground.group(2)).equals(List.of("other")));
            await().until(() -> ground.outbox.size(GROUP) == 2);
            slow.countDown();
            await().until(() -> sent("said"));
        }
    }

    @Test
    void a_group_that_another_process_works_for_is_looked_at_again_soon() {
        ground.post(GROUP, "hello");
        Lease another = ground.heldByAnother(GROUP, Lane.MESSAGES);
        try (Worker worker = ground.worker(delivery)) {
            worker.runDue();
            assertThat(delivery.calls()).isEmpty();
            another.keep();
            assertThat(worker.nextDue()).contains(START.plusSeconds(1));

            another.release();
            clock.moveBy(Duration.ofSeconds(1));
            worker.runDue();
            assertThat(delivery.ids()).containsExactly("hello");
        }
    }

    @Test
    void who_takes_over_from_the_dead_need_not_wait_for_their_claims_and_leases() {
        ground.post(GROUP, "hello");
        assertThat(ground.claim(Lane.MESSAGES, START)).hasSize(1);
        ground.heldByAnother(GROUP, Lane.MESSAGES);
        try (Worker worker = ground.worker(delivery)) {
            worker.takeOver();
            worker.runDue();
        }
        assertThat(delivery.ids()).containsExactly("hello");
    }

    @Test
    void what_comes_in_while_another_process_ends_its_work_is_not_lost() {
        ground.post(GROUP, "first");
        // One process has done all there was and is about to say so, when a message comes in and another looks.
        Due.Claim first = ground.claim(Lane.MESSAGES, START).get(0);
        ground.sent(GROUP, new Receipt("C0001", "1.0"));
        ground.post(GROUP, "second");
        try (Worker looking = ground.worker(delivery)) {
            looking.runDue();
            assertThat(delivery.calls()).isEmpty();
            ground.due.settle(first, Next.NOTHING);
            looking.runDue();
            assertThat(delivery.ids()).containsExactly("second");
        }
    }

    @Test
    void a_process_that_stood_still_too_long_leaves_the_group_to_the_one_that_took_over() throws Exception {
        CountDownLatch standsStill = new CountDownLatch(1);
        CountDownLatch takesItsTime = new CountDownLatch(1);
        RecordingDelivery slow = new RecordingDelivery().then(after(standsStill));
        RecordingDelivery other =
                new RecordingDelivery().then(after(new CountDownLatch(0))).then(after(takesItsTime));
        List.of("m1", "m2", "m3").forEach(id -> ground.post(GROUP, id));
        try (Worker one = ground.worker(slow);
                Worker two = new Ground(redis, clock).worker(other)) {
            Thread first = running(one);
            await().until(() -> slow.ids().equals(List.of("m1")));
            ground.runOut(GROUP);
            Thread second = running(two);
            await().until(() -> other.ids().equals(List.of("m1", "m2")));

            standsStill.countDown();
            await().until(() -> !slow.fences().isEmpty());
            takesItsTime.countDown();
            first.join(PATIENCE.toMillis());
            second.join(PATIENCE.toMillis());
            assertThat(slow.ids()).containsExactly("m1");
            assertThat(other.ids()).containsExactly("m1", "m2", "m3");
            assertThat(other.calls().get(0).unknownSince()).contains(START);
            assertThat(other.fences()).allMatch(fence -> fence > slow.fences().get(0));
        }
    }

    @Test
    void a_started_process_does_at_once_what_a_change_brings() {
        try (Worker worker = ground.worker(delivery)) {
            worker.start();
            ground.post(GROUP, "first");
            await().until(() -> sent("first"));
            ground.post(GROUP, "second");
            await().until(() -> sent("second"));
        }
        assertThat(delivery.ids()).containsExactly("first", "second");
    }

    @Test
    void a_process_works_on_when_redis_comes_back() {
        AtomicBoolean away = new AtomicBoolean();
        Ground process = new Ground(FaultyRedis.over(redis, command -> away.get()), clock);
        try (Worker worker = process.worker(delivery)) {
            worker.start();
            ground.post(GROUP, "before");
            await().until(() -> sent("before"));
            away.set(true);
            ground.post(GROUP, "while away");
            assertThatThrownBy(worker::nextDue).isInstanceOf(JedisException.class);
            away.set(false);
            await().until(() -> sent("while away"));
        }
    }

    @Test
    void close_waits_for_what_is_in_hand_and_takes_on_nothing_new() {
        CountDownLatch inHand = new CountDownLatch(1);
        delivery.then(after(inHand));
        Worker worker = ground.worker(delivery);
        worker.start();
        ground.post(GROUP, "in hand");
        await().until(() -> delivery.ids().equals(List.of("in hand")));

        Thread closing = closing(worker);
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        assertThat(sent("in hand")).isFalse();
        inHand.countDown();
        await().until(() -> !closing.isAlive());

        assertThat(sent("in hand")).isTrue();
        assertThat(Lease.take(redis, GROUP, Lane.MESSAGES))
                .as("the lease is free")
                .isPresent();
        ground.post(Ground.group(2), "too late");
        assertThat(delivery.ids()).containsExactly("in hand");
    }

    @Test
    void close_gives_back_at_once_what_was_just_claimed() {
        CountDownLatch claiming = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        UnifiedJedis slow = FaultyRedis.over(redis, command -> {
            if (command.contains(" claim 3 ")
                    && !redis.zrange(new GroupKeys(GROUP).outbox(), 0, -1).isEmpty()) {
                claiming.countDown();
                passed(goOn);
            }
            return false;
        });
        Worker worker = new Ground(slow, clock).worker(delivery);
        worker.start();
        ground.post(GROUP, "just claimed");
        passed(claiming);

        Thread closing = closing(worker);
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        await().until(() -> !closing.isAlive());

        assertThat(sent("just claimed")).isFalse();
        try (Worker next = ground.worker(delivery)) {
            next.runDue();
        }
        assertThat(sent("just claimed")).isTrue();
    }

    private void startedAndClosedWhen(BooleanSupplier done) {
        try (Worker worker = ground.worker(delivery)) {
            worker.start();
            await().until(done::getAsBoolean);
        }
    }

    private boolean sent(String id) {
        return ground.outbox.receipt(GROUP, id).isPresent();
    }

    private static Thread running(Worker worker) {
        Thread thread = new Thread(worker::runDue);
        thread.start();
        return thread;
    }

    private static Thread closing(Worker worker) {
        Thread thread = new Thread(worker::close);
        thread.start();
        return thread;
    }

    private static Delivery after(CountDownLatch latch) {
        return attempt -> {
            passed(latch);
            return new Outcome.Sent(attempt.before()
                    .orElse(new Receipt("C0001", attempt.message().id())));
        };
    }

    private static void passed(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

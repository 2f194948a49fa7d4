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
import redis.clients.jedis.params.SetParams;

/** Several processes on one Redis, and what a dead one leaves behind. */
class WorkersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LEASE = new GroupKeys(GROUP).of("lease");

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
        ground.due.claim(START, START.plusSeconds(3600), 10);
        startedAndClosedWhen(() -> sent("hello"));
    }

    @Test
    void a_new_process_finds_a_change_after_which_its_writer_died() {
        ground.post(GROUP, "first");
        startedAndClosedWhen(() -> sent("first"));
        UnifiedJedis dying = FaultyRedis.over(redis, command -> command.contains(" touch "));
        assertThatThrownBy(() -> new Ground(dying, clock).post(GROUP, "second")).isInstanceOf(JedisException.class);
        assertThat(ground.due.next()).isEmpty();

        startedAndClosedWhen(() -> sent("second"));
    }

    @Test
    void a_group_that_another_process_works_for_is_looked_at_again_soon() {
        ground.post(GROUP, "hello");
        redis.set(LEASE, "the other's", SetParams.setParams().px(60_000));
        try (Worker worker = ground.worker(delivery)) {
            worker.runDue();
            assertThat(delivery.calls()).isEmpty();
            assertThat(redis.get(LEASE)).isEqualTo("the other's");
            assertThat(worker.nextDue()).contains(START.plusSeconds(1));

            redis.del(LEASE);
            clock.moveBy(Duration.ofSeconds(1));
            worker.runDue();
            assertThat(delivery.ids()).containsExactly("hello");
            assertThat(redis.exists(LEASE)).isFalse();
        }
    }

    @Test
    void who_takes_over_from_the_dead_need_not_wait_for_their_leases() {
        ground.post(GROUP, "hello");
        redis.set(LEASE, "a dead one's", SetParams.setParams().px(60_000));
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
        Due.Claim first = ground.due.claim(START, START.plus(Lease.LENGTH), 10).get(0);
        ground.outbox.sent(GROUP, ground.outbox.first(GROUP).orElseThrow(), new Receipt("C0001", "1.0"));
        redis.set(LEASE, "the first's", SetParams.setParams().px(60_000));
        ground.post(GROUP, "second");
        UnifiedJedis meanwhile = FaultyRedis.over(redis, command -> {
            if (command.startsWith("SET " + LEASE)) {
                ground.due.settle(first, -1);
            }
            return false;
        });
        try (Worker looking = new Ground(meanwhile, clock).worker(delivery)) {
            looking.runDue();
            redis.del(LEASE);
            clock.moveTo(looking.nextDue().orElseThrow());
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
            redis.del(LEASE);
            clock.moveBy(Lease.LENGTH);
            Thread second = running(two);
            await().until(() -> other.ids().equals(List.of("m1", "m2")));

            standsStill.countDown();
            first.join(PATIENCE.toMillis());
            assertThat(slow.ids()).containsExactly("m1");
            assertThat(redis.exists(LEASE)).isTrue();

            takesItsTime.countDown();
            second.join(PATIENCE.toMillis());
            assertThat(other.ids()).containsExactly("m1", "m2", "m3");
            assertThat(other.calls().get(0).unknownSince()).contains(START);
            assertThat(redis.exists(LEASE)).isFalse();
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
        assertThat(redis.exists(LEASE)).isFalse();
        ground.post(Ground.group(2), "too late");
        assertThat(delivery.ids()).containsExactly("in hand");
    }

    @Test
    void close_waits_for_what_was_just_claimed() {
        CountDownLatch claiming = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        UnifiedJedis slow = FaultyRedis.over(redis, command -> {
            if (command.contains(" claim ")
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

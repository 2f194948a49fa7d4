package dev.lectern.work;

import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.group.GroupId;
import dev.lectern.redis.FaultyRedis;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Delivery.Outcome;
import dev.lectern.work.Delivery.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

@OnEachRedis
class DeliveriesAtWorkTest {
    private static final GroupId OTHER = Ground.group(2);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final UnifiedJedis redis;
    private final SettableClock clock = new SettableClock(START);
    private final Ground ground;
    private final RecordingDelivery delivery = new RecordingDelivery();
    private final Worker worker;

    DeliveriesAtWorkTest(RedisKind kind) {
        redis = kind.fresh();
        ground = new Ground(redis, clock);
        worker = ground.worker(delivery);
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void messages_are_sent_in_their_order_and_each_once() {
        for (String id : List.of("c", "a", "b")) {
            ground.post(GROUP, id);
        }
        worker.runDue();
        worker.runDue();

        assertThat(delivery.ids()).containsExactly("c", "a", "b");
        assertThat(delivery.calls()).allSatisfy(call -> {
            assertThat(call.group()).isEqualTo(GROUP);
            assertThat(call.before()).isEmpty();
            assertThat(call.unknownSince()).isEmpty();
        });
        assertThat(ground.outbox.receipt(GROUP, "c")).contains(new Receipt("C0001", "1774857600.000001"));
        assertThat(worker.nextDue()).isEmpty();
    }

    @Test
    void an_answer_is_delivered_with_the_place_of_the_message_above_it_and_without_one_where_there_is_none() {
        ground.post(GROUP, "hello");
        ground.write(GROUP, change -> {
            change.send(new Outgoing.Post("below", "C0001", "").inThreadOf("hello"));
            change.send(new Outgoing.Post("lost", "C0001", "").inThreadOf("unknown"));
        });
        worker.runDue();
        assertThat(delivery.ids()).containsExactly("hello", "below", "lost");
        assertThat(delivery.calls().get(1).thread()).isEqualTo(ground.outbox.receipt(GROUP, "hello"));
        assertThat(delivery.calls().get(1).thread()).isPresent();
        assertThat(delivery.calls().get(2).thread()).isEmpty();
    }

    @Test
    void steps_come_before_the_messages_that_follow_from_them() {
        ground.steps.register(
                "say", Missed.DO_LATE, (step, change) -> change.send(new Outgoing.Post(step.key(), "C0001", "")));
        ground.schedule(GROUP, "say", "second", START.plusSeconds(2));
        ground.schedule(GROUP, "say", "first", START.plusSeconds(1));
        clock.moveTo(START.plusSeconds(3));
        worker.runDue();
        assertThat(delivery.ids()).containsExactly("first", "second");
    }

    @Test
    void a_show_is_redrawn_where_it_stands() {
        ground.show(GROUP, "tally");
        worker.runDue();
        Receipt receipt = ground.outbox.receipt(GROUP, "tally").orElseThrow();
        ground.show(GROUP, "tally");
        worker.runDue();

        assertThat(delivery.ids()).containsExactly("tally", "tally");
        assertThat(delivery.last().before()).contains(receipt);
    }

    @Test
    void later_pauses_the_group_s_messages_and_nobody_else_s() {
        delivery.then(new Outcome.Later(Optional.of(PAUSE), false, "ratelimited"));
        ground.post(GROUP, "first");
        ground.post(GROUP, "second");
        worker.runDue();
        ground.post(GROUP, "third");
        ground.post(OTHER, "theirs");
        worker.runDue();
        clock.moveTo(START.plus(PAUSE));
        worker.runDue();

        assertThat(delivery.ids(GROUP)).containsExactly("first");
        assertThat(delivery.ids(OTHER)).containsExactly("theirs");
        assertThat(worker.nextDue()).contains(START.plus(PAUSE).plusMillis(1));

        clock.moveTo(START.plus(PAUSE).plusMillis(1));
        worker.runDue();
        assertThat(delivery.ids(GROUP)).containsExactly("first", "first", "second", "third");
        assertThat(worker.nextDue()).isEmpty();
    }

    private List<Parked> putAside() {
        return ground.parking.of(GROUP);
    }

    private void closed(int tries) {
        for (int i = 0; i < tries; i++) {
            delivery.then(new Outcome.Closed("chat.postMessage: is_archived"));
        }
    }

    @Test
    void a_closed_place_keeps_its_messages_waiting_in_their_order_and_is_put_aside_once() {
        closed(2);
        ground.post(GROUP, "first");
        ground.post(GROUP, "second");
        worker.runDue();
        assertThat(putAside()).singleElement().satisfies(place -> {
            assertThat(place.kind()).isEqualTo(Parked.Kind.PLACE);
            assertThat(place.id()).isEqualTo("C0001");
            assertThat(place.reason()).isEqualTo("chat.postMessage: is_archived");
            assertThat(place.since()).isEqualTo(START);
        });

        clock.moveTo(START.plus(Duration.ofHours(2)));
        worker.runDue();
        assertThat(delivery.ids(GROUP)).containsExactly("first", "first");
        assertThat(putAside()).extracting(Parked::since).containsExactly(START);

        clock.moveTo(START.plus(Duration.ofHours(4)));
        worker.runDue();
        assertThat(delivery.ids(GROUP)).containsExactly("first", "first", "first", "second");
        assertThat(putAside()).isEmpty();
        assertThat(worker.nextDue()).isEmpty();
    }

    @Test
    void a_place_that_somebody_opened_gets_what_waits_at_once() {
        closed(1);
        ground.post(GROUP, "first");
        ground.post(GROUP, "second");
        worker.runDue();
        ground.parking.open(GROUP, "C0001");
        ground.parking.open(GROUP, "C0002");
        worker.runDue();
        assertThat(delivery.ids(GROUP)).containsExactly("first", "first", "second");
        assertThat(putAside()).isEmpty();
    }

    @Test
    void what_waits_for_a_place_that_is_given_up_is_not_sent_and_others_get_theirs() {
        closed(1);
        ground.post(GROUP, "first");
        ground.post(GROUP, "second");
        worker.runDue();
        ground.write(GROUP, change -> change.send(new Outgoing.Post("elsewhere", "C0002", "")));
        ground.parking.drop(GROUP, "place/C0001");
        ground.post(GROUP, "later");
        worker.runDue();
        assertThat(delivery.ids(GROUP)).containsExactly("first", "elsewhere", "later");
        assertThat(ground.outbox.size(GROUP)).isZero();
    }

    @Test
    void what_waits_for_more_than_two_weeks_is_given_up() {
        closed(3);
        ground.post(GROUP, "first");
        worker.runDue();
        clock.moveTo(START.plus(Duration.ofDays(13)));
        worker.runDue();
        assertThat(ground.outbox.size(GROUP)).isOne();
        clock.moveTo(START.plus(Duration.ofDays(15)));
        worker.runDue();
        assertThat(ground.outbox.size(GROUP)).isZero();
        assertThat(putAside()).hasSize(1);

        ground.post(GROUP, "open again");
        worker.runDue();
        assertThat(delivery.ids(GROUP)).containsExactly("first", "first", "first", "open again");
    }

    @Test
    void steps_go_on_while_messages_pause() {
        ground.steps.register(
                "say", Missed.DO_LATE, (step, change) -> change.send(new Outgoing.Post(step.key(), "C0001", "")));
        delivery.then(new Outcome.Later(Optional.of(PAUSE), false, "ratelimited"));
        ground.post(GROUP, "first");
        ground.schedule(GROUP, "say", "by the step", START.plusSeconds(10));
        worker.runDue();
        assertThat(worker.nextDue()).contains(START.plusSeconds(10));

        clock.moveTo(START.plusSeconds(10));
        worker.runDue();
        assertThat(ground.redis.zrange(new GroupKeys(GROUP).outbox(), 0, -1)).containsExactly("first", "by the step");
        assertThat(worker.nextDue()).contains(START.plus(PAUSE).plusMillis(1));
    }

    @Test
    void a_try_that_may_have_happened_is_told_to_the_next_one() {
        delivery.then(new Outcome.Later(Optional.empty(), true, "timeout"));
        assertThat(unknownSinceOfTheNextTry()).containsExactly(START);
    }

    @Test
    void a_try_that_surely_did_not_happen_is_not_told() {
        delivery.then(new Outcome.Later(Optional.of(PAUSE), false, "ratelimited"));
        assertThat(unknownSinceOfTheNextTry()).isEmpty();
    }

    @Test
    void a_try_that_may_have_happened_is_told_until_its_outcome_is_known() {
        delivery.then(new Outcome.Later(Optional.empty(), true, "timeout"))
                .then(new Outcome.Later(Optional.of(PAUSE), false, "ratelimited while looking for it"))
                .then(new Outcome.Later(Optional.empty(), true, "timeout while looking for it"));
        ground.post(GROUP, "hello");
        worker.runDue();
        for (int i = 0; i < 3; i++) {
            clock.moveBy(PAUSE.plusMillis(1));
            worker.runDue();
        }
        assertThat(delivery.calls().subList(1, 4))
                .allSatisfy(call -> assertThat(call.unknownSince()).contains(START));
    }

    @Test
    void what_was_unknown_of_one_show_is_forgotten_when_it_is_sent() {
        delivery.then(new Outcome.Later(Optional.empty(), true, "timeout"));
        ground.show(GROUP, "tally");
        worker.runDue();
        clock.moveBy(PAUSE.plusMillis(1));
        worker.runDue();
        ground.show(GROUP, "tally");
        worker.runDue();
        assertThat(delivery.calls()).hasSize(3);
        assertThat(delivery.last().unknownSince()).isEmpty();
    }

    @Test
    void a_process_that_dies_before_it_notes_what_it_sent_leaves_that_to_be_found_out() {
        AtomicBoolean dead = new AtomicBoolean();
        UnifiedJedis dying = FaultyRedis.over(redis, command -> dead.get());
        RecordingDelivery last = new RecordingDelivery().then(attempt -> {
            dead.set(true);
            return new Outcome.Sent(new Receipt("C0001", "1.0"));
        });
        ground.post(GROUP, "hello");
        try (Worker killed = new Ground(dying, clock).worker(last)) {
            assertThatThrownBy(killed::runDue).isInstanceOf(JedisException.class);
        }
        ground.runOut(GROUP);
        worker.runDue();

        assertThat(delivery.ids()).containsExactly("hello");
        assertThat(delivery.last().unknownSince()).contains(START);
    }

    @Test
    void a_refused_message_is_put_aside_and_the_next_one_has_its_turn() {
        delivery.then(new Outcome.Refused("msg_too_long"));
        ground.post(GROUP, "too long");
        ground.post(GROUP, "next");
        worker.runDue();
        worker.runDue();

        assertThat(delivery.ids()).containsExactly("too long", "next");
        assertThat(parked()).containsExactly("message/too long: msg_too_long");
        assertThat(ground.outbox.receipt(GROUP, "too long")).isEmpty();
        assertThat(worker.nextDue()).isEmpty();
    }

    @Test
    void a_dropped_message_is_gone_and_the_next_one_has_its_turn() {
        delivery.then(new Outcome.Dropped());
        ground.show(GROUP, "nothing to show");
        ground.post(GROUP, "next");
        worker.runDue();
        worker.runDue();

        assertThat(delivery.ids()).containsExactly("nothing to show", "next");
        assertThat(ground.outbox.receipt(GROUP, "nothing to show")).isEmpty();
        assertThat(worker.nextDue()).isEmpty();
    }

    @Test
    void a_wish_that_comes_in_during_a_delivery_is_fulfilled_by_another() {
        delivery.then(attempt -> {
            ground.show(GROUP, "tally");
            ground.show(GROUP, "tally");
            return new Outcome.Sent(new Receipt("C0001", "1.0"));
        });
        ground.show(GROUP, "tally");
        worker.runDue();

        assertThat(delivery.ids()).containsExactly("tally", "tally");
        assertThat(delivery.last().before()).contains(new Receipt("C0001", "1.0"));
        assertThat(delivery.last().unknownSince()).isEmpty();
        assertThat(worker.nextDue()).isEmpty();
    }

    @Test
    void a_post_that_is_wished_for_again_during_its_delivery_is_sent_once() {
        delivery.then(attempt -> {
            ground.post(GROUP, "hello");
            return new Outcome.Sent(new Receipt("C0001", "1.0"));
        });
        ground.post(GROUP, "hello");
        worker.runDue();
        assertThat(delivery.ids()).containsExactly("hello");
    }

    @Test
    void a_message_that_is_wished_for_during_another_s_delivery_follows() {
        delivery.then(attempt -> {
            ground.post(GROUP, "second");
            return new Outcome.Sent(new Receipt("C0001", "1.0"));
        });
        ground.post(GROUP, "first");
        worker.runDue();
        assertThat(delivery.ids()).containsExactly("first", "second");
        assertThat(worker.nextDue()).isEmpty();
    }

    @Test
    void a_message_that_cannot_be_made_does_not_keep_the_others_waiting() {
        delivery.then(attempt -> {
            throw new IllegalArgumentException("no drawing, as the test wants it");
        });
        ground.post(GROUP, "too long");
        ground.post(GROUP, "next");
        worker.runDue();
        assertThat(delivery.ids()).containsExactly("too long", "next");
        assertThat(parked()).singleElement().asString().contains("no drawing");
    }

    @Test
    void a_message_for_which_redis_was_away_is_tried_again() {
        delivery.then(attempt -> {
            throw new JedisConnectionException("away, as the test wants it");
        });
        ground.post(GROUP, "hello");
        worker.runDue();
        clock.moveTo(worker.nextDue().orElseThrow());
        worker.runDue();
        assertThat(delivery.ids()).containsExactly("hello", "hello");
        assertThat(ground.outbox.receipt(GROUP, "hello")).isPresent();
    }

    private List<Instant> unknownSinceOfTheNextTry() {
        ground.post(GROUP, "hello");
        worker.runDue();
        clock.moveBy(PAUSE.plusMillis(1));
        worker.runDue();
        assertThat(delivery.ids()).containsExactly("hello", "hello");
        return delivery.last().unknownSince().stream().toList();
    }

    private List<String> parked() {
        return ground.parking.of(GROUP).stream()
                .map(parked -> parked.key() + ": " + parked.reason())
                .toList();
    }
}

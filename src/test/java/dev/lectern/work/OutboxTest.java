package dev.lectern.work;

import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Delivery.Receipt;
import dev.lectern.work.Outbox.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

@OnEachRedis
class OutboxTest {
    private static final Receipt RECEIPT = new Receipt("C0001", "1774857600.000001");
    private static final GroupKeys KEYS = new GroupKeys(GROUP);
    private static final Instant LATER = START.plusSeconds(60);

    private final UnifiedJedis redis;
    private final Ground ground;
    private final Outbox outbox;

    OutboxTest(RedisKind kind) {
        redis = kind.fresh();
        ground = new Ground(redis, new SettableClock(START));
        outbox = ground.outbox;
    }

    @Test
    void an_empty_outbox_has_no_first_message() {
        assertThat(ground.first(GROUP)).isEmpty();
        assertThat(outbox.receipt(GROUP, "hello")).isEmpty();
        assertThat(outbox.size(GROUP)).isZero();
    }

    @Test
    void a_sent_message_makes_room_for_the_next_and_leaves_its_receipt() {
        ground.post(GROUP, "hello");
        ground.show(GROUP, "tally");
        ground.sent(GROUP, RECEIPT);

        assertThat(first().message()).contains(new Outgoing.Show("tally", "C0001", "drawing", "tally"));
        assertThat(outbox.receipt(GROUP, "hello")).contains(RECEIPT);
    }

    @Test
    void nothing_is_left_of_a_sent_message_but_its_receipt() {
        ground.post(GROUP, "hello");
        outbox.trying(GROUP, first(), START);
        outbox.rest(GROUP, first(), "C0001", Tries.NONE, START);
        ground.sent(GROUP, RECEIPT);

        assertThat(redis.exists(KEYS.outbox())).isFalse();
        assertThat(redis.exists(KEYS.entries())).isFalse();
        assertThat(redis.exists(KEYS.wanted())).isFalse();
        assertThat(redis.exists(KEYS.tries())).isFalse();
        assertThat(redis.exists(KEYS.pauses())).isFalse();
    }

    @Test
    void messages_keep_their_order_after_the_queue_was_empty() {
        ground.post(GROUP, "before");
        ground.sent(GROUP, RECEIPT);
        ground.post(GROUP, "z first");
        ground.post(GROUP, "a second");

        assertThat(first().id()).isEqualTo("z first");
    }

    @Test
    void a_receipt_is_read_as_it_was_noted_and_as_lectern_0_1_noted_it() {
        Receipt showing = RECEIPT.showing("6fab8f2efccc3c5f");
        ground.show(GROUP, "tally");
        ground.sent(GROUP, showing);
        redis.hset(KEYS.sent(), "older", "{\"channel\":\"C0001\",\"ts\":\"1774857600.000001\",\"look\":null}");
        redis.hset(KEYS.sent(), "oldest", "{\"channel\":\"C0001\",\"ts\":\"1774857600.000001\"}");

        assertThat(outbox.receipt(GROUP, "tally")).contains(showing);
        assertThat(outbox.receipt(GROUP, "older")).contains(RECEIPT);
        assertThat(outbox.receipt(GROUP, "oldest")).contains(RECEIPT);
    }

    @Test
    void a_message_whose_receipt_is_damaged_cannot_be_read() {
        ground.show(GROUP, "tally");
        redis.hset(KEYS.sent(), "tally", "damaged");

        assertThat(first().message()).isEmpty();
    }

    @Test
    void receipts_are_so_short_that_redis_packs_them() {
        ground.show(GROUP, "presenter.ask/2026-04-09/U0123456789");
        ground.sent(GROUP, new Receipt("C0123456789", "1774857600.000001").showing("6fab8f2efccc3c5f"));

        assertThat(redis.objectEncoding(KEYS.sent())).isEqualTo("listpack");
    }

    @Test
    void a_wish_that_comes_in_while_the_message_is_on_its_way_is_still_to_be_fulfilled() {
        ground.show(GROUP, "tally");
        Entry onItsWay = first();
        ground.show(GROUP, "tally");
        ground.sent(GROUP, onItsWay, RECEIPT);

        assertThat(first().id()).isEqualTo("tally");
        assertThat(first().before()).contains(RECEIPT);

        ground.sent(GROUP, RECEIPT);
        assertThat(ground.first(GROUP)).isEmpty();
    }

    @Test
    void a_dropped_message_leaves_no_receipt() {
        ground.show(GROUP, "tally");
        drop();

        assertThat(ground.first(GROUP)).isEmpty();
        assertThat(outbox.receipt(GROUP, "tally")).isEmpty();
    }

    @Test
    void a_show_that_is_dropped_later_keeps_its_place_in_slack() {
        ground.show(GROUP, "tally");
        ground.sent(GROUP, RECEIPT);
        ground.show(GROUP, "tally");
        drop();

        assertThat(outbox.receipt(GROUP, "tally")).contains(RECEIPT);
    }

    @Test
    void an_answer_still_knows_the_message_above_it_which_was_sent_before() {
        ground.post(GROUP, "hello");
        Outgoing answer = new Outgoing.Post("answer", "C0001", "Below").inThreadOf("hello");
        ground.write(GROUP, change -> change.send(answer));
        assertThat(first().id()).isEqualTo("hello");
        ground.sent(GROUP, RECEIPT);
        assertThat(first().message()).contains(answer);
        assertThat(outbox.receipt(GROUP, answer.inThreadOf().orElseThrow())).contains(RECEIPT);
    }

    @Test
    void a_rest_holds_up_what_goes_to_the_same_addressee_and_nothing_else() {
        ground.post(GROUP, "hello");
        ground.post(GROUP, "other");
        ground.write(GROUP, change -> change.send(new Outgoing.Post("question", "U0ADA", "Will you?")));
        outbox.rest(GROUP, first(), "C0001", Tries.NONE, LATER);

        assertThat(first().id()).isEqualTo("question");
        ground.sent(GROUP, RECEIPT);
        assertThat(ground.first(GROUP)).isEmpty();
        assertThat(outbox.first(GROUP, LATER).orElseThrow().id()).isEqualTo("hello");
    }

    private void ask(String id, String member) {
        ground.write(GROUP, change -> change.send(new Outgoing.Post(id, member, "Have you voted?")));
    }

    private List<String> inOrder() {
        List<String> ids = new ArrayList<>();
        for (Optional<Entry> next = ground.first(GROUP); next.isPresent(); next = ground.first(GROUP)) {
            ids.add(next.get().id());
            ground.sent(GROUP, RECEIPT);
        }
        return ids;
    }

    @Test
    void what_goes_to_the_channel_comes_before_what_goes_to_members_and_each_keeps_its_order() {
        ask("z to ada", "U0ADA");
        ask("to ben", "W0BEN");
        ground.post(GROUP, "z first");
        ask("a to ada", "U0ADA");
        ground.show(GROUP, "a second");

        assertThat(inOrder()).containsExactly("z first", "a second", "z to ada", "to ben", "a to ada");
    }

    @Test
    void members_have_their_turn_while_the_channel_rests_and_a_resting_member_keeps_nobody_waiting() {
        ask("to ada", "U0ADA");
        ask("to ben", "U0BEN");
        ask("again to ben", "U0BEN");
        ground.post(GROUP, "hello");
        outbox.rest(GROUP, first(), "C0001", Tries.NONE, LATER);
        assertThat(first().id()).isEqualTo("to ada");
        outbox.rest(GROUP, first(), "U0ADA", Tries.NONE, LATER);

        assertThat(inOrder()).containsExactly("to ben", "again to ben");
        assertThat(outbox.first(GROUP, LATER).orElseThrow().id()).isEqualTo("hello");
    }

    @Test
    void behind_a_reminder_to_a_thousand_members_the_channel_is_told_at_once() {
        ground.write(
                GROUP,
                change -> IntStream.range(0, 1000)
                        .forEach(n -> change.send(new Outgoing.Post("remind/" + n, "U" + n, "Have you voted?"))));
        ground.post(GROUP, "result");

        assertThat(first().id()).isEqualTo("result");
        ground.sent(GROUP, RECEIPT);
        assertThat(first().id()).isEqualTo("remind/0");
    }

    @Test
    void what_cannot_be_read_is_put_aside_before_members_are_asked() {
        ask("to ada", "U0ADA");
        ground.post(GROUP, "hello");
        redis.hset(KEYS.entries(), "hello", "{broken");
        assertThat(first().id()).isEqualTo("hello");
        assertThat(first().message()).isEmpty();
    }

    @Test
    void the_group_is_due_when_the_first_rest_ends() {
        ground.post(GROUP, "hello");
        ground.write(GROUP, change -> change.send(new Outgoing.Post("question", "U0ADA", "Will you?")));
        outbox.rest(GROUP, first(), "C0001", Tries.NONE, LATER);
        outbox.rest(GROUP, first(), "U0ADA", Tries.NONE, LATER.minusSeconds(1));

        Lease lease = Lease.take(redis, GROUP, Lane.MESSAGES).orElseThrow();
        assertThat(lease.release()).isEqualTo(new Next(-1, LATER.minusSeconds(1).toEpochMilli()));
    }

    @Test
    void a_rest_ends_when_something_got_there() {
        ground.post(GROUP, "hello");
        ground.post(GROUP, "other");
        Entry hello = first();
        outbox.rest(GROUP, hello, "C0001", Tries.NONE, LATER);
        assertThat(ground.first(GROUP)).isEmpty();
        ground.sent(GROUP, hello, RECEIPT);
        assertThat(first().id()).isEqualTo("other");
    }

    @Test
    void a_try_without_an_outcome_is_known_of_afterwards() {
        ground.post(GROUP, "hello");
        outbox.trying(GROUP, first(), START);
        assertThat(first().tries().unknownSince()).contains(START);
    }

    @Test
    void of_several_tries_without_an_outcome_the_first_one_is_known_of() {
        ground.post(GROUP, "hello");
        outbox.trying(GROUP, first(), START);
        outbox.trying(GROUP, first(), LATER);
        assertThat(first().tries().unknownSince()).contains(START);
    }

    @Test
    void what_cannot_be_read_has_its_turn_and_says_so() {
        ground.post(GROUP, "hello");
        redis.hset(KEYS.entries(), "hello", "{broken");
        assertThat(first().id()).isEqualTo("hello");
        assertThat(first().message()).isEmpty();
    }

    @Test
    void what_lectern_0_1_left_in_the_queue_is_read() {
        ground.post(GROUP, "hello");
        redis.hset(KEYS.entries(), "hello", """
                {"kind":"post","id":"hello","to":"C0001","message":"Hello"}""");
        redis.hset(KEYS.tries(), "hello", Long.toString(START.toEpochMilli()));
        assertThat(first().message()).contains(new Outgoing.Post("hello", "C0001", "Hello"));
        assertThat(first().tries().unknownSince()).contains(START);
    }

    @Test
    void nor_can_a_message_be_sent_of_which_nobody_can_read_where_it_stands() {
        ground.show(GROUP, "tally");
        redis.hset(KEYS.sent(), "tally", "{broken");
        assertThat(first().id()).isEqualTo("tally");
        assertThat(first().message()).isEmpty();
    }

    @Test
    void what_a_deposed_deliverer_posted_is_noted_and_leaves_the_queue_to_the_new_one() {
        ground.post(GROUP, "hello");
        Entry hello = first();
        long deposed = deposed();
        outbox.sent(GROUP, hello, hello.message().orElseThrow(), RECEIPT, deposed);

        assertThat(outbox.receipt(GROUP, "hello")).contains(RECEIPT);
        assertThat(first().before()).contains(RECEIPT);
    }

    @Test
    void what_a_deposed_deliverer_redrew_is_drawn_once_more() {
        ground.show(GROUP, "tally");
        Entry old = first();
        long deposed = deposed();
        ground.sent(GROUP, RECEIPT.showing("the new state"));
        assertThat(ground.first(GROUP)).isEmpty();

        outbox.sent(GROUP, old, old.message().orElseThrow(), RECEIPT.showing("the old state"), deposed);
        assertThat(first().id()).isEqualTo("tally");
        assertThat(first().before()).contains(RECEIPT);
    }

    @Test
    void receipts_are_forgotten_after_sixty_days_once_there_are_many() {
        IntStream.range(0, 80).forEach(i -> {
            ground.post(GROUP, "m" + i);
            ground.sent(GROUP, new Receipt("C0001", (START.getEpochSecond() + i) + ".000100"));
        });
        outbox.prune(GROUP, START.plus(Duration.ofDays(60)).plusSeconds(30));

        assertThat(redis.hlen(KEYS.sent())).isEqualTo(50);
        assertThat(outbox.receipt(GROUP, "m29")).isEmpty();
        assertThat(outbox.receipt(GROUP, "m30")).isPresent();
    }

    @Test
    void few_receipts_are_kept_however_old() {
        ground.post(GROUP, "hello");
        ground.sent(GROUP, RECEIPT);
        outbox.prune(GROUP, START.plus(Duration.ofDays(600)));
        assertThat(outbox.receipt(GROUP, "hello")).contains(RECEIPT);
    }

    /** The fence of somebody from whom the lease was taken. */
    private long deposed() {
        long fence = Lease.take(redis, GROUP, Lane.MESSAGES).orElseThrow().fence();
        ground.runOut(GROUP);
        Lease.take(redis, GROUP, Lane.MESSAGES).orElseThrow().release();
        return fence;
    }

    private void drop() {
        Lease lease = Lease.take(redis, GROUP, Lane.MESSAGES).orElseThrow();
        outbox.dropped(GROUP, first(), first().message().orElseThrow(), lease.fence());
        lease.release();
    }

    private Entry first() {
        return ground.first(GROUP).orElseThrow();
    }
}

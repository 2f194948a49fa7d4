package dev.lectern.work;

import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Delivery.Receipt;
import dev.lectern.work.Outbox.Entry;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

@OnEachRedis
class OutboxTest {
    private static final Receipt RECEIPT = new Receipt("C0001", "1774857600.000001");
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
        assertThat(outbox.first(GROUP)).isEmpty();
        assertThat(outbox.receipt(GROUP, "hello")).isEmpty();
        assertThat(outbox.pausedUntil(GROUP)).isEmpty();
    }

    @Test
    void a_sent_message_makes_room_for_the_next_and_leaves_its_receipt() {
        ground.post(GROUP, "hello");
        ground.show(GROUP, "tally");
        outbox.sent(GROUP, first(), RECEIPT);

        assertThat(first().message()).isEqualTo(new Outgoing.Show("tally", "C0001", "drawing", "tally"));
        assertThat(outbox.receipt(GROUP, "hello")).contains(RECEIPT);
    }

    @Test
    void nothing_is_left_of_a_sent_message_but_its_receipt() {
        ground.post(GROUP, "hello");
        Entry hello = first();
        outbox.trying(GROUP, hello, START);
        outbox.sent(GROUP, hello, RECEIPT);

        GroupKeys keys = new GroupKeys(GROUP);
        assertThat(redis.exists(keys.outbox())).isFalse();
        assertThat(redis.exists(keys.entries())).isFalse();
        assertThat(redis.hkeys(keys.wanted())).containsExactly("#");
        assertThat(redis.exists(keys.of("outbox:tries"))).isFalse();
    }

    @Test
    void a_wish_that_comes_in_while_the_message_is_on_its_way_is_still_to_be_fulfilled() {
        ground.show(GROUP, "tally");
        Entry onItsWay = first();
        ground.show(GROUP, "tally");
        outbox.sent(GROUP, onItsWay, RECEIPT);

        assertThat(first().message().id()).isEqualTo("tally");
        assertThat(outbox.receipt(GROUP, "tally")).contains(RECEIPT);

        outbox.sent(GROUP, first(), RECEIPT);
        assertThat(outbox.first(GROUP)).isEmpty();
    }

    @Test
    void a_dropped_message_leaves_no_receipt() {
        ground.show(GROUP, "tally");
        outbox.dropped(GROUP, first());

        assertThat(outbox.first(GROUP)).isEmpty();
        assertThat(outbox.receipt(GROUP, "tally")).isEmpty();
    }

    @Test
    void a_show_that_is_dropped_later_keeps_its_place_in_slack() {
        ground.show(GROUP, "tally");
        outbox.sent(GROUP, first(), RECEIPT);
        ground.show(GROUP, "tally");
        outbox.dropped(GROUP, first());

        assertThat(outbox.receipt(GROUP, "tally")).contains(RECEIPT);
    }

    @Test
    void a_refused_message_is_put_aside_with_its_reason() {
        ground.post(GROUP, "hello");
        ground.post(GROUP, "other");
        outbox.refused(GROUP, first(), "msg_too_long");

        assertThat(first().message().id()).isEqualTo("other");
        assertThat(redis.hgetAll(new GroupKeys(GROUP).of("outbox:refused")))
                .containsExactlyEntriesOf(java.util.Map.of("hello", "msg_too_long"));
    }

    @Test
    void a_rest_pauses_until_something_is_sent() {
        ground.post(GROUP, "hello");
        outbox.rest(GROUP, first(), LATER, false);
        assertThat(outbox.pausedUntil(GROUP)).contains(LATER);

        outbox.sent(GROUP, first(), RECEIPT);
        assertThat(outbox.pausedUntil(GROUP)).isEmpty();
    }

    @Test
    void a_change_during_a_pause_wakes_the_group_when_the_pause_ends() {
        ground.post(GROUP, "hello");
        Due.Claim claim = ground.due.claim(START, START.plusSeconds(10), 10).get(0);
        outbox.rest(GROUP, first(), LATER, false);
        ground.due.settle(claim, -1);
        ground.post(GROUP, "other");

        assertThat(ground.due.next()).contains(LATER);
    }

    @Test
    void a_try_without_an_outcome_is_known_of_afterwards() {
        ground.post(GROUP, "hello");
        outbox.trying(GROUP, first(), START);
        assertThat(first().unknownSince()).contains(START);
    }

    @Test
    void of_several_tries_without_an_outcome_the_first_one_is_known_of() {
        ground.post(GROUP, "hello");
        outbox.trying(GROUP, first(), START);
        outbox.trying(GROUP, first(), LATER);
        assertThat(first().unknownSince()).contains(START);
    }

    @Test
    void a_try_that_surely_did_not_happen_is_forgotten() {
        assertThat(sinceAfterRest(false)).isEmpty();
        assertThat(sinceAfterRest(true)).contains(START);
    }

    @Test
    void a_try_that_surely_did_not_happen_does_not_make_an_earlier_one_forgotten() {
        ground.post(GROUP, "hello");
        outbox.trying(GROUP, first(), START);
        Entry again = first();
        outbox.trying(GROUP, again, LATER);
        outbox.rest(GROUP, again, LATER, false);

        assertThat(first().unknownSince()).contains(START);
    }

    private Optional<Instant> sinceAfterRest(boolean mayHaveHappened) {
        ground.post(GROUP, "hello");
        Entry hello = first();
        outbox.trying(GROUP, hello, START);
        outbox.rest(GROUP, hello, LATER, mayHaveHappened);
        return first().unknownSince();
    }

    private Entry first() {
        return outbox.first(GROUP).orElseThrow();
    }
}

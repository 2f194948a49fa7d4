package dev.lectern.work;

import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.GroupId;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Due.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEachRedis
class DueTest {
    private static final GroupId GROUP = Ground.GROUP;
    private static final Instant LATER = START.plusSeconds(60);
    private static final Instant UNTIL = START.plusSeconds(10);
    private static final int MANY = 100;

    private final Due due;

    DueTest(RedisKind kind) {
        due = new Due(kind.fresh());
    }

    @Test
    void nothing_is_due_where_nothing_was_touched() {
        assertThat(due.next()).isEmpty();
        assertThat(due.groups()).isEmpty();
        assertThat(due.claim(START, UNTIL, MANY)).isEmpty();
    }

    @Test
    void a_touch_only_lowers() {
        touch(GROUP, LATER);
        touch(GROUP, LATER.plusSeconds(1));
        assertThat(due.next()).contains(LATER);

        touch(GROUP, LATER.minusSeconds(1));
        assertThat(due.next()).contains(LATER.minusSeconds(1));
    }

    @Test
    void a_touch_without_a_time_leaves_the_group_alone() {
        due.touch(GROUP, -1);
        assertThat(due.next()).isEmpty();
    }

    @Test
    void a_group_is_claimed_at_its_time_and_not_before() {
        touch(GROUP, LATER);
        assertThat(due.claim(LATER.minusMillis(1), LATER.plusSeconds(10), MANY)).isEmpty();
        assertThat(due.claim(LATER, LATER.plusSeconds(10), MANY))
                .containsExactly(new Claim(GROUP, LATER.plusSeconds(10)));
    }

    @Test
    void a_claimed_group_is_nobody_else_s_until_the_claim_runs_out() {
        touch(GROUP, START);
        due.claim(START, UNTIL, MANY);

        assertThat(due.claim(UNTIL.minusMillis(1), UNTIL.plusSeconds(10), MANY)).isEmpty();
        assertThat(due.next()).contains(UNTIL);
        assertThat(due.claim(UNTIL, UNTIL.plusSeconds(10), MANY)).hasSize(1);
    }

    @Test
    void a_settled_group_is_looked_at_again_when_it_is_next_due() {
        Claim claim = claimed();
        due.settle(claim, LATER.toEpochMilli());

        assertThat(due.next()).contains(LATER);
        assertThat(due.claim(UNTIL, UNTIL.plusSeconds(10), MANY)).isEmpty();
    }

    @Test
    void a_group_that_has_nothing_to_do_rests_and_stays_known() {
        due.settle(claimed(), -1);

        assertThat(due.next()).isEmpty();
        assertThat(due.groups()).containsExactly(GROUP);
    }

    @Test
    void a_touch_between_claim_and_settle_survives() {
        Claim claim = claimed();
        due.touch(GROUP, 0);
        due.settle(claim, -1);

        assertThat(due.next()).contains(Instant.EPOCH);
        assertThat(due.claim(START, UNTIL, MANY)).hasSize(1);
    }

    @Test
    void a_touch_for_later_between_claim_and_settle_is_left_to_whoever_settles() {
        Claim claim = claimed();
        touch(GROUP, LATER);
        // Who settles has seen the change that was touched for, or the claim's end comes before it.
        assertThat(due.next()).contains(UNTIL);
        due.settle(claim, LATER.toEpochMilli());
        assertThat(due.next()).contains(LATER);
    }

    @Test
    void a_claim_that_ran_out_and_was_taken_over_settles_nothing() {
        Claim first = claimed();
        Claim second = due.claim(UNTIL, UNTIL.plusSeconds(10), MANY).get(0);
        due.settle(first, -1);
        assertThat(due.next()).contains(UNTIL.plusSeconds(10));

        due.settle(second, LATER.toEpochMilli());
        assertThat(due.next()).contains(LATER);
    }

    @Test
    void many_groups_are_all_claimed_and_each_once() {
        List<GroupId> groups = IntStream.range(0, 200).mapToObj(Ground::group).toList();
        groups.forEach(group -> touch(group, START));
        List<GroupId> claimed = Collections.synchronizedList(new ArrayList<>());
        Runnable claimer = () -> IntStream.range(0, 10)
                .forEach(i -> due.claim(START, UNTIL, 3).forEach(claim -> claimed.add(claim.group())));

        Together.run(List.of(claimer, claimer, claimer));

        assertThat(claimed).containsExactlyInAnyOrderElementsOf(groups);
        assertThat(due.groups()).isEqualTo(groups);
    }

    @Test
    void the_longest_waiting_are_claimed_first() {
        // In one bucket, or nothing would be left behind.
        List<GroupId> neighbours = IntStream.range(0, 2000)
                .mapToObj(Ground::group)
                .filter(group -> Math.floorMod(group.toString().hashCode(), 16) == 5)
                .limit(3)
                .toList();
        touch(neighbours.get(0), START.minusSeconds(1));
        touch(neighbours.get(1), START.minusSeconds(3));
        touch(neighbours.get(2), START.minusSeconds(2));

        assertThat(due.claim(START, UNTIL, 2))
                .extracting(Claim::group)
                .containsExactly(neighbours.get(1), neighbours.get(2));
    }

    @Test
    void next_is_the_earliest_of_all_groups() {
        IntStream.range(0, 50).forEach(i -> touch(Ground.group(i), LATER.plusSeconds((i * 37) % 50)));
        assertThat(due.next()).contains(LATER);
    }

    @Test
    void a_touch_wakes_whoever_sleeps() {
        AtomicInteger woken = new AtomicInteger();
        due.onTouch(woken::incrementAndGet);
        touch(GROUP, START);
        assertThat(woken).hasValue(1);
    }

    private Claim claimed() {
        touch(GROUP, START);
        return due.claim(START, UNTIL, MANY).get(0);
    }

    private void touch(GroupId group, Instant at) {
        due.touch(group, at.toEpochMilli());
    }
}

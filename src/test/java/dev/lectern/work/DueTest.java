package dev.lectern.work;

import static dev.lectern.work.Ground.START;
import static dev.lectern.work.Lane.MESSAGES;
import static dev.lectern.work.Lane.STEPS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.GroupId;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Due.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEachRedis
class DueTest {
    private static final GroupId GROUP = Ground.GROUP;
    private static final Instant LATER = START.plusSeconds(60);
    private static final int MANY = 100;

    private final Ground ground;
    private final Due due;

    DueTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), new SettableClock(START));
        due = ground.due;
    }

    @Test
    void nothing_is_due_where_nothing_was_touched() {
        assertThat(due.next(STEPS)).isEmpty();
        assertThat(due.next(MESSAGES)).isEmpty();
        assertThat(due.oldest()).isEmpty();
        assertThat(due.count()).isZero();
        assertThat(due.claim(STEPS, START, MANY)).isEmpty();
    }

    @Test
    void a_touch_only_lowers() {
        touch(GROUP, LATER);
        touch(GROUP, LATER.plusSeconds(1));
        assertThat(due.next(STEPS)).contains(LATER);

        touch(GROUP, LATER.minusSeconds(1));
        assertThat(due.next(STEPS)).contains(LATER.minusSeconds(1));
    }

    @Test
    void a_touch_without_a_time_leaves_the_group_alone() {
        due.touch(GROUP, Next.NOTHING);
        assertThat(due.oldest()).isEmpty();
    }

    @Test
    void the_lanes_of_a_group_are_due_and_claimed_apart() {
        due.touch(GROUP, new Next(START.toEpochMilli(), LATER.toEpochMilli()));
        assertThat(due.oldest()).contains(START);
        assertThat(due.claim(MESSAGES, START, MANY)).isEmpty();
        assertThat(due.claim(STEPS, START, MANY)).extracting(Claim::group).containsExactly(GROUP);

        assertThat(due.oldest()).contains(LATER);
        assertThat(due.claim(MESSAGES, LATER, MANY)).extracting(Claim::group).containsExactly(GROUP);
    }

    @Test
    void a_group_is_claimed_at_its_time_and_not_before() {
        touch(GROUP, LATER);
        assertThat(due.claim(STEPS, LATER.minusMillis(1), MANY)).isEmpty();
        assertThat(due.claim(STEPS, LATER, MANY)).extracting(Claim::group).containsExactly(GROUP);
    }

    @Test
    void a_claimed_group_is_nobody_else_s_until_the_claim_runs_out() {
        claimed();
        // However far the clocks of the processes are apart: claims run out by Redis' own.
        assertThat(due.claim(STEPS, START.plusSeconds(86_400), MANY)).isEmpty();
        assertThat(due.next(STEPS)).isEmpty();

        ground.runOut(GROUP);
        assertThat(due.claim(STEPS, START, MANY)).extracting(Claim::group).containsExactly(GROUP);
    }

    @Test
    void a_settled_group_is_looked_at_again_when_it_is_next_due() {
        due.settle(claimed(), new Next(LATER.toEpochMilli(), START.toEpochMilli()));

        assertThat(due.next(STEPS)).contains(LATER);
        assertThat(due.next(MESSAGES)).contains(START);
        assertThat(due.claim(STEPS, START, MANY)).isEmpty();
    }

    @Test
    void a_group_that_has_nothing_to_do_rests_and_stays_known() {
        due.fulfil(due.intend(GROUP), new Next(START.toEpochMilli(), -1));
        due.settle(due.claim(STEPS, START, MANY).get(0), Next.NOTHING);

        assertThat(due.oldest()).isEmpty();
        assertThat(ground.known()).containsExactly(GROUP);
        assertThat(due.count()).isEqualTo(1);
    }

    @Test
    void a_touch_between_claim_and_settle_waits_for_whoever_is_at_it() {
        Claim claim = claimed();
        due.touch(GROUP, Next.AT_ONCE);
        assertThat(due.claim(STEPS, START, MANY)).isEmpty();
        due.settle(claim, new Next(LATER.toEpochMilli(), -1));

        assertThat(due.claim(STEPS, START, MANY)).hasSize(1);
    }

    @Test
    void a_touch_of_a_claimed_group_survives_its_claimer() {
        claimed();
        due.touch(GROUP, Next.in(STEPS, LATER.toEpochMilli()));
        ground.runOut(GROUP);
        due.settle(due.claim(STEPS, START, MANY).get(0), Next.NOTHING);
        assertThat(due.next(STEPS))
                .as("the group is looked at, and then nothing is left over")
                .isEmpty();
    }

    @Test
    void a_claim_that_ran_out_and_was_taken_over_settles_nothing() {
        Claim first = claimed();
        ground.runOut(GROUP);
        Claim second = due.claim(STEPS, START, MANY).get(0);
        due.settle(first, Next.in(STEPS, LATER.toEpochMilli()));
        assertThat(due.claim(STEPS, LATER, MANY)).as("the second claim holds").isEmpty();

        due.settle(second, Next.NOTHING);
        assertThat(due.next(STEPS)).contains(LATER);
    }

    @Test
    void who_dies_between_intent_and_change_leaves_a_group_that_is_looked_at() {
        due.intend(GROUP);
        assertThat(due.claim(STEPS, LATER, MANY)).isEmpty();

        ground.runOut(GROUP);
        due.claim(STEPS, START, MANY);
        assertThat(due.claim(MESSAGES, START, MANY)).extracting(Claim::group).containsExactly(GROUP);
    }

    @Test
    void a_fulfilled_intent_leaves_only_what_the_change_brought() {
        Due.Intent intent = due.intend(GROUP);
        due.fulfil(intent, Next.in(STEPS, LATER.toEpochMilli()));
        ground.runOut(GROUP);
        assertThat(due.claim(STEPS, START, MANY)).isEmpty();
        assertThat(due.next(STEPS)).contains(LATER);
        assertThat(due.next(MESSAGES)).isEmpty();
    }

    @Test
    void a_troubled_group_says_why_until_it_is_well() {
        due.trouble(claimed(), LATER, "WRONGTYPE");
        assertThat(due.troubled()).containsExactlyEntriesOf(Map.of(GROUP, "WRONGTYPE"));
        assertThat(due.next(STEPS)).contains(LATER);

        due.settle(due.claim(STEPS, LATER, MANY).get(0), Next.NOTHING);
        assertThat(due.troubled()).isEmpty();
    }

    @Test
    void parked_work_is_found_without_looking_at_every_group() {
        due.noteParked(GROUP, 2);
        due.noteParked(Ground.group(2), 1);
        due.noteParked(GROUP, 0);
        assertThat(due.parked()).containsExactly(Ground.group(2));
    }

    @Test
    void what_is_no_group_is_left_out() {
        ground.redis.zadd("lectern:due:{3}", 0, "nonsense");
        touch(GROUP, START);
        assertThat(due.claim(STEPS, START, MANY)).extracting(Claim::group).containsExactly(GROUP);
    }

    @Test
    void many_groups_are_all_claimed_and_each_once() {
        List<GroupId> groups = IntStream.range(0, 200).mapToObj(Ground::group).toList();
        groups.forEach(group -> touch(group, START));
        List<GroupId> claimed = Collections.synchronizedList(new ArrayList<>());
        Runnable claimer = () -> IntStream.range(0, 100)
                .forEach(i -> due.claim(STEPS, START, 3).forEach(claim -> claimed.add(claim.group())));

        Together.run(List.of(claimer, claimer, claimer));

        assertThat(claimed).containsExactlyInAnyOrderElementsOf(groups);
    }

    @Test
    void no_more_are_claimed_than_were_asked_for() {
        IntStream.range(0, 50).forEach(i -> touch(Ground.group(i), START));
        assertThat(due.claim(STEPS, START, 7)).hasSize(7);
    }

    @Test
    void the_longest_waiting_are_claimed_first() {
        // In one bucket, or nothing would be left behind.
        List<GroupId> neighbours = IntStream.range(0, 2000)
                .mapToObj(Ground::group)
                .filter(group -> Math.floorMod(group.toString().hashCode(), Due.BUCKETS) == 5)
                .limit(3)
                .toList();
        touch(neighbours.get(0), START.minusSeconds(1));
        touch(neighbours.get(1), START.minusSeconds(3));
        touch(neighbours.get(2), START.minusSeconds(2));

        assertThat(due.claim(STEPS, START, 2))
                .extracting(Claim::group)
                .containsExactly(neighbours.get(1), neighbours.get(2));
    }

    @Test
    void next_is_the_earliest_of_all_groups() {
        IntStream.range(0, 50).forEach(i -> touch(Ground.group(i), LATER.plusSeconds((i * 37) % 50)));
        assertThat(due.next(STEPS)).contains(LATER);
    }

    @Test
    void claims_of_the_dead_are_void_at_once_for_whoever_is_alone() {
        claimed();
        assertThat(due.abandonClaims(STEPS)).containsExactly(GROUP);
        assertThat(due.claim(STEPS, START, MANY)).hasSize(1);
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
        return due.claim(STEPS, START, MANY).get(0);
    }

    private void touch(GroupId group, Instant at) {
        due.touch(group, Next.in(STEPS, at.toEpochMilli()));
    }
}

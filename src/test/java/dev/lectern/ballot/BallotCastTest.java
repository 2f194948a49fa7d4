package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.STRANGER;
import static dev.lectern.Samples.paper;
import static dev.lectern.ballot.Ballots.approve;
import static dev.lectern.ballot.Ballots.closed;
import static dev.lectern.ballot.Ballots.counted;
import static dev.lectern.ballot.Ballots.tap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.ballot.Cast.Counted;
import dev.lectern.ballot.Cast.Reason;
import dev.lectern.ballot.Cast.Refused;
import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.redis.FaultyRedis;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Changes;
import dev.lectern.work.Ground;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Outgoing;
import dev.lectern.work.RequestId;
import dev.lectern.work.Together;
import dev.lectern.work.UnreadableState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

@OnEachRedis
class BallotCastTest {
    private static final BallotId ID = BallotId.of(Ballots.MEETING);
    private static final Outgoing REDRAW = new Outgoing.Show("ballot", "C0READING", "ballot", ID.value());
    private static final AtomicInteger REQUESTS = new AtomicInteger();
    /** So far from now that no test takes so long. */
    private static final Duration FAR = Duration.ofHours(1);

    private final UnifiedJedis redis;
    /** Redis judges by its own clock, so this is a matter of real time. */
    private final Clock real = Clock.systemUTC();

    private final Instant now = real.instant();
    private final Ground ground;
    private final GroupStore groups;
    private final BallotStore ballots;
    private final Group group = Samples.group(ADA, BEN, CLEO);

    BallotCastTest(RedisKind kind) {
        redis = kind.fresh();
        ground = new Ground(redis, real);
        groups = new GroupStore(redis);
        ballots = process(redis, real, Duration.ZERO);
        save(group);
    }

    @Test
    void a_click_counts_and_another_takes_it_back() {
        save(open());
        assertThat(click(ADA, paper(1))).isEqualTo(counted(paper(1)));
        assertThat(click(ADA, paper(2))).isEqualTo(counted(paper(1), paper(2)));
        assertThat(click(BEN, paper(2))).isEqualTo(counted(paper(2)));
        assertThat(click(ADA, paper(1))).isEqualTo(counted(paper(2)));
        assertThat(click(BEN, paper(2))).isEqualTo(counted());

        assertThat(ballots.votes(group.id(), ID)).isEqualTo(approve(ADA, paper(2)));
    }

    @Test
    void a_paper_with_an_old_fashioned_id_can_be_voted_for() {
        PaperId old = PaperId.parse("hep-th/9901001");
        save(Ballots.open(
                ID,
                Ballots.MEETING,
                List.of(new Nomination(old, ADA, now), new Nomination(paper(1), ADA, now)),
                now.minus(FAR),
                now.plus(FAR)));
        click(ADA, paper(1));
        assertThat(click(ADA, old)).isEqualTo(counted(paper(1), old));
        assertThat(click(ADA, old)).isEqualTo(counted(paper(1)));
    }

    @Test
    void a_counted_click_wishes_for_a_redraw_and_a_refused_one_does_not() {
        save(open());
        click(STRANGER, paper(1));
        assertThat(redis.exists(new GroupKeys(group.id()).of("outbox"))).isFalse();

        click(ADA, paper(1));
        click(BEN, paper(1));
        assertThat(redis.zrange(new GroupKeys(group.id()).of("outbox"), 0, -1)).containsExactly("ballot");
        assertThat(redis.hget(new GroupKeys(group.id()).of("outbox:entries"), "ballot"))
                .isEqualTo(REDRAW.json());
    }

    @Test
    void a_counted_click_wakes_the_group() {
        save(open());
        redis.del("lectern:outgoing:{" + Math.floorMod(group.id().toString().hashCode(), 16) + "}");
        click(ADA, paper(1));
        assertThat(redis.zscore(
                        "lectern:outgoing:{"
                                + Math.floorMod(group.id().toString().hashCode(), 16) + "}",
                        group.id().toString()))
                .isEqualTo(0.0);
    }

    @Test
    void what_stands_against_a_click_is_said() {
        assertThat(click(ADA, paper(1))).isEqualTo(new Refused(Reason.NO_SUCH_BALLOT));
        save(open());
        assertThat(click(STRANGER, paper(1))).isEqualTo(new Refused(Reason.NOT_A_MEMBER));
        assertThat(click(ADA, paper(9))).isEqualTo(new Refused(Reason.NOT_ON_BALLOT));
        save(open().cancelled());
        assertThat(click(ADA, paper(1))).isEqualTo(new Refused(Reason.CLOSED));
        assertThat(ballots.votes(group.id(), ID)).isEqualTo(Votes.none());
    }

    @Test
    void a_click_agrees_with_the_rule_in_any_sequence() {
        Seeded.times(25, random -> {
            redis.del(new GroupKeys(group.id()).of("votes:" + ID));
            List<UserId> people = Samples.people(6);
            Group members = Samples.group(people.subList(0, 4).toArray(UserId[]::new));
            save(members);
            Ballot ballot = anyBallot(random);
            save(ballot);
            Votes votes = Votes.none();
            for (int i = 0; i < 12; i++) {
                UserId voter = Samples.oneOf(people, random);
                PaperId paper = paper(random.nextInt(5));
                Duration lead = lead(random);
                Cast expected = Cast.decide(
                        Optional.of(ballot),
                        members,
                        votes.of(voter),
                        voter,
                        new Choice.Tap(paper),
                        real.instant().plus(lead));

                assertThat(process(redis, Clock.offset(real, lead), lead)
                                .cast(members.id(), another(), ID, voter, new Choice.Tap(paper), REDRAW))
                        .as("%s for %s, %s from now, on %s", voter, paper, lead, ballot)
                        .isEqualTo(expected);
                votes = expected instanceof Counted ? tap(votes, voter, paper) : votes;
            }
            assertThat(ballots.votes(members.id(), ID)).isEqualTo(votes);
        });
    }

    /** Before, within and after a ballot's hours, but never so near to their ends that the test's own time matters. */
    private static Duration lead(Random random) {
        return FAR.multipliedBy(2L * random.nextInt(4) - 3);
    }

    /** Opens two hours ago, now or in two hours, for two hours or four; clicks come an odd number of hours from now. */
    private Ballot anyBallot(Random random) {
        Instant opens = now.plus(FAR.multipliedBy(2L * random.nextInt(3) - 2));
        Instant closes = opens.plus(FAR.multipliedBy(2L + 2L * random.nextInt(2)));
        Ballot ballot = Ballots.open(
                ID,
                Ballots.MEETING,
                IntStream.range(0, 3)
                        .mapToObj(i -> new Nomination(paper(i), ADA, now))
                        .toList(),
                opens,
                closes);
        return random.nextInt(8) == 0 ? closed(ballot) : ballot;
    }

    @Test
    void clicks_of_many_voters_at_once_count_each() {
        List<UserId> people = Samples.people(8);
        save(Samples.group(people.toArray(UserId[]::new)));
        save(open());
        Map<UserId, List<PaperId>> clicks = new LinkedHashMap<>();
        people.forEach(voter -> clicks.put(voter, clicks(voter.hashCode())));

        Together.run(clicks.entrySet().stream()
                .<Runnable>map(one -> () -> {
                    BallotStore process = process(redis, real, Duration.ZERO);
                    one.getValue()
                            .forEach(paper -> assertThat(process.cast(
                                            group.id(), another(), ID, one.getKey(), new Choice.Tap(paper), REDRAW))
                                    .isInstanceOf(Counted.class));
                })
                .toList());

        Votes expected = Votes.none();
        for (Map.Entry<UserId, List<PaperId>> one : clicks.entrySet()) {
            for (PaperId paper : one.getValue()) {
                expected = tap(expected, one.getKey(), paper);
            }
        }
        assertThat(ballots.votes(group.id(), ID)).isEqualTo(expected);
    }

    @Test
    void clicks_of_one_voter_from_many_places_at_once_count_each() {
        save(open());
        Together.run(Collections.nCopies(5, () -> IntStream.range(0, 11).forEach(i -> click(ADA, paper(1)))));
        // 55 clicks: an odd number.
        assertThat(ballots.votes(group.id(), ID).of(ADA)).contains(Vote.Approves.of(paper(1)));
    }

    private static List<PaperId> clicks(int seed) {
        Random random = new Random(seed);
        List<PaperId> papers = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            papers.add(paper(1 + random.nextInt(3)));
        }
        return papers;
    }

    @Test
    void the_deadline_is_judged_by_redis_clock_whatever_ours_says() {
        save(open());
        for (Duration wrong : List.of(FAR.multipliedBy(-9), FAR.multipliedBy(9))) {
            assertThat(process(redis, Clock.offset(real, wrong), Duration.ZERO)
                            .cast(group.id(), another(), ID, ADA, new Choice.Tap(paper(1)), REDRAW))
                    .isInstanceOf(Counted.class);
        }
        save(ballot(now.minus(FAR).minus(FAR), now.minus(FAR)));
        assertThat(process(redis, Clock.fixed(now.minus(FAR).minusSeconds(1), real.getZone()), Duration.ZERO)
                        .cast(group.id(), another(), ID, ADA, new Choice.Tap(paper(1)), REDRAW))
                .isEqualTo(new Refused(Reason.CLOSED));
    }

    @Test
    void a_sandbox_s_clock_leads_redis_clock() {
        Duration lead = Duration.ofDays(40);
        BallotStore ahead = process(redis, Clock.offset(real, lead), lead);
        save(ballot(now.plus(lead).minus(FAR), now.plus(lead).plus(FAR)));
        assertThat(click(ADA, paper(1))).isEqualTo(new Refused(Reason.CLOSED));
        assertThat(ahead.cast(group.id(), another(), ID, ADA, new Choice.Tap(paper(1)), REDRAW))
                .isInstanceOf(Counted.class);
    }

    @Test
    void a_click_on_a_ballot_that_changes_under_it_is_judged_by_the_changed_one() {
        Ballot ballot = open();
        save(ballot);
        assertThat(clickWhile(() -> save(ballot.without(paper(1)).orElseThrow())))
                .isEqualTo(new Refused(Reason.NOT_ON_BALLOT));
        save(ballot);
        assertThat(clickWhile(() -> save(closed(ballot)))).isEqualTo(new Refused(Reason.CLOSED));
        save(ballot);
        assertThat(clickWhile(() -> save(Samples.group(BEN)))).isEqualTo(new Refused(Reason.NOT_A_MEMBER));
        save(group);
        assertThat(clickWhile(() -> save(ballot.without(paper(3)).orElseThrow())))
                .isEqualTo(counted(paper(1)));
    }

    @Test
    void a_ballot_that_never_stops_changing_is_named() {
        save(open());
        AtomicInteger seconds = new AtomicInteger();
        BallotStore process = process(
                FaultyRedis.over(redis, command -> {
                    if (command.startsWith("EVALSHA")) {
                        save(ballot(now.minus(FAR), now.plus(FAR).plusSeconds(seconds.incrementAndGet())));
                    }
                    return false;
                }),
                real,
                Duration.ZERO);
        assertThatThrownBy(() -> process.cast(group.id(), another(), ID, ADA, new Choice.Tap(paper(1)), REDRAW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(ID.value())
                .hasMessageContaining(group.id().toString());
        assertThat(ballots.votes(group.id(), ID)).isEqualTo(Votes.none());
    }

    /** Ada clicks on the first paper, and just before it is counted something happens. */
    private Cast clickWhile(Runnable something) {
        AtomicInteger scripts = new AtomicInteger();
        UnifiedJedis meanwhile = FaultyRedis.over(redis, command -> {
            if (command.startsWith("EVALSHA") && scripts.incrementAndGet() == 1) {
                something.run();
            }
            return false;
        });
        return process(meanwhile, real, Duration.ZERO)
                .cast(group.id(), another(), ID, ADA, new Choice.Tap(paper(1)), REDRAW);
    }

    @Test
    void a_click_makes_a_change_that_is_being_worked_out_start_anew() {
        save(open());
        AtomicInteger runs = new AtomicInteger();
        Votes counted = ground.changes.apply(group.id(), change -> {
            Votes votes = ballots.votes(group.id(), ID);
            if (runs.incrementAndGet() == 1) {
                click(BEN, paper(2));
            }
            ballots.save(change, closed(open()));
            return votes;
        });
        assertThat(runs).hasValue(2);
        assertThat(counted.of(BEN)).contains(Vote.Approves.of(paper(2)));
    }

    @Test
    void the_same_click_twice_counts_once_and_is_answered_the_same() {
        save(open());
        RequestId request = another();
        assertThat(click(request, ballots)).isEqualTo(counted(paper(1)));
        click(ADA, paper(2));
        assertThat(click(request, process(redis, real, Duration.ZERO))).isEqualTo(counted(paper(1)));
        assertThat(ballots.votes(group.id(), ID).of(ADA)).contains(Vote.Approves.of(paper(1), paper(2)));
        assertThat(redis.pttl(new GroupKeys(group.id()).answer(request)))
                .isBetween(1L, Changes.SAME_REQUEST.toMillis());
    }

    @Test
    void the_same_click_by_many_processes_at_once_counts_once() {
        save(open());
        RequestId request = another();
        Together.run(Collections.nCopies(
                8,
                () -> assertThat(click(request, process(redis, real, Duration.ZERO)))
                        .isEqualTo(counted(paper(1)))));
        assertThat(ballots.votes(group.id(), ID).of(ADA)).contains(Vote.Approves.of(paper(1)));
    }

    @Test
    void what_was_counted_stays_so_for_the_same_click_when_the_vote_has_closed() {
        save(open());
        RequestId request = another();
        click(request, ballots);
        save(closed(open()));
        assertThat(click(request, ballots)).isEqualTo(counted(paper(1)));
        assertThat(click(ADA, paper(1))).isEqualTo(new Refused(Reason.CLOSED));
    }

    @Test
    void a_click_whose_line_breaks_before_or_after_it_counted_counts_once() {
        save(open());
        for (boolean after : List.of(false, true)) {
            AtomicInteger breaks = new AtomicInteger(2);
            java.util.function.Predicate<String> once =
                    command -> command.startsWith("EVALSHA") && breaks.getAndDecrement() == 2;
            UnifiedJedis broken = after ? FaultyRedis.afterwards(redis, once) : FaultyRedis.over(redis, once);
            redis.del(new GroupKeys(group.id()).of("votes:" + ID));
            assertThat(click(another(), process(broken, real, Duration.ZERO)))
                    .as("after: %s", after)
                    .isEqualTo(counted(paper(1)));
            assertThat(ballots.votes(group.id(), ID).of(ADA)).contains(Vote.Approves.of(paper(1)));
        }
    }

    @Test
    void votes_that_are_damaged_are_named_and_not_quoted() {
        save(open());
        redis.hset(new GroupKeys(group.id()).of("votes:" + ID), ADA.value(), "[\"secret\"");
        assertThatThrownBy(() -> ballots.votes(group.id(), ID))
                .isInstanceOf(UnreadableState.class)
                .hasMessageContaining("vote")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    /** Ada's click on the first paper. */
    private Cast click(RequestId request, BallotStore process) {
        return process.cast(group.id(), request, ID, ADA, new Choice.Tap(paper(1)), REDRAW);
    }

    private static RequestId another() {
        return new RequestId("trigger." + REQUESTS.incrementAndGet());
    }

    private Cast click(UserId voter, PaperId paper) {
        return ballots.cast(group.id(), another(), ID, voter, new Choice.Tap(paper), REDRAW);
    }

    private BallotStore process(UnifiedJedis commands, Clock clock, Duration lead) {
        return new BallotStore(commands, clock, () -> lead, ground.due);
    }

    private Ballot open() {
        return ballot(now.minus(FAR), now.plus(FAR));
    }

    private static Ballot ballot(Instant opens, Instant closes) {
        return Ballots.open(ID, Ballots.MEETING, Ballots.of(1, 2, 3).candidates(), opens, closes);
    }

    private void save(Ballot ballot) {
        ground.write(group.id(), change -> ballots.save(change, ballot));
    }

    private void save(Group changed) {
        ground.write(changed.id(), change -> groups.save(change, changed));
    }
}

package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.paper;
import static dev.lectern.ballot.Ballots.closed;
import static dev.lectern.ballot.Ballots.counted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.ballot.Cast.Counted;
import dev.lectern.ballot.Cast.Reason;
import dev.lectern.ballot.Cast.Refused;
import dev.lectern.ballot.count.Method;
import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Ground;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Outgoing;
import dev.lectern.work.RequestId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** Votes of every kind, and secret ones; what else can happen to a vote is in {@link BallotCastTest}. */
@OnEachRedis
class BallotKindsTest {
    private static final BallotId ID = BallotId.of(Ballots.MEETING);
    private static final Outgoing REDRAW = new Outgoing.Show("ballot", "C0READING", "ballot", ID.value());
    private static final AtomicInteger REQUESTS = new AtomicInteger();
    private static final Duration FAR = Duration.ofHours(1);
    private static final String SECRET = "a secret";
    private static final VotingRules APPROVAL = VotingRules.DEFAULT;

    private final UnifiedJedis redis;
    private final Instant now = Clock.systemUTC().instant();
    private final Ground ground;
    private final BallotStore ballots;
    private final Group group = Samples.group(ADA, BEN, CLEO);

    BallotKindsTest(RedisKind kind) {
        redis = kind.fresh();
        ground = new Ground(redis, Clock.systemUTC());
        ballots = new BallotStore(redis, Clock.systemUTC(), () -> Duration.ZERO, ground.due);
        ground.write(group.id(), change -> new GroupStore(redis).save(change, group));
    }

    private Ballot open(VotingRules rules) {
        Ballot ballot = Ballot.open(
                ID, Ballots.MEETING, Ballots.of(1, 2, 3, 4).candidates(), now.minus(FAR), now.plus(FAR), rules, "lot");
        ground.write(group.id(), change -> ballots.open(change, ballot, SECRET));
        return ballot;
    }

    private Cast cast(UserId member, Choice choice) {
        return ballots.cast(
                group.id(), new RequestId("kinds." + REQUESTS.incrementAndGet()), ID, member, choice, REDRAW);
    }

    private Cast tap(UserId member, int paper) {
        return cast(member, new Choice.Tap(paper(paper)));
    }

    private static Choice whole(Vote vote) {
        return new Choice.Whole(vote);
    }

    @Test
    void every_choice_agrees_with_the_rule_by_every_method() {
        Seeded.times(20, random -> {
            VotingRules rules =
                    Samples.oneOf(Ballots.everyMethod(), random).with(Samples.oneOf(List.of(Secrecy.values()), random));
            if (rules.method() == Method.APPROVAL) {
                rules = atMost(random.nextInt(4), rules);
            }
            redis.del(new GroupKeys(group.id()).of("votes:" + ID));
            Ballot ballot = open(rules);
            for (int i = 0; i < 25; i++) {
                UserId member = Samples.oneOf(List.of(ADA, BEN), random);
                Optional<Vote> before = ballots.vote(group.id(), ballot, member);
                Choice choice = anyChoice(random);
                Cast expected = Cast.decide(Optional.of(ballot), group, before, member, choice, now);
                assertThat(cast(member, choice))
                        .as("%s after %s on %s", choice, before, ballot)
                        .isEqualTo(expected);
                assertThat(ballots.vote(group.id(), ballot, member))
                        .isEqualTo(expected instanceof Counted counted ? counted.now() : before);
            }
        });
    }

    private static VotingRules atMost(int most, VotingRules rules) {
        return new VotingRules(rules.method(), rules.secrecy(), rules.tally(), most, 0, true, false, true);
    }

    private static Choice anyChoice(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Choice.TakeBack();
            case 1, 2 -> whole(Ballots.anyVote(random));
            default -> new Choice.Tap(paper(random.nextInt(5)));
        };
    }

    @Test
    void with_plurality_a_tap_takes_the_place_of_the_one_before() {
        open(APPROVAL.with(Method.PLURALITY));
        assertThat(tap(ADA, 1)).isEqualTo(counted(paper(1)));
        assertThat(tap(ADA, 2)).isEqualTo(counted(paper(2)));
        assertThat(tap(ADA, 2)).isEqualTo(counted());
        assertThat(cast(ADA, whole(Vote.Approves.of(paper(1), paper(2))))).isEqualTo(new Refused(Reason.TOO_MANY));
    }

    @Test
    void more_papers_than_the_rules_allow_are_refused_and_another_may_be_taken_back() {
        open(atMost(2, APPROVAL));
        tap(ADA, 1);
        tap(ADA, 2);
        assertThat(tap(ADA, 3)).isEqualTo(new Refused(Reason.TOO_MANY));
        assertThat(tap(ADA, 1)).isEqualTo(counted(paper(2)));
        assertThat(tap(ADA, 3)).isEqualTo(counted(paper(2), paper(3)));
    }

    @Test
    void a_paper_that_was_taken_off_does_not_count_towards_the_most() {
        Ballot ballot = open(atMost(2, APPROVAL));
        tap(ADA, 1);
        tap(ADA, 2);
        ground.write(
                group.id(),
                change -> ballots.save(change, ballot.without(paper(1)).orElseThrow()));
        assertThat(tap(ADA, 3)).isInstanceOf(Counted.class);
        assertThat(tap(ADA, 4)).isEqualTo(new Refused(Reason.TOO_MANY));
    }

    @Test
    void a_vote_of_another_kind_than_the_method_asks_for_is_refused() {
        open(APPROVAL.with(Method.SCHULZE));
        assertThat(tap(ADA, 1)).isEqualTo(new Refused(Reason.NOT_SO));
        assertThat(cast(ADA, whole(new Vote.Scores(Map.of(paper(1), 5))))).isEqualTo(new Refused(Reason.NOT_SO));
        Vote ranked = new Vote.Ranks(List.of(Set.of(paper(2)), Set.of(paper(1), paper(3))));
        assertThat(cast(ADA, whole(ranked))).isEqualTo(new Counted(Optional.of(ranked)));
        assertThat(ballots.votes(group.id(), ID).of(ADA)).contains(ranked);
    }

    @Test
    void who_abstains_has_voted_until_they_take_it_back() {
        open(APPROVAL);
        tap(ADA, 1);
        assertThat(cast(ADA, whole(new Vote.Abstains()))).isEqualTo(new Counted(Optional.of(new Vote.Abstains())));
        assertThat(ballots.votes(group.id(), ID).turnout()).isEqualTo(1);
        assertThat(tap(ADA, 2)).isEqualTo(counted(paper(2)));
        assertThat(cast(ADA, new Choice.TakeBack())).isEqualTo(counted());
        assertThat(ballots.votes(group.id(), ID)).isEqualTo(Votes.none());
    }

    @Test
    void a_secret_vote_is_the_voter_s_own_until_the_close_and_then_nobody_s() {
        Ballot ballot = open(APPROVAL.with(Secrecy.SECRET));
        tap(ADA, 1);
        tap(ADA, 2);
        tap(BEN, 3);
        assertThat(ballots.vote(group.id(), ballot, ADA)).contains(Vote.Approves.of(paper(1), paper(2)));
        assertThat(ballots.vote(group.id(), ballot, CLEO)).isEmpty();
        assertThat(ballots.votes(group.id(), ID).byVoter().keySet())
                .containsExactlyInAnyOrder(Voter.hidden(ADA, SECRET), Voter.hidden(BEN, SECRET));

        ground.write(group.id(), change -> ballots.end(change, closed(ballot)));
        assertThat(ballots.votes(group.id(), ID).turnout()).isEqualTo(2);
        assertThat(ballots.vote(group.id(), closed(ballot), ADA)).isEmpty();
        assertThat(ballots.voter(group.id(), closed(ballot), ADA)).isEmpty();
        assertThat(tap(ADA, 1)).isEqualTo(new Refused(Reason.CLOSED));
    }

    @Test
    void nothing_that_is_kept_of_a_secret_ballot_tells_who_voted_how() {
        Ballot ballot = open(APPROVAL.with(Secrecy.SECRET));
        tap(ADA, 1);
        ground.write(group.id(), change -> ballots.end(change, closed(ballot)));
        String tag = "lectern:{" + group.id() + "}:";
        for (String key : redis.keys(tag + "*")) {
            String kept = switch (redis.type(key)) {
                case "hash" -> redis.hgetAll(key).toString();
                case "zset" -> redis.zrange(key, 0, -1).toString();
                default -> redis.get(key);
            };
            assertThat(kept).as(key).doesNotContain(SECRET);
            if (!key.endsWith(":group") && !key.endsWith(":ballots")) {
                assertThat(kept).as(key).doesNotContain(ADA.value());
            }
        }
    }

    @Test
    void a_ballot_of_an_older_lectern_is_an_open_approval_ballot() {
        redis.hset(
                new GroupKeys(group.id()).of("ballots"),
                ID.value(),
                ("{\"v\":1,\"value\":{\"id\":\"%s\",\"meeting\":\"%s\",\"candidates\":[%s,%s],\"opens\":\"%s\","
                                + "\"closes\":\"%s\",\"state\":\"OPEN\"}}")
                        .formatted(ID, Ballots.MEETING, nomination(1), nomination(2), now.minus(FAR), now.plus(FAR)));
        redis.hset(new GroupKeys(group.id()).of("votes:" + ID), BEN.value(), "[\"" + paper(1) + "\"]");
        Ballot ballot = ballots.find(group.id(), ID).orElseThrow();
        assertThat(ballot.rules()).isEqualTo(VotingRules.DEFAULT);
        assertThat(tap(ADA, 2)).isEqualTo(counted(paper(2)));
        assertThat(tap(BEN, 2)).isEqualTo(counted(paper(1), paper(2)));
        assertThat(Counting.count(ballot, ballots.votes(group.id(), ID)).winner())
                .isEqualTo(paper(2).value());
    }

    private String nomination(int paper) {
        PaperId id = paper(paper);
        return "{\"paper\":\"%s\",\"by\":\"%s\",\"at\":\"%s\"}".formatted(id, ADA, now.minus(FAR));
    }
}

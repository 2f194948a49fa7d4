package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** Who is still to vote, and when it is looked whether anybody is. */
@OnEachRedis
class NotVotedTest {
    private static final BallotId ID = BallotId.of(Ballots.MEETING);
    private static final Outgoing REDRAW = new Outgoing.Show("ballot", "C0READING", "ballot", ID.value());
    private static final AtomicInteger REQUESTS = new AtomicInteger();
    private static final Duration FAR = Duration.ofHours(1);
    private static final Vote.Abstains ABSTAINS = new Vote.Abstains();

    private final UnifiedJedis redis;
    private final Instant now = Clock.systemUTC().instant();
    private final Ground ground;
    private final BallotStore ballots;
    private final Group group = Samples.group(ADA, BEN, CLEO);

    NotVotedTest(RedisKind kind) {
        redis = kind.fresh();
        ground = new Ground(redis, Clock.systemUTC());
        ballots = new BallotStore(redis, Clock.systemUTC(), () -> Duration.ZERO, ground.due);
        ground.write(group.id(), change -> new GroupStore(redis).save(change, group));
    }

    private Ballot open(Secrecy secrecy, boolean endsEarly) {
        VotingRules rules =
                new VotingRules(VotingRules.DEFAULT.method(), secrecy, TallyShown.LIVE, 0, 0, true, endsEarly, true);
        Ballot ballot = Ballot.open(
                ID, Ballots.MEETING, Ballots.of(1, 2).candidates(), now.minus(FAR), now.plus(FAR), rules, "lot");
        ground.write(group.id(), change -> ballots.open(change, ballot, "a secret"));
        return ballot;
    }

    private void cast(UserId member, Choice choice) {
        ballots.cast(group.id(), new RequestId("not." + REQUESTS.incrementAndGet()), ID, member, choice, REDRAW);
    }

    private List<UserId> notVoted(Ballot ballot) {
        return ballots.notVoted(group.id(), ballot, group.members());
    }

    private Double looks() {
        return redis.zscore(new GroupKeys(group.id()).of("timeline"), "ballot.early/" + ID);
    }

    @Test
    void who_abstains_has_voted_and_who_takes_it_back_has_not_however_secret() {
        for (Secrecy secrecy : Secrecy.values()) {
            redis.del(new GroupKeys(group.id()).of("votes:" + ID));
            Ballot ballot = open(secrecy, false);
            assertThat(notVoted(ballot)).containsExactly(ADA, BEN, CLEO);
            cast(ADA, new Choice.Tap(paper(1)));
            cast(BEN, new Choice.Whole(ABSTAINS));
            assertThat(notVoted(ballot)).as("%s", secrecy).containsExactly(CLEO);
            cast(ADA, new Choice.Tap(paper(1)));
            assertThat(notVoted(ballot)).as("%s", secrecy).containsExactly(ADA, CLEO);
        }
    }

    @Test
    void once_a_secret_ballot_has_ended_nobody_can_tell_who_is_missing() {
        Ballot ballot = open(Secrecy.SECRET, false);
        cast(ADA, new Choice.Tap(paper(1)));
        Ballot closed = Ballots.closed(ballot);
        ground.write(group.id(), change -> ballots.end(change, closed));
        assertThat(notVoted(closed)).isEmpty();
    }

    @Test
    void each_vote_has_it_looked_a_minute_later_whether_all_have_voted_where_that_ends_the_ballot() {
        open(Secrecy.OPEN, false);
        cast(ADA, new Choice.Tap(paper(1)));
        assertThat(looks()).isNull();
        open(Secrecy.OPEN, true);
        cast(ADA, new Choice.Tap(paper(2)));
        double first = looks();
        assertThat(Instant.ofEpochMilli((long) first))
                .isBetween(now.plusSeconds(60), Clock.systemUTC().instant().plusSeconds(60));
        cast(BEN, new Choice.Whole(ABSTAINS));
        assertThat(looks()).isGreaterThanOrEqualTo(first);
        assertThat(redis.zcard(new GroupKeys(group.id()).of("timeline"))).isEqualTo(1);
    }
}

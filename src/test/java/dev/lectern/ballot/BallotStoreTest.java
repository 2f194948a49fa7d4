package dev.lectern.ballot;

import static dev.lectern.ballot.Ballots.closed;
import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Seeded;
import dev.lectern.meeting.MeetingId;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Ground;
import dev.lectern.work.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Votes are cast in {@link BallotCastTest}. */
@OnEachRedis
class BallotStoreTest {
    private static final BallotId ID = BallotId.of(Ballots.MEETING);

    private final Ground ground;
    private final BallotStore ballots;

    BallotStoreTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), new SettableClock(START));
        ballots = new BallotStore(ground.redis, new SettableClock(START), () -> Duration.ZERO, ground.due);
    }

    @Test
    void a_group_that_never_voted_has_no_ballots() {
        assertThat(ballots.find(GROUP, ID)).isEmpty();
        assertThat(ballots.all(GROUP)).isEmpty();
        assertThat(ballots.open(GROUP)).isEmpty();
        assertThat(ballots.votes(GROUP, ID)).isEqualTo(Votes.none());
    }

    @Test
    void a_ballot_is_found_as_it_was_saved() {
        Seeded.times(10, random -> {
            Ballot ballot = Ballots.any(random);
            for (Ballot state : List.of(ballot, closed(ballot), ballot.cancelled())) {
                save(state);
                assertThat(ballots.find(GROUP, ID)).contains(state);
            }
        });
    }

    @Test
    void ballots_come_oldest_first_and_open_ones_can_be_told() {
        Ballot first = closed(ballot("2026-04-09", 1));
        Ballot second = ballot("2026-04-02", 2);
        Ballot third = ballot("2026-04-23", 3).cancelled();
        Ballot fourth = ballot("2026-04-16", 4);
        List.of(fourth, first, third, second).forEach(this::save);

        assertThat(ballots.all(GROUP)).containsExactly(first, second, third, fourth);
        assertThat(ballots.open(GROUP)).containsExactly(second, fourth);
        assertThat(ballots.all(Ground.group(2))).isEmpty();
    }

    private void save(Ballot ballot) {
        ground.write(GROUP, change -> ballots.save(change, ballot));
    }

    private static Ballot ballot(String meeting, int opens) {
        MeetingId id = MeetingId.parse(meeting);
        return Ballots.open(
                BallotId.of(id),
                id,
                Ballots.of(1, 2, 3).candidates(),
                START.plus(Duration.ofDays(opens)),
                START.plus(Duration.ofDays(opens + 2)));
    }
}

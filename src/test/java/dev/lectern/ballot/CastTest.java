package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.STRANGER;
import static dev.lectern.Samples.group;
import static dev.lectern.Samples.paper;
import static dev.lectern.ballot.Ballots.CLOSES;
import static dev.lectern.ballot.Ballots.OPENS;
import static dev.lectern.ballot.Ballots.counted;
import static dev.lectern.ballot.Ballots.tap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.ballot.Cast.Counted;
import dev.lectern.ballot.Cast.Reason;
import dev.lectern.ballot.Cast.Refused;
import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CastTest {
    private static final Group GROUP = group(ADA, BEN);
    private static final Optional<Ballot> BALLOT = Optional.of(Ballots.of(1, 2, 3));

    @Test
    void a_member_s_vote_counts() {
        Votes votes = tap(tap(Votes.none(), ADA, paper(1)), BEN, paper(3));
        assertThat(Cast.decide(BALLOT, GROUP, votes.of(ADA), ADA, new Choice.Tap(paper(2)), OPENS))
                .isEqualTo(counted(paper(1), paper(2)));
    }

    @Test
    void another_click_takes_the_vote_back() {
        Votes votes = tap(Votes.none(), ADA, paper(1));
        assertThat(Cast.decide(BALLOT, GROUP, votes.of(ADA), ADA, new Choice.Tap(paper(1)), OPENS))
                .isEqualTo(counted());
    }

    @Test
    void a_vote_after_the_deadline_is_refused() {
        assertThat(decide(BALLOT, ADA, paper(1), CLOSES)).isEqualTo(new Refused(Reason.CLOSED));
        assertThat(decide(BALLOT, ADA, paper(1), CLOSES.minusMillis(1))).isInstanceOf(Counted.class);
    }

    @Test
    void a_vote_before_the_opening_or_after_an_early_end_is_refused() {
        assertThat(decide(BALLOT, ADA, paper(1), OPENS.minusMillis(1))).isEqualTo(new Refused(Reason.CLOSED));
        assertThat(decide(BALLOT.map(Ballots::closed), ADA, paper(1), OPENS)).isEqualTo(new Refused(Reason.CLOSED));
        assertThat(decide(BALLOT.map(Ballot::cancelled), ADA, paper(1), OPENS)).isEqualTo(new Refused(Reason.CLOSED));
    }

    @Test
    void a_vote_by_a_non_member_is_refused() {
        assertThat(decide(BALLOT, STRANGER, paper(1), OPENS)).isEqualTo(new Refused(Reason.NOT_A_MEMBER));
    }

    @Test
    void a_vote_on_a_paper_that_was_taken_off_is_refused() {
        assertThat(decide(BALLOT.flatMap(ballot -> ballot.without(paper(1))), ADA, paper(1), OPENS))
                .isEqualTo(new Refused(Reason.NOT_ON_BALLOT));
    }

    @Test
    void a_vote_on_no_ballot_is_refused() {
        assertThat(decide(Optional.empty(), ADA, paper(1), OPENS)).isEqualTo(new Refused(Reason.NO_SUCH_BALLOT));
    }

    @Test
    void of_several_reasons_the_first_is_said() {
        assertThat(decide(BALLOT, STRANGER, paper(9), CLOSES)).isEqualTo(new Refused(Reason.CLOSED));
        assertThat(decide(BALLOT, STRANGER, paper(9), OPENS)).isEqualTo(new Refused(Reason.NOT_A_MEMBER));
    }

    @Test
    void a_vote_counts_exactly_where_nothing_stands_against_it() {
        Seeded.times(500, random -> {
            Ballot ballot = Ballots.any(random);
            Votes votes = Ballots.clicks(random);
            UserId voter = Samples.oneOf(Samples.people(10), random);
            Group group = group(Samples.people(5).toArray(UserId[]::new));
            PaperId paper = paper(random.nextInt(25));
            Instant now = OPENS.plusSeconds(random.nextInt(4 * 86_400) - 86_400L);

            boolean counts = !now.isBefore(OPENS)
                    && now.isBefore(CLOSES)
                    && group.isMember(voter)
                    && ballot.candidates().stream()
                            .anyMatch(candidate -> candidate.paper().equals(paper));
            Cast cast = Cast.decide(Optional.of(ballot), group, votes.of(voter), voter, new Choice.Tap(paper), now);

            if (counts) {
                assertThat(cast).isEqualTo(new Counted(tap(votes, voter, paper).of(voter)));
            } else {
                assertThat(cast).isInstanceOf(Refused.class);
            }
        });
    }

    private static Cast decide(Optional<Ballot> ballot, UserId voter, PaperId paper, Instant now) {
        return Cast.decide(ballot, GROUP, Optional.empty(), voter, new Choice.Tap(paper), now);
    }
}

package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.paper;
import static dev.lectern.ballot.Ballots.CLOSES;
import static dev.lectern.ballot.Ballots.MEETING;
import static dev.lectern.ballot.Ballots.OPENS;
import static dev.lectern.ballot.Ballots.closed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BallotTest {
    @Test
    void votes_count_from_the_opening_until_just_before_the_close() {
        Ballot ballot = Ballots.of(1, 2);
        assertThat(ballot.takesVotesAt(OPENS.minusMillis(1))).isFalse();
        assertThat(ballot.takesVotesAt(OPENS)).isTrue();
        assertThat(ballot.takesVotesAt(CLOSES.minusMillis(1))).isTrue();
        assertThat(ballot.takesVotesAt(CLOSES)).isFalse();
    }

    @Test
    void a_ballot_that_ended_takes_no_votes() {
        assertThat(closed(Ballots.of(1, 2)).takesVotesAt(OPENS)).isFalse();
        assertThat(Ballots.of(1, 2).cancelled().takesVotesAt(OPENS)).isFalse();
    }

    @Test
    void a_ballot_ends_once() {
        Ballot closed = closed(Ballots.of(1, 2));
        Ballot cancelled = Ballots.of(1, 2).cancelled();
        assertThat(closed.state()).isEqualTo(BallotState.CLOSED);
        assertThat(cancelled.state()).isEqualTo(BallotState.CANCELLED);
        assertThat(closed.cancelled()).isEqualTo(closed);
        assertThat(closed(cancelled)).isEqualTo(cancelled);
    }

    @Test
    void candidates_stand_in_the_order_of_nomination() {
        List<Nomination> given =
                List.of(new Nomination(paper(1), ADA, OPENS), new Nomination(paper(2), BEN, OPENS.minusSeconds(1)));
        assertThat(Ballots.with(given).candidates()).containsExactly(given.get(1), given.get(0));
    }

    @Test
    void a_paper_taken_off_is_no_longer_offered() {
        Ballot rest = Ballots.of(1, 2, 3).without(paper(2)).orElseThrow();
        assertThat(rest.offers(paper(2))).isFalse();
        assertThat(rest.offers(paper(1)) && rest.offers(paper(3))).isTrue();
        assertThat(rest.without(paper(1))).isEmpty();
    }

    @Test
    void an_invalid_ballot_cannot_exist() {
        assertThatIllegalArgumentException().isThrownBy(Ballots::of);
        assertThatIllegalArgumentException().isThrownBy(() -> Ballots.of(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Ballots.of(1, 2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ballots.of(IntStream.range(0, 21).toArray()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ballots.open(
                        BallotId.of(MEETING), MEETING, Ballots.of(1, 2).candidates(), OPENS, OPENS));
        assertThat(Ballots.of(IntStream.range(0, 20).toArray()).candidates()).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a b", "1234567890123456789012345678901234567890123456789012345678901"})
    void what_is_no_ballot_id_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> BallotId.parse(text));
    }

    @Test
    void a_ballot_survives_as_json() {
        JsonMapper json = JsonMapper.builder().build();
        Ballot ballot = closed(Ballots.of(1, 2));
        assertThat(json.readValue(json.writeValueAsString(ballot), Ballot.class))
                .isEqualTo(ballot);
    }
}

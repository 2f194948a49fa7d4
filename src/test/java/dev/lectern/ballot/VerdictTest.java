package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.redis.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Ballot BALLOT = Ballots.of(1, 2);
    private static final Vote STRANGE = new Vote.Scores(Map.of(paper(2), 5));

    @Test
    void a_vote_of_a_kind_that_the_method_does_not_take_is_not_in_the_turnout_but_said() {
        Votes votes = Ballots.approve(ADA, paper(1)).with(Voter.of(BEN), Optional.of(STRANGE));
        Verdict verdict = Counting.verdict(BALLOT, votes, Optional.of(paper(1)), 3);
        assertThat(verdict.turnout()).isEqualTo(1);
        assertThat(verdict.leftOut()).contains(1);
        assertThat(verdict.support()).containsEntry(paper(1), 1.0).containsEntry(paper(2), 0.0);
        assertThat(Counting.count(BALLOT, votes).voters()).isEqualTo(1);
        assertThat(Json.read(Json.write(verdict), Verdict.class)).isEqualTo(verdict);
    }

    @Test
    void where_none_is_left_out_nothing_is_said() {
        assertThat(Counting.verdict(BALLOT, Ballots.approve(ADA, paper(1)), Optional.empty(), 3)
                        .leftOut())
                .isEmpty();
    }

    @Test
    void one_kept_before_votes_could_be_left_out_is_read() {
        String kept = """
                {"winner":"%s","ranking":[["%s"]],"support":{},"turnout":2,"members":3}""".formatted(paper(1), paper(1));
        assertThat(Json.read(kept, Verdict.class))
                .isEqualTo(new Verdict(
                        Optional.of(paper(1)), List.of(List.of(paper(1))), Map.of(), 2, 3, Optional.empty()));
    }
}

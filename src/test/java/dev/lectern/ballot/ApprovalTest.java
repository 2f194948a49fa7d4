package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApprovalTest {
    @Test
    void the_paper_that_most_people_approve_of_wins() {
        Votes votes = new Votes(Map.of(
                ADA, Set.of(paper(1), paper(2)),
                BEN, Set.of(paper(2)),
                CLEO, Set.of(paper(3), paper(2), paper(1))));
        Result result = Approval.count(Ballots.of(1, 2, 3), votes);
        assertThat(result.ranking())
                .containsExactly(new Tally(paper(2), 3), new Tally(paper(1), 2), new Tally(paper(3), 1));
        assertThat(result.winner()).contains(paper(2));
        assertThat(result.decidedBy()).isEqualTo(DecidedBy.VOTES);
        assertThat(result.tiedWith()).isEmpty();
        assertThat(result.turnout()).isEqualTo(3);
    }

    @Test
    void a_tie_goes_to_the_earlier_nomination() {
        Votes votes = new Votes(Map.of(ADA, Set.of(paper(1), paper(2)), BEN, Set.of(paper(3))));
        Result result = Approval.count(Ballots.of(4, 3, 2, 1), votes);
        assertThat(result.winner()).contains(paper(3));
        assertThat(result.tiedWith()).containsExactly(paper(2), paper(1));
        assertThat(result.decidedBy()).isEqualTo(DecidedBy.EARLIER_NOMINATION);
    }

    @Test
    void of_two_nominations_at_once_the_lower_id_wins_the_tie() {
        Ballot ballot = Ballots.with(
                List.of(new Nomination(paper(9), ADA, Ballots.OPENS), new Nomination(paper(2), ADA, Ballots.OPENS)));
        Votes votes = new Votes(Map.of(ADA, Set.of(paper(9), paper(2))));
        assertThat(Approval.count(ballot, votes).winner()).contains(paper(2));
    }

    @Test
    void a_tie_further_down_decides_nothing() {
        Votes votes = new Votes(Map.of(ADA, Set.of(paper(2), paper(1)), BEN, Set.of(paper(2), paper(3))));
        Result result = Approval.count(Ballots.of(1, 2, 3), votes);
        assertThat(result.decidedBy()).isEqualTo(DecidedBy.VOTES);
        assertThat(result.tiedWith()).isEmpty();
    }

    @Test
    void where_nobody_voted_the_earliest_nomination_wins_and_the_result_says_so() {
        Result result = Approval.count(Ballots.of(5, 2), Votes.none());
        assertThat(result.winner()).contains(paper(5));
        assertThat(result.decidedBy()).isEqualTo(DecidedBy.NO_VOTES);
        assertThat(result.tiedWith()).isEmpty();
        assertThat(result.turnout()).isZero();
    }

    @Test
    void votes_for_papers_that_are_not_on_the_ballot_do_not_count() {
        Result result = Approval.count(Ballots.of(5, 2), new Votes(Map.of(ADA, Set.of(paper(77)))));
        assertThat(result).isEqualTo(Approval.count(Ballots.of(5, 2), Votes.none()));
    }

    @Test
    void nobody_wins_a_cancelled_ballot() {
        Votes votes = new Votes(Map.of(ADA, Set.of(paper(1))));
        assertThat(Approval.count(Ballots.of(1, 2).cancelled(), votes).winner()).isEmpty();
        assertThat(Approval.count(Ballots.of(1, 2).closed(), votes).winner()).contains(paper(1));
    }

    @Test
    void the_result_is_what_counting_by_hand_gives() {
        Seeded.times(300, random -> {
            Ballot ballot = Ballots.any(random);
            Votes votes = Ballots.clicks(random);
            Result result = Approval.count(ballot, votes);

            assertThat(result.ranking().stream().map(Tally::paper))
                    .hasSameElementsAs(
                            ballot.candidates().stream().map(Nomination::paper).toList());
            result.ranking().forEach(tally -> assertThat(tally.votes()).isEqualTo(byHand(votes, tally.paper())));
            for (int i = 1; i < result.ranking().size(); i++) {
                assertThat(comesBefore(
                                ballot,
                                result.ranking().get(i - 1),
                                result.ranking().get(i)))
                        .isTrue();
            }
            assertThat(result.winner()).contains(result.ranking().get(0).paper());
        });
    }

    @Test
    void neither_the_order_of_voters_nor_that_of_candidates_matters() {
        Seeded.times(200, random -> {
            Ballot ballot = Ballots.any(random);
            Votes votes = Ballots.clicks(random);
            List<Nomination> candidates = new ArrayList<>(ballot.candidates());
            Collections.shuffle(candidates, random);
            assertThat(Approval.count(Ballots.with(candidates), new Votes(new HashMap<>(votes.approvals()))))
                    .isEqualTo(Approval.count(ballot, votes));
        });
    }

    @Test
    void one_more_approval_never_hurts_a_paper() {
        Seeded.times(300, random -> {
            Ballot ballot = Ballots.any(random);
            Votes votes = Ballots.clicks(random);
            PaperId winner = Approval.count(ballot, votes).winner().orElseThrow();
            UserId voter = Samples.oneOf(Samples.people(10), random);
            if (!votes.of(voter).contains(winner)) {
                assertThat(Approval.count(ballot, votes.toggle(voter, winner)).winner())
                        .contains(winner);
            }
        });
    }

    private static int byHand(Votes votes, PaperId paper) {
        int count = 0;
        for (UserId voter : Samples.people(10)) {
            count += votes.of(voter).contains(paper) ? 1 : 0;
        }
        return count;
    }

    private static boolean comesBefore(Ballot ballot, Tally one, Tally other) {
        if (one.votes() != other.votes()) {
            return one.votes() > other.votes();
        }
        Nomination first = nomination(ballot, one.paper());
        Nomination second = nomination(ballot, other.paper());
        return first.at().equals(second.at())
                ? one.paper().value().compareTo(other.paper().value()) < 0
                : first.at().isBefore(second.at());
    }

    private static Nomination nomination(Ballot ballot, PaperId paper) {
        return ballot.candidates().stream()
                .filter(candidate -> candidate.paper().equals(paper))
                .findFirst()
                .orElseThrow();
    }
}

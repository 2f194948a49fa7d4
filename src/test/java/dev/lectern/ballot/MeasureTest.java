package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.ballot.count.Method;
import dev.lectern.ballot.count.Outcome;
import dev.lectern.group.UserId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeasureTest {
    private static final Set<Method> SUMS = EnumSet.of(Method.APPROVAL, Method.PLURALITY, Method.SCORE, Method.BORDA);
    private static final List<UserId> THREE = List.of(ADA, BEN, CLEO);

    /** Three papers, and a vote of each of three people. */
    private static Measure of(Method method, Vote... votes) {
        Ballot ballot = Ballots.with(Ballots.of(0, 1, 2).candidates(), VotingRules.DEFAULT.with(method));
        Votes cast = Votes.none();
        for (int i = 0; i < votes.length; i++) {
            cast = cast.with(Voter.of(THREE.get(i)), Optional.of(votes[i]));
        }
        return Measure.of(Counting.count(ballot, cast));
    }

    private static String id(int paper) {
        return paper(paper).value();
    }

    private static Vote.Ranks ranks(int... papers) {
        return new Vote.Ranks(
                Arrays.stream(papers).mapToObj(paper -> Set.of(paper(paper))).toList());
    }

    @Test
    void approvals_are_counted_in_the_results_order() {
        Measure measure = of(Method.APPROVAL, Vote.Approves.of(paper(1)), Vote.Approves.of(paper(1), paper(2)));
        assertThat(measure.values().keySet()).containsExactly(id(1), id(2), id(0));
        assertThat(measure.said(id(1))).isEqualTo("2 approvals");
        assertThat(measure.said(id(2))).isEqualTo("1 approval");
        assertThat(measure.said(id(0))).isEqualTo("0 approvals");
    }

    @Test
    void an_instant_runoff_shows_the_votes_that_each_had_when_it_went() {
        Measure measure = of(Method.INSTANT_RUNOFF, ranks(0, 1, 2), ranks(1, 0, 2), ranks(2, 1, 0));
        assertThat(measure.values())
                .containsEntry(measure.values().keySet().iterator().next(), 2.0);
        assertThat(measure.values().values()).containsExactlyInAnyOrder(2.0, 1.0, 1.0);
        assertThat(measure.said(id(2))).isEqualTo("1 vote in its last round");
    }

    @Test
    void schulze_shows_how_many_each_beats() {
        Measure measure = of(Method.SCHULZE, ranks(2, 1, 0), ranks(2, 0, 1), ranks(2, 0, 1));
        assertThat(measure.values())
                .containsExactly(Map.entry(id(2), 2.0), Map.entry(id(0), 1.0), Map.entry(id(1), 0.0));
        assertThat(measure.said(id(2))).isEqualTo("beats 2 others");
    }

    @Test
    void halves_of_points_show() {
        Measure measure = of(Method.BORDA, new Vote.Ranks(List.of(Set.of(paper(0), paper(1)))));
        assertThat(measure.said(id(0))).isEqualTo("1.5 points");
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void where_nobody_voted_everything_is_nothing(Method method) {
        assertThat(of(method).values())
                .containsOnlyKeys(id(0), id(1), id(2))
                .allSatisfy((id, value) -> assertThat(value).isZero());
    }

    /** The other methods rank by more than one number. */
    @RepeatedTest(20)
    void every_paper_has_its_number_and_the_numbers_go_down_as_the_ranking_does(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (VotingRules rules : Ballots.everyMethod()) {
            Ballot ballot = Ballots.with(Ballots.of(0, 1, 2, 3, 4).candidates(), rules);
            Votes votes = Votes.none();
            for (UserId member : Samples.people(9)) {
                Vote vote = Ballots.anyVote(random);
                votes = rules.takes(vote) ? votes.with(Voter.of(member), Optional.of(vote)) : votes;
            }
            Outcome outcome = Counting.count(ballot, votes);
            Measure measure = Measure.of(outcome);
            assertThat(measure.values().keySet()).containsExactlyElementsOf(outcome.order());
            assertThat(measure.title()).hasSizeLessThanOrEqualTo(50);
            assertThat(measure.unit()).hasSizeLessThanOrEqualTo(20);
            if (SUMS.contains(rules.method())) {
                assertThat(List.copyOf(measure.values().values())).isSortedAccordingTo(Comparator.reverseOrder());
            }
        }
    }
}

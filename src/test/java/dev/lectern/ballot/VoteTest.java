package dev.lectern.ballot;

import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lectern.Seeded;
import dev.lectern.ballot.count.Preference.Kind;
import dev.lectern.paper.PaperId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VoteTest {
    @Test
    void a_vote_is_kept_and_read_as_it_was_given() {
        Seeded.times(300, random -> {
            Vote vote = Ballots.anyVote(random);
            assertThat(KeptVote.read(KeptVote.write(vote))).isEqualTo(vote.isEmpty() ? Vote.Approves.of() : vote);
        });
    }

    @Test
    void what_an_older_lectern_kept_is_an_approval() {
        assertThat(KeptVote.read("[\"" + paper(1) + "\",\"" + paper(2) + "\"]"))
                .isEqualTo(Vote.Approves.of(paper(1), paper(2)));
        assertThat(KeptVote.write(Vote.Approves.of(paper(1)))).isEqualTo("[\"" + paper(1) + "\"]");
    }

    @Test
    void what_a_person_likes_is_approved_or_has_more_than_half_of_the_stars_or_the_first_place() {
        assertThat(Vote.Approves.of(paper(1), paper(2)).liked()).containsExactlyInAnyOrder(paper(1), paper(2));
        assertThat(new Vote.Scores(Map.of(paper(1), 3, paper(2), 2, paper(3), 0)).liked())
                .containsExactly(paper(1));
        assertThat(ranks(Set.of(paper(1), paper(2)), Set.of(paper(3))).liked())
                .containsExactlyInAnyOrder(paper(1), paper(2));
        assertThat(ranks().liked()).isEmpty();
        assertThat(new Vote.Abstains().liked()).isEmpty();
    }

    @Test
    void who_abstains_has_voted_and_who_names_nothing_has_not() {
        assertThat(new Vote.Abstains().isEmpty()).isFalse();
        assertThat(Vote.Approves.of().isEmpty()).isTrue();
        assertThat(new Vote.Scores(Map.of()).isEmpty()).isTrue();
        assertThat(ranks(Set.of()).isEmpty()).isTrue();
    }

    @Test
    void what_is_no_vote_cannot_exist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Vote.Scores(Map.of(paper(1), 6)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Vote.Scores(Map.of(paper(1), -1)));
        assertThatIllegalArgumentException().isThrownBy(() -> ranks(Set.of(paper(1)), Set.of(paper(2), paper(1))));
    }

    @Test
    void of_two_papers_that_turned_out_to_be_one_the_better_score_and_place_stand() {
        Map<PaperId, PaperId> same = Map.of(paper(2), paper(1));
        assertThat(Vote.Approves.of(paper(2), paper(1), paper(3)).knownAs(same))
                .isEqualTo(Vote.Approves.of(paper(1), paper(3)));
        assertThat(new Vote.Scores(Map.of(paper(1), 1, paper(2), 4, paper(3), 5)).knownAs(same))
                .isEqualTo(new Vote.Scores(Map.of(paper(1), 4, paper(3), 5)));
        assertThat(ranks(Set.of(paper(3)), Set.of(paper(2)), Set.of(paper(1), paper(4)))
                        .knownAs(same))
                .isEqualTo(ranks(Set.of(paper(3)), Set.of(paper(1)), Set.of(paper(4))));
    }

    @Test
    void what_is_said_of_papers_that_are_not_offered_is_left_out() {
        assertThat(Vote.Approves.of(paper(1), paper(9)).only(paper(1)::equals)).isEqualTo(Vote.Approves.of(paper(1)));
        assertThat(new Vote.Scores(Map.of(paper(1), 1, paper(9), 2)).only(paper(1)::equals))
                .isEqualTo(new Vote.Scores(Map.of(paper(1), 1)));
        assertThat(ranks(Set.of(paper(9)), Set.of(paper(1))).only(paper(1)::equals))
                .isEqualTo(ranks(Set.of(paper(1))));
    }

    @Test
    void a_vote_is_counted_as_the_kind_that_its_method_asks_for() {
        for (VotingRules rules : Ballots.everyMethod()) {
            Kind asked = rules.method().asks();
            assertThat(rules.takes(new Vote.Abstains())).isTrue();
            assertThat(new Vote.Abstains().counted(asked).is(asked)).isTrue();
            assertThat(List.of(
                            Vote.Approves.of(paper(1)), new Vote.Scores(Map.of(paper(1), 5)), ranks(Set.of(paper(1)))))
                    .filteredOn(rules::takes)
                    .singleElement()
                    .satisfies(vote -> {
                        assertThat(vote.counted(asked).is(asked)).isTrue();
                        assertThat(vote.counted(asked).named()).containsExactly(paper(1).value());
                    });
        }
    }

    @SafeVarargs
    private static Vote.Ranks ranks(Set<PaperId>... places) {
        return new Vote.Ranks(List.of(places));
    }
}

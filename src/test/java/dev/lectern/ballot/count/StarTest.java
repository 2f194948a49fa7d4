package dev.lectern.ballot.count;

import static dev.lectern.ballot.count.Profiles.scores;
import static dev.lectern.ballot.count.Profiles.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The protocol's steps, each in a case that only that step can settle. */
class StarTest {
    @Test
    void the_runoff_may_overturn_the_stars() {
        Outcome outcome = count(scores("A B C", "3: A5 B4 C0", "2: A0 B5 C1"));
        assertThat(((Count.Star) outcome.count()).scores()).isEqualTo(Map.of("B", 22, "A", 15, "C", 2));
        assertThat(((Count.Star) outcome.count()).runoff()).contains(new Count.Runoff("A", "B", 3, 2, 0));
        assertThat(told(outcome)).isEqualTo("A>B>C");
        assertThat(outcome.decidedBy()).isEqualTo(Decision.VOTES);
    }

    @Test
    void an_even_runoff_goes_to_whom_got_more_stars_whoever_got_more_fives() {
        Outcome outcome = count(scores("A B", "1: A5 B4", "1: A1 B3", "1: A0 B0"));
        assertThat(((Count.Star) outcome.count()).runoff()).contains(new Count.Runoff("B", "A", 1, 1, 1));
        assertThat(told(outcome)).isEqualTo("B>A");
        assertThat(outcome.decidedBy()).isEqualTo(Decision.OWN_RULE);
    }

    @Test
    void even_in_stars_too_it_goes_to_whom_got_more_fives() {
        Outcome outcome = count(scores("A B", "1: A4 B2", "1: A3 B5"));
        assertThat(told(outcome)).isEqualTo("B>A");
        assertThat(outcome.ties())
                .containsExactly(Tie.of(Tie.Where.FIRST_PLACE, List.of("A", "B"), "B", Decision.OWN_RULE));
    }

    @Test
    void even_in_everything_it_is_a_tie_that_nomination_breaks() {
        Outcome outcome = count(scores("B A", "1: A4 B2", "1: A2 B4"));
        assertThat(told(outcome)).isEqualTo("B=A");
        assertThat(outcome.decidedBy()).isEqualTo(Decision.NOMINATION);
    }

    @Test
    void of_two_equal_for_the_second_seat_the_one_that_more_prefer_goes_on() {
        Outcome outcome = count(scores("B C A", "1: A5 B5 C0", "2: A5 B0 C2", "1: A5 B1 C2"));
        assertThat(((Count.Star) outcome.count()).scores()).isEqualTo(Map.of("A", 20, "B", 6, "C", 6));
        assertThat(outcome.order()).containsExactly("A", "C", "B");
        assertThat(told(outcome)).isEqualTo("A>C>B");
        assertThat(outcome.ties())
                .containsExactly(Tie.of(Tie.Where.FINALIST, List.of("B", "C"), "C", Decision.OWN_RULE));
    }

    @Test
    void of_several_equal_those_who_lost_most_comparisons_go_out() {
        // All have nine stars. C loses to both others; it is out although B's fives are fewer.
        Outcome outcome = count(scores("C B A", "1: A2 B2 C5", "1: A3 B4 C2", "1: A4 B3 C2"));
        assertThat(((Count.Star) outcome.count()).scores()).isEqualTo(Map.of("A", 9, "B", 9, "C", 9));
        assertThat(outcome.order().subList(0, 2)).containsExactlyInAnyOrder("A", "B");
        assertThat(outcome.order().get(2)).isEqualTo("C");
    }

    @Test
    void equal_in_comparisons_the_one_with_more_fives_goes_on() {
        Outcome outcome = count(scores("B C A", "1: A5 B4 C2", "1: A5 B3 C5"));
        assertThat(((Count.Star) outcome.count()).scores()).isEqualTo(Map.of("A", 10, "B", 7, "C", 7));
        assertThat(outcome.order()).containsExactly("A", "C", "B");
    }

    @Test
    void where_too_many_have_the_most_fives_those_with_the_fewest_go_out_and_the_rest_are_compared_anew() {
        // Each of the four with 22 stars loses one comparison; D, who beats A, has the fewest fives. B and C have the
        // most.
        Outcome outcome = count(scores(
                "X D C B A",
                "1: X5 A5 B3 C2 D1",
                "1: X5 A4 B3 C2 D1",
                "2: X5 B5 C3 D2 A1",
                "1: X5 C5 D4 A3 B1",
                "1: X5 C5 D4 A2 B1",
                "2: X5 D4 A3 B2 C1"));
        assertThat(((Count.Star) outcome.count()).scores())
                .isEqualTo(Map.of("X", 40, "A", 22, "B", 22, "C", 22, "D", 22));
        assertThat(outcome.order().subList(0, 2)).containsExactly("X", "A");
        assertThat(outcome.ties())
                .containsExactly(Tie.of(Tie.Where.FINALIST, List.of("D", "C", "B", "A"), "A", Decision.OWN_RULE));
    }

    @Test
    void equal_in_everything_the_earlier_nominated_goes_on_and_the_other_is_tied_with_it() {
        Outcome outcome = count(scores("C B A", "1: A5 B4 C2", "1: A5 B2 C4"));
        assertThat(told(outcome)).isEqualTo("A>C=B");
        assertThat(outcome.ties())
                .containsExactly(Tie.of(Tie.Where.FINALIST, List.of("C", "B"), "C", Decision.NOMINATION));
    }

    @Test
    void in_a_cycle_of_equals_all_are_tied() {
        Outcome outcome = count(scores("A B C", "1: A5 B3 C1", "1: B5 C3 A1", "1: C5 A3 B1"));
        assertThat(told(outcome)).isEqualTo("A=B=C");
    }

    @Test
    void one_alternative_needs_no_runoff() {
        Outcome outcome = count(scores("A", "2: A3"));
        assertThat(outcome.decidedBy()).isEqualTo(Decision.UNOPPOSED);
        assertThat(outcome.count()).isEqualTo(new Count.Star(Map.of("A", 6), Optional.empty()));
    }

    private static Outcome count(Profile profile) {
        return Method.STAR.count(profile, "");
    }
}

package dev.lectern.ballot.count;

import static dev.lectern.ballot.count.Profiles.rankings;
import static dev.lectern.ballot.count.Profiles.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SumsTest {
    @Test
    void borda_is_swayed_by_a_clone_of_the_loser() {
        assertThat(told(Method.BORDA.count(rankings("A B", "3: A>B", "2: B>A"), "")))
                .isEqualTo("A>B");
        Outcome outcome = Method.BORDA.count(rankings("A B C", "3: A>B>C", "2: B>C>A"), "");
        assertThat(totals(outcome)).isEqualTo(Map.of("A", 6.0, "B", 7.0, "C", 2.0));
        assertThat(told(outcome)).isEqualTo("B>A>C");
    }

    @Test
    void borda_gives_half_a_point_for_each_of_equal_rank_and_puts_those_left_out_last_together() {
        Outcome outcome = Method.BORDA.count(rankings("A B C D", "1: A=B", "2: D"), "");
        assertThat(totals(outcome)).isEqualTo(Map.of("A", 4.5, "B", 4.5, "C", 2.5, "D", 6.5));
        assertThat(told(outcome)).isEqualTo("D>A=B>C");
        assertThat(totals(outcome).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .as("six points a vote")
                .isEqualTo(18);
    }

    @Test
    void a_tie_goes_to_the_earlier_nomination_and_at_the_same_instant_to_the_lot() {
        Map<String, Integer> moments = Map.of("late", 9, "one", 3, "two", 3, "three", 3);
        Alternatives alternatives = Alternatives.byMoment(moments);
        List<Bundle> allEqual = List.of(new Bundle(2, new Preference.Approvals(moments.keySet())));
        Outcome outcome = Method.APPROVAL.count(new Profile(alternatives, allEqual), "told at the opening");
        List<String> drawn = Lot.draw("told at the opening", List.of("one", "two", "three"));
        assertThat(outcome.ranking()).hasSize(1);
        assertThat(outcome.order().subList(0, 3)).isEqualTo(drawn);
        assertThat(outcome.order().get(3)).isEqualTo("late");
        assertThat(outcome.decidedBy()).isEqualTo(Decision.LOT);
        Outcome told = Method.APPROVAL.count(new Profile(Profiles.inOrder("two one"), List.of()), "");
        assertThat(told.winner()).isEqualTo("two");
    }

    @ParameterizedTest
    @EnumSource
    void where_nobody_prefers_anything_all_are_tied_and_nomination_decides(Method method) {
        Alternatives alternatives = Profiles.inOrder("C A B");
        for (List<Bundle> none : List.of(List.<Bundle>of(), List.of(new Bundle(3, new Preference.Blank())))) {
            Outcome outcome = method.count(new Profile(alternatives, none), "");
            assertThat(told(outcome)).isEqualTo("C=A=B");
            assertThat(outcome.decidedBy()).isEqualTo(Decision.NO_VOTES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void alone_it_wins_unopposed(Method method) {
        Outcome outcome = method.count(new Profile(Profiles.inOrder("A"), List.of()), "");
        assertThat(outcome.winner()).isEqualTo("A");
        assertThat(outcome.decidedBy()).isEqualTo(Decision.UNOPPOSED);
    }

    private static Map<String, Double> totals(Outcome outcome) {
        return ((Count.Totals) outcome.count()).totals();
    }
}

package dev.lectern.ballot.count;

import static dev.lectern.ballot.count.Profiles.rankings;
import static dev.lectern.ballot.count.Profiles.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstantRunoffTest {
    @Test
    void to_rank_the_winner_higher_may_make_it_lose() {
        assertThat(count(rankings("A B C", "39: A>B>C", "35: B>C>A", "26: C>A>B"))
                        .winner())
                .isEqualTo("A");
        assertThat(count(rankings("A B C", "49: A>B>C", "25: B>C>A", "26: C>A>B"))
                        .winner())
                .as("ten of B>C>A now rank A first")
                .isEqualTo("C");
    }

    @Test
    void a_vote_that_ranks_nobody_left_is_exhausted_and_so_is_a_blank_one() {
        Profile profile = rankings("A B C", "4: A", "3: B", "2: C", "1: C>B");
        Profile withBlank = new Profile(
                profile.alternatives(),
                List.of(
                        profile.bundles().get(0),
                        profile.bundles().get(1),
                        profile.bundles().get(2),
                        profile.bundles().get(3),
                        new Bundle(5, new Preference.Blank())));
        List<Count.Round> rounds = rounds(count(withBlank));
        assertThat(rounds.get(0).exhausted()).isEqualTo(5);
        assertThat(rounds.get(0).votes()).isEqualTo(Map.of("A", 4, "B", 3, "C", 3));
        // B and C have three each, and no earlier round tells them apart: C was nominated later.
        assertThat(rounds.get(0).eliminated()).isEqualTo("C");
        assertThat(rounds.get(0).by()).isEqualTo(Decision.NOMINATION);
        assertThat(rounds.get(1).exhausted()).isEqualTo(7);
        assertThat(rounds.get(1).votes()).isEqualTo(Map.of("A", 4, "B", 4));
        assertThat(rounds.get(1).by()).as("the round before tells: 3 and 4").isEqualTo(Decision.OWN_RULE);
        assertThat(count(withBlank).winner()).isEqualTo("A");
    }

    @Test
    void equal_ranks_count_as_a_whole_vote_for_each() {
        List<Count.Round> rounds = rounds(count(rankings("A B C", "3: A=B>C", "2: C>A", "2: B")));
        assertThat(rounds.get(0).votes()).isEqualTo(Map.of("A", 3, "B", 5, "C", 2));
        assertThat(rounds.get(1).votes()).isEqualTo(Map.of("A", 5, "B", 5));
    }

    /** Where votes were split among equals, whoever has a rival like it would suffer. */
    @Test
    void a_clone_ranked_equally_takes_nothing_away() {
        assertThat(count(rankings("B A", "6: A>B", "5: B>A")).winner()).isEqualTo("A");
        Outcome cloned = count(rankings("B A1 A2 A3", "6: A1=A2=A3>B", "5: B>A1=A2=A3"));
        assertThat(told(cloned)).isEqualTo("A1=A2=A3>B");
    }

    @Test
    void who_was_behind_in_the_latest_earlier_round_goes_first() {
        Outcome outcome = count(rankings("B C A D", "7: A", "4: B", "5: C", "1: D>B"));
        Count.Round second = rounds(outcome).get(1);
        assertThat(second.votes()).isEqualTo(Map.of("A", 7, "B", 5, "C", 5));
        assertThat(second.eliminated()).as("it had 4 when C had 5").isEqualTo("B");
        assertThat(second.by()).isEqualTo(Decision.OWN_RULE);
        assertThat(second.tied()).isEqualTo(Set.of("B", "C"));
        assertThat(outcome.decidedBy()).isEqualTo(Decision.OWN_RULE);
    }

    @Test
    void who_goes_by_nomination_alone_is_tied_in_the_ranking_with_those_who_go_next() {
        assertThat(told(count(rankings("A B C D", "3: A", "2: B")))).isEqualTo("A>B>C=D");
        assertThat(told(count(rankings("A B C D", "1: A>B>C", "1: B>C>A", "1: C>A>B"))))
                .isEqualTo("A=B=C>D");
        Outcome even = count(rankings("B A", "1: A>B", "1: B>A"));
        assertThat(told(even)).isEqualTo("B=A");
        assertThat(even.winner()).isEqualTo("B");
        assertThat(even.decidedBy()).isEqualTo(Decision.NOMINATION);
    }

    @Test
    void a_tie_of_those_who_go_anyway_does_not_decide_who_wins() {
        Outcome outcome = count(rankings("A B C D", "5: A", "4: B", "1: C>B", "1: D>A"));
        assertThat(rounds(outcome).get(0).by()).isEqualTo(Decision.NOMINATION);
        assertThat(outcome.ties()).isEmpty();
        assertThat(outcome.decidedBy()).isEqualTo(Decision.VOTES);
        outcome = count(rankings("A B C D", "5: A", "2: B", "1: C>B", "1: D>A"));
        assertThat(outcome.ties()).as("C and D have as many together as B").hasSize(1);
    }

    @Test
    void at_the_same_instant_the_lot_decides() {
        Profile profile = new Profile(
                Alternatives.atOnce(List.of("A", "B")),
                List.of(
                        new Bundle(1, Preference.Ranking.strict("A", "B")),
                        new Bundle(1, Preference.Ranking.strict("B", "A"))));
        Outcome outcome = Method.INSTANT_RUNOFF.count(profile, "seed");
        assertThat(outcome.order()).isEqualTo(Lot.draw("seed", List.of("A", "B")));
        assertThat(outcome.decidedBy()).isEqualTo(Decision.LOT);
    }

    private static Outcome count(Profile profile) {
        return Method.INSTANT_RUNOFF.count(profile, "");
    }

    private static List<Count.Round> rounds(Outcome outcome) {
        return ((Count.Rounds) outcome.count()).rounds();
    }
}

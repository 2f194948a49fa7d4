package dev.lectern.ballot.count;

import static dev.lectern.ballot.count.Profiles.rankings;
import static dev.lectern.ballot.count.Profiles.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Seeded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SchulzeTest {
    /** Schulze 2011, section 3, example 1. */
    @Test
    void of_21_voters_and_four_alternatives_d_wins() {
        Outcome outcome =
                count(rankings("a b c d", "8: a>c>d>b", "2: b>a>d>c", "4: c>d>b>a", "4: d>b>a>c", "3: d>c>b>a"));
        assertThat(told(outcome)).isEqualTo("d>a>c>b");
        assertThat(paths(outcome))
                .containsExactly(
                        List.of(0, 14, 14, 12), List.of(13, 0, 13, 12), List.of(13, 15, 0, 12), List.of(13, 19, 13, 0));
    }

    /** Schulze 2011, section 3: 30 voters and four alternatives. */
    @Test
    void of_30_voters_and_four_alternatives_d_wins() {
        Outcome outcome = count(rankings(
                "a b c d",
                "5: a>c>b>d",
                "2: a>c>d>b",
                "3: a>d>c>b",
                "4: b>a>c>d",
                "3: c>b>d>a",
                "3: c>d>b>a",
                "1: d>a>c>b",
                "5: d>b>a>c",
                "4: d>c>b>a"));
        assertThat(told(outcome)).isEqualTo("d>a>c>b");
    }

    /** Schulze 2011, section 3: 45 voters and five alternatives; every path is told in the paper. */
    @Test
    void of_45_voters_and_five_alternatives_e_wins() {
        Outcome outcome = count(rankings(
                "a b c d e",
                "5: a>c>b>e>d",
                "5: a>d>e>c>b",
                "8: b>e>d>a>c",
                "3: c>a>b>e>d",
                "7: c>a>e>b>d",
                "2: c>b>a>d>e",
                "7: d>c>e>b>a",
                "8: e>b>a>d>c"));
        assertThat(told(outcome)).isEqualTo("e>a>c>b>d");
        assertThat(((Count.Beatpaths) outcome.count()).preferring())
                .containsExactly(
                        List.of(0, 20, 26, 30, 22),
                        List.of(25, 0, 16, 33, 18),
                        List.of(19, 29, 0, 17, 24),
                        List.of(15, 12, 28, 0, 14),
                        List.of(23, 27, 21, 31, 0));
        assertThat(paths(outcome))
                .containsExactly(
                        List.of(0, 28, 28, 30, 24),
                        List.of(25, 0, 28, 33, 24),
                        List.of(25, 29, 0, 29, 24),
                        List.of(25, 28, 28, 0, 24),
                        List.of(25, 28, 28, 31, 0));
    }

    /** Schulze 2011, section 3: nine voters, and two that nobody is better than. */
    @Test
    void of_nine_voters_b_and_d_are_tied_and_the_earlier_nomination_wins() {
        String[] votes = {"3: a>b>c>d", "2: d>a>b>c", "2: d>b>c>a", "2: c>b>d>a"};
        Outcome outcome = count(rankings("a b c d", votes));
        assertThat(told(outcome)).isEqualTo("b=d>a=c");
        assertThat(outcome.winner()).isEqualTo("b");
        assertThat(outcome.decidedBy()).isEqualTo(Decision.NOMINATION);
        assertThat(outcome.ties())
                .containsExactly(Tie.of(Tie.Where.FIRST_PLACE, List.of("b", "d"), "b", Decision.NOMINATION));
        assertThat(count(rankings("d c b a", votes)).order()).containsExactly("d", "b", "c", "a");
    }

    @Test
    void in_a_cycle_the_weakest_win_yields() {
        Outcome outcome = count(rankings("a b c", "9: a>b>c", "7: b>c>a", "5: c>a>b"));
        assertThat(told(outcome)).isEqualTo("a>b>c");
        assertThat(told(count(rankings("a b c", "1: a>b>c", "1: b>c>a", "1: c>a>b"))))
                .isEqualTo("a=b=c");
    }

    @Test
    void who_is_left_out_is_last_and_equal_to_others_left_out() {
        Outcome outcome = count(rankings("a b c d", "3: c", "2: d>b"));
        assertThat(((Count.Beatpaths) outcome.count()).preferring())
                .containsExactly(List.of(0, 0, 0, 0), List.of(2, 0, 2, 0), List.of(3, 3, 0, 3), List.of(2, 2, 2, 0));
        assertThat(told(outcome)).isEqualTo("c>d>b>a");
    }

    @Test
    void a_win_counts_by_the_voters_for_it_and_not_by_the_margin() {
        // b beats a 5:4, a beats c 6:3, c beats b 4:2. By margins b's win would be the weakest, and a the winner.
        Outcome outcome = count(rankings("a b c", "4: a>c>b", "3: b=c>a", "2: b>a>c"));
        assertThat(told(outcome)).isEqualTo("b>a>c");
    }

    @Test
    void it_is_what_enumerating_all_paths_says() {
        Seeded.times(400, random -> {
            Profile profile = Profiles.random(random, Preference.Kind.RANKING, 5);
            Pairwise pairwise = Pairwise.of(profile);
            Outcome outcome = count(profile);
            List<String> ids = pairwise.ids();
            for (String one : ids) {
                for (String other : ids) {
                    if (!one.equals(other)) {
                        int strongest = strongest(pairwise, one, other, Set.of(one));
                        assertThat(paths(outcome).get(ids.indexOf(one)).get(ids.indexOf(other)))
                                .isEqualTo(strongest);
                    }
                }
            }
        });
    }

    private static int strongest(Pairwise pairwise, String from, String to, Set<String> been) {
        int best = wins(pairwise, from, to);
        for (String via : pairwise.ids()) {
            if (!been.contains(via) && !via.equals(to) && wins(pairwise, from, via) > 0) {
                Set<String> further = new HashSet<>(been);
                further.add(via);
                best = Math.max(best, Math.min(wins(pairwise, from, via), strongest(pairwise, via, to, further)));
            }
        }
        return best;
    }

    private static int wins(Pairwise pairwise, String one, String other) {
        int preferring = pairwise.preferring(one, other);
        return preferring > pairwise.preferring(other, one) ? preferring : 0;
    }

    /** The other definition: look at the Schwartz set, drop the weakest wins within it, and so on until none is left. */
    @Test
    void the_first_group_is_what_dropping_the_weakest_wins_leaves() {
        Seeded.times(400, random -> {
            Profile profile = Profiles.random(random, Preference.Kind.RANKING, 5);
            assertThat(count(profile).ranking().get(0)).isEqualTo(byDropping(profile));
        });
    }

    private static Set<String> byDropping(Profile profile) {
        Pairwise pairwise = Pairwise.of(profile);
        record Win(String of, String over, int strength) {}
        List<Win> wins = new ArrayList<>();
        for (String one : pairwise.ids()) {
            for (String other : pairwise.ids()) {
                if (wins(pairwise, one, other) > 0) {
                    wins.add(new Win(one, other, wins(pairwise, one, other)));
                }
            }
        }
        Set<String> candidates = new TreeSet<>(pairwise.ids());
        while (true) {
            candidates = schwartz(
                    candidates,
                    wins.stream().map(win -> List.of(win.of(), win.over())).toList());
            Set<String> left = candidates;
            wins.removeIf(win -> !left.contains(win.of()) || !left.contains(win.over()));
            if (wins.isEmpty()) {
                return candidates;
            }
            int weakest = wins.stream().mapToInt(Win::strength).min().orElseThrow();
            wins.removeIf(win -> win.strength() == weakest);
        }
    }

    /** Those who reach by wins everybody who reaches them. */
    private static Set<String> schwartz(Set<String> candidates, List<List<String>> wins) {
        Set<List<String>> reach = new HashSet<>(wins);
        for (String via : candidates) {
            for (String from : candidates) {
                for (String to : candidates) {
                    if (reach.contains(List.of(from, via)) && reach.contains(List.of(via, to))) {
                        reach.add(List.of(from, to));
                    }
                }
            }
        }
        Set<String> schwartz = new TreeSet<>(candidates);
        schwartz.removeIf(one -> candidates.stream()
                .anyMatch(other -> reach.contains(List.of(other, one)) && !reach.contains(List.of(one, other))));
        return schwartz;
    }

    private static Outcome count(Profile profile) {
        return Method.SCHULZE.count(profile, "");
    }

    private static List<List<Integer>> paths(Outcome outcome) {
        return ((Count.Beatpaths) outcome.count()).paths();
    }
}

package dev.lectern.ballot.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What ballots of one kind tell a method that asks for another. */
class RecountTest {
    @Test
    void rankings_of_all_tell_choices_but_neither_approvals_nor_stars() {
        Recount strict = toc("soc", "3: 1,2,3", "2: 3,2,1");
        assertThat(strict.methods())
                .containsExactly(Method.PLURALITY, Method.INSTANT_RUNOFF, Method.SCHULZE, Method.BORDA);
        assertThat(count(strict, Method.PLURALITY).order()).containsExactly("1", "3", "2");
        assertThatThrownBy(() -> count(strict, Method.APPROVAL)).isInstanceOf(Converted.Impossible.class);
        assertThatThrownBy(() -> count(strict, Method.STAR)).isInstanceOf(Converted.Impossible.class);
    }

    @Test
    void a_ranking_that_leaves_some_out_approves_of_those_it_names() {
        Recount partial = toc("toi", "3: 1,2", "2: {2,3}", "1: {1,3},2");
        assertThat(((Count.Totals) count(partial, Method.APPROVAL).count()).totals())
                .isEqualTo(Map.of("1", 4.0, "2", 5.0, "3", 3.0));
    }

    @Test
    void several_first_choose_none() {
        Recount tied = toc("toc", "3: {1,2},3", "2: 3,{1,2}");
        assertThat(count(tied, Method.PLURALITY).winner()).isEqualTo("3");
        assertThat(count(tied, Method.PLURALITY).voters()).isEqualTo(5);
        assertThat(tied.blank(Method.PLURALITY)).isEqualTo(3);
        assertThat(tied.blank(Method.SCHULZE)).isZero();
    }

    @Test
    void stars_tell_rankings_and_choices_but_no_approvals() {
        Recount stars = own(
                Method.SCORE,
                new Preference.Scores(Map.of("a", 5, "b", 2, "c", 0)),
                new Preference.Scores(Map.of("b", 4, "c", 4)),
                new Preference.Scores(Map.of("a", 0)));
        assertThat(Converted.to(Preference.Kind.RANKING, stars.profile()).bundles())
                .extracting(Bundle::vote)
                .containsExactlyInAnyOrder(
                        Preference.Ranking.strict("a", "b"),
                        new Preference.Ranking(List.of(Set.of("b", "c"))),
                        new Preference.Blank());
        assertThat(count(stars, Method.PLURALITY).winner()).isEqualTo("a");
        assertThat(stars.methods())
                .containsExactly(
                        Method.PLURALITY,
                        Method.SCORE,
                        Method.STAR,
                        Method.INSTANT_RUNOFF,
                        Method.SCHULZE,
                        Method.BORDA);
    }

    @Test
    void approvals_and_choices_tell_rankings() {
        Recount approvals =
                own(Method.APPROVAL, new Preference.Approvals(Set.of("a", "b")), new Preference.Approvals(Set.of("b")));
        assertThat(count(approvals, Method.SCHULZE).winner()).isEqualTo("b");
        assertThat(approvals.blank(Method.PLURALITY)).isEqualTo(1);
        Recount choices =
                own(Method.PLURALITY, new Preference.Choice("c"), new Preference.Choice("c"), new Preference.Blank());
        for (Method method :
                List.of(Method.APPROVAL, Method.PLURALITY, Method.INSTANT_RUNOFF, Method.SCHULZE, Method.BORDA)) {
            assertThat(count(choices, method).winner()).isEqualTo("c");
        }
        assertThatThrownBy(() -> count(choices, Method.SCORE)).isInstanceOf(Converted.Impossible.class);
    }

    @Test
    void a_seed_given_for_an_export_without_one_leaves_nominations_as_they_are() {
        Recount even = own(
                Method.PLURALITY, new Preference.Choice("a"), new Preference.Choice("b"), new Preference.Choice("c"));
        Outcome outcome = even.count(Method.PLURALITY, Optional.of("z"));
        assertThat(outcome.winner()).as("nominated a second before the others").isEqualTo("a");
        assertThat(outcome.order().subList(1, 3)).isEqualTo(Lot.draw("z", List.of("b", "c")));
    }

    private static Outcome count(Recount recount, Method method) {
        return recount.count(method, Optional.empty());
    }

    private static Recount toc(String extension, String... orders) {
        int voters = Arrays.stream(orders)
                .mapToInt(order -> Integer.parseInt(order.substring(0, order.indexOf(':'))))
                .sum();
        String text = "# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: " + voters + "\n# NUMBER UNIQUE ORDERS: "
                + orders.length + "\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# ALTERNATIVE NAME 3: C\n"
                + String.join("\n", orders);
        return Recount.read("x." + extension, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Recount own(Method method, Preference... votes) {
        Instant at = Instant.parse("2026-05-04T08:00:00Z");
        List<BallotFile.Nominated> nominated = new ArrayList<>();
        for (String id : List.of("a", "b", "c")) {
            nominated.add(new BallotFile.Nominated(id, "Paper " + id, id.equals("a") ? at : at.plusSeconds(1)));
        }
        List<Bundle> bundles =
                Arrays.stream(votes).map(vote -> new Bundle(1, vote)).toList();
        String text = new BallotFile("", method, Optional.empty(), nominated, bundles).write();
        return Recount.read("x.json", text.getBytes(StandardCharsets.UTF_8));
    }
}

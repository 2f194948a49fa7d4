package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.DAN;
import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.ballot.count.Lot;
import dev.lectern.ballot.count.Method;
import dev.lectern.ballot.count.Outcome;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountedModalTest {
    private static final List<UserId> FOUR = List.of(ADA, BEN, CLEO, DAN);

    private static String shown(Ballot ballot, Votes votes) {
        return BlockJson.write(modal(ballot, votes)).replace("\\n", "\n");
    }

    private static Modal modal(Ballot ballot, Votes votes) {
        Outcome outcome = Counting.count(ballot, votes);
        return CountedModal.of(ballot, outcome, id -> "P" + Integer.parseInt(id.substring(id.indexOf('.') + 1)));
    }

    private static Ballot ballot(Method method, int papers) {
        return Ballots.with(
                Ballots.of(IntStream.range(0, papers).toArray()).candidates(), VotingRules.DEFAULT.with(method));
    }

    private static Votes rankings(int[]... rankings) {
        Votes votes = Votes.none();
        for (int i = 0; i < rankings.length; i++) {
            List<Set<PaperId>> places = IntStream.of(rankings[i])
                    .mapToObj(paper -> Set.of(paper(paper)))
                    .toList();
            votes = votes.with(Voter.of(FOUR.get(i)), Optional.of(new Vote.Ranks(places)));
        }
        return votes;
    }

    @Test
    void an_instant_runoff_shows_each_round_and_why_who_went() {
        Votes votes = rankings(new int[] {0, 1}, new int[] {0, 2}, new int[] {1, 0}, new int[] {2, 1});
        assertThat(shown(ballot(Method.INSTANT_RUNOFF, 3), votes))
                .contains("*Round 1*: `1` 2 · `2` 1 · `3` 1\nOut: `3`, tied with `2`; it was nominated later")
                .contains("*Round 2*: ")
                .doesNotContain("*Round 3*", "*Ties*");
    }

    @Test
    void schulze_shows_the_chains_that_decided_and_both_matrices() {
        Votes votes = rankings(new int[] {2, 1, 0}, new int[] {2, 0, 1}, new int[] {0, 2, 1});
        assertThat(shown(ballot(Method.SCHULZE, 3), votes))
                .contains("over `2`: 2 to 0 (one to one: 2 to 1)")
                .contains("over `3`: 3 to 0 (one to one: 3 to 0)")
                .contains("```  1 2 3\n1 \u00B7 2 3\n2 1 \u00B7 2\n3 0 1 \u00B7```")
                .contains("```  1 2 3\n1 \u00B7 2 3\n2 0 \u00B7 2\n3 0 0 \u00B7```");
    }

    @Test
    void star_shows_the_stars_and_the_runoff() {
        Votes votes = Votes.none()
                .with(Voter.of(ADA), Optional.of(new Vote.Scores(Map.of(paper(0), 5, paper(1), 4))))
                .with(Voter.of(BEN), Optional.of(new Vote.Scores(Map.of(paper(0), 0, paper(1), 1))))
                .with(Voter.of(CLEO), Optional.of(new Vote.Scores(Map.of(paper(0), 1, paper(1), 2))));
        assertThat(shown(ballot(Method.STAR, 3), votes))
                .contains("1. P1 \u00B7 7 stars")
                .contains("2 prefer `1`, 1 prefer `2`, 0 gave both the same.");
    }

    @Test
    void a_tie_says_what_broke_it_and_a_lot_how_to_draw_it_again() {
        Nomination one = new Nomination(paper(1), ADA, Ballots.OPENS.minusSeconds(9));
        Nomination other = new Nomination(paper(2), BEN, Ballots.OPENS.minusSeconds(9));
        Ballot ballot = Ballots.with(List.of(one, other));
        Votes votes = Ballots.approve(ADA, paper(1), paper(2));
        String first =
                Lot.draw("seed", List.of(paper(1).value(), paper(2).value())).get(0);
        assertThat(shown(ballot, votes))
                .contains("1. P" + first.substring(first.length() - 1) + " \u00B7 1 approval \u00B7 tied for 1")
                .contains("were tied for the first place; it went to `1`, by the lot.")
                .contains("`seed`", "sha256sum", "tally ballot-2026-04-02.json");
        assertThat(shown(Ballots.of(1, 2), votes))
                .contains("by the order of nomination.")
                .contains("`seed`")
                .doesNotContain("sha256sum");
    }

    @Test
    void who_asks_after_papers_turned_out_to_be_one_is_told_so() {
        Ballot ballot = Ballots.of(0, 1, 2);
        Votes votes = Ballots.approve(ADA, paper(1));
        Ballot closed = ballot.closed(Counting.verdict(ballot, votes, Optional.of(paper(1)), 3));
        assertThat(shown(closed, votes)).doesNotContain("not quite");
        assertThat(shown(closed.without(paper(0)).orElseThrow(), votes)).contains("not quite those it closed with");
    }

    /** As wide and as many as a ballot takes: none of it is cut. */
    @ParameterizedTest
    @EnumSource(Method.class)
    void twenty_papers_and_a_thousand_voters_fit(Method method) {
        Ballot ballot = ballot(method, 20);
        Random random = new Random(7);
        Votes votes = Votes.none();
        for (UserId member : Samples.people(1000)) {
            votes = votes.with(Voter.of(member), Optional.of(anyVote(method, random)));
        }
        Outcome outcome = Counting.count(ballot, votes);
        String longTitle = "<https://example.org/" + "x".repeat(60) + "|" + "Long title ".repeat(20) + ">";
        Modal modal = CountedModal.of(ballot, outcome, id -> longTitle);
        assertThat(Limits.check(modal)).isEmpty();
        assertThat(BlockJson.write(modal)).doesNotContain("\u2026").contains("20. <https");
        if (method == Method.INSTANT_RUNOFF) {
            assertThat(BlockJson.write(modal)).contains("*Round 19*");
        }
    }

    private static Vote anyVote(Method method, Random random) {
        List<PaperId> papers =
                new ArrayList<>(IntStream.range(0, 20).mapToObj(Samples::paper).toList());
        Collections.shuffle(papers, random);
        return switch (method) {
            case APPROVAL -> new Vote.Approves(new LinkedHashSet<>(papers.subList(0, 5)));
            case PLURALITY -> Vote.Approves.of(papers.get(0));
            case SCORE, STAR -> {
                Map<PaperId, Integer> stars = new HashMap<>();
                papers.forEach(paper -> stars.put(paper, random.nextInt(6)));
                yield new Vote.Scores(stars);
            }
            case INSTANT_RUNOFF, SCHULZE, BORDA ->
                new Vote.Ranks(papers.stream().map(Set::of).toList());
        };
    }
}

package dev.lectern.ballot;

import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.Seeded;
import dev.lectern.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingDraftTest {
    private static RankingDraft draft(int... papers) {
        RankingDraft draft = RankingDraft.EMPTY;
        for (int paper : papers) {
            draft = draft.then(paper(paper));
        }
        return draft;
    }

    private static List<Set<PaperId>> places(RankingDraft draft) {
        return draft.vote().places();
    }

    @Test
    void papers_get_their_places_in_the_order_of_the_taps() {
        assertThat(places(draft(3, 1, 2))).containsExactly(Set.of(paper(3)), Set.of(paper(1)), Set.of(paper(2)));
    }

    @Test
    void the_same_tap_twice_is_one() {
        assertThat(draft(3, 1, 3)).isEqualTo(draft(3, 1));
    }

    @Test
    void the_last_paper_can_have_the_same_place_as_the_one_before_and_its_own_again() {
        RankingDraft level = draft(1, 2).levelled();
        assertThat(places(level)).containsExactly(Set.of(paper(1), paper(2)));
        assertThat(places(level.then(paper(3)).levelled())).containsExactly(Set.of(paper(1), paper(2), paper(3)));
        assertThat(level.levelled()).isEqualTo(draft(1, 2));
        assertThat(draft(1).levelled()).isEqualTo(draft(1));
    }

    @Test
    void the_last_paper_is_undone() {
        assertThat(draft(1, 2).levelled().undone()).isEqualTo(draft(1));
        assertThat(RankingDraft.EMPTY.undone()).isEqualTo(RankingDraft.EMPTY);
    }

    @Test
    void a_paper_taken_out_leaves_the_others_in_their_order() {
        RankingDraft draft = draft(1, 2).levelled().then(paper(3));
        assertThat(places(draft.without(paper(1)))).containsExactly(Set.of(paper(2)), Set.of(paper(3)));
        assertThat(places(draft(1, 2, 3).levelled().without(paper(2))))
                .as("the one that was level with it takes its place, not the one before")
                .containsExactly(Set.of(paper(1)), Set.of(paper(3)));
    }

    @Test
    void whatever_is_done_it_is_a_ranking_of_papers_with_one_place_each() {
        Seeded.times(300, random -> {
            RankingDraft draft = any(random);
            assertThat(draft.vote().papers()).hasSameSizeAs(draft.ranked());
            assertThat(RankingDraft.of(Optional.of(draft.vote()))).isEqualTo(draft);
            assertThat(RankingDraft.read(draft.write())).isEqualTo(draft);
            assertThat(draft.write()).doesNotContain(" ").isNotEmpty();
            PaperId one = paper(random.nextInt(20));
            assertThat(draft.then(one).then(one)).isEqualTo(draft.then(one));
            assertThat(draft.levelled().levelled()).isEqualTo(draft);
            assertThat(draft.without(one).has(one)).isFalse();
            assertThat(draft.then(paper(20)).undone()).isEqualTo(draft);
        });
    }

    static RankingDraft any(Random random) {
        RankingDraft draft = RankingDraft.EMPTY;
        for (int taps = random.nextInt(60); taps > 0; taps--) {
            PaperId paper = paper(random.nextInt(20));
            draft = switch (random.nextInt(6)) {
                case 0 -> draft.levelled();
                case 1 -> draft.undone();
                case 2 -> draft.without(paper);
                default -> draft.then(paper);
            };
        }
        return draft;
    }

    @Test
    void a_vote_of_another_kind_is_no_draft() {
        assertThat(RankingDraft.of(Optional.empty())).isEqualTo(RankingDraft.EMPTY);
        assertThat(RankingDraft.of(Optional.of(Vote.Approves.of(paper(1))))).isEqualTo(RankingDraft.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", ",a b", ",a,,b", ",a;b", "=", "--", ",a=", ",a,b,a", ",a=a", "\n"})
    void what_is_no_draft_is_not_read(String line) {
        if (line.isEmpty()) {
            assertThat(RankingDraft.read(line)).isEqualTo(RankingDraft.EMPTY);
        } else {
            assertThatThrownBy(() -> RankingDraft.read(line)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_paper_ranked_twice_is_refused() {
        List<RankingDraft.Ranked> twice = new ArrayList<>(draft(1, 2).ranked());
        twice.add(new RankingDraft.Ranked(paper(1), false));
        assertThatThrownBy(() -> new RankingDraft(twice)).isInstanceOf(IllegalArgumentException.class);
    }
}

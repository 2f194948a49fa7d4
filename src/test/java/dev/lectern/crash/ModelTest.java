package dev.lectern.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.crash.Model.Belief;
import org.junit.jupiter.api.Test;

class ModelTest {
    private static final Fact.Voted VOTE = new Fact.Voted("C1", "2026-04-09", "2601.00001", "U1");

    private final Model model = new Model();

    private Belief belief(Fact fact) {
        return model.beliefs().get(fact);
    }

    @Test
    void each_answered_click_turns_the_vote() {
        model.voted(VOTE);
        assertThat(belief(VOTE)).isEqualTo(Belief.YES);
        model.voted(VOTE);
        assertThat(belief(VOTE)).isEqualTo(Belief.NO);
        assertThat(model.answeredVotes()).isEqualTo(2);
    }

    @Test
    void an_unanswered_click_leaves_both_possible_until_somebody_looks() {
        model.voted(VOTE);
        model.unanswered(VOTE);
        model.voted(VOTE);
        assertThat(belief(VOTE)).isEqualTo(Belief.EITHER);
        model.holds(VOTE, true);
        assertThat(belief(VOTE).allows(true)).isTrue();
        assertThat(belief(VOTE).allows(false)).isFalse();
    }

    @Test
    void an_unanswered_offer_to_present_opens_only_where_they_did_not_present_already() {
        Fact presents = new Fact.Presents("C1", "2026-04-09", "U1");
        Fact presentsNot = new Fact.Presents("C1", "2026-04-16", "U1");
        Fact another = new Fact.Presents("C1", "2026-04-16", "U2");
        model.holds(presents, true);
        model.holds(presentsNot, false);
        model.holds(another, false);
        model.offeredToPresent("C1", "U1");
        assertThat(belief(presents)).isEqualTo(Belief.YES);
        assertThat(belief(presentsNot)).isEqualTo(Belief.EITHER);
        assertThat(belief(another)).isEqualTo(Belief.NO);
    }
}

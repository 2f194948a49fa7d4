package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.paper;
import static dev.lectern.ballot.Ballots.tap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VotesTest {
    @Test
    void a_click_approves_and_another_takes_it_back() {
        Votes once = tap(Votes.none(), ADA, paper(1));
        assertThat(once.of(ADA)).contains(Vote.Approves.of(paper(1)));
        assertThat(tap(once, ADA, paper(1))).isEqualTo(Votes.none());
    }

    @Test
    void one_person_may_approve_of_several_papers_and_is_one_voter() {
        Votes votes = tap(tap(tap(Votes.none(), ADA, paper(1)), ADA, paper(2)), BEN, paper(2));
        assertThat(votes.of(ADA)).contains(Vote.Approves.of(paper(2), paper(1)));
        assertThat(votes.of(BEN)).contains(Vote.Approves.of(paper(2)));
        assertThat(votes.turnout()).isEqualTo(2);
    }

    @Test
    void who_took_everything_back_has_not_voted() {
        Votes votes = new Votes(Map.of(Voter.of(ADA), Vote.Approves.of(), Voter.of(BEN), Vote.Approves.of(paper(1))));
        assertThat(votes.turnout()).isEqualTo(1);
        assertThat(votes.of(ADA)).isEmpty();
    }

    @Test
    void two_clicks_on_one_button_change_nothing() {
        Seeded.times(200, random -> {
            Votes votes = Ballots.clicks(random);
            UserId voter = Samples.oneOf(Samples.people(10), random);
            PaperId paper = paper(random.nextInt(25));
            assertThat(tap(votes, voter, paper)).isNotEqualTo(votes);
            assertThat(tap(tap(votes, voter, paper), voter, paper)).isEqualTo(votes);
        });
    }

    @Test
    void clicks_of_different_people_may_come_in_any_order() {
        Seeded.times(200, random -> {
            Votes votes = Ballots.clicks(random);
            PaperId one = paper(random.nextInt(25));
            PaperId other = paper(random.nextInt(25));
            assertThat(tap(tap(votes, ADA, one), BEN, other)).isEqualTo(tap(tap(votes, BEN, other), ADA, one));
        });
    }
}

package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VotesTest {
    @Test
    void a_click_approves_and_another_takes_it_back() {
        Votes once = Votes.none().toggle(ADA, paper(1));
        assertThat(once.of(ADA)).containsExactly(paper(1));
        assertThat(once.toggle(ADA, paper(1))).isEqualTo(Votes.none());
    }

    @Test
    void one_person_may_approve_of_several_papers_and_is_one_voter() {
        Votes votes = Votes.none().toggle(ADA, paper(1)).toggle(ADA, paper(2)).toggle(BEN, paper(2));
        assertThat(votes.of(ADA)).containsExactlyInAnyOrder(paper(1), paper(2));
        assertThat(votes.of(BEN)).containsExactly(paper(2));
        assertThat(votes.turnout()).isEqualTo(2);
    }

    @Test
    void who_took_everything_back_has_not_voted() {
        Votes votes = new Votes(Map.of(ADA, Set.of(), BEN, Set.of(paper(1))));
        assertThat(votes.turnout()).isEqualTo(1);
        assertThat(votes.of(ADA)).isEmpty();
    }

    @Test
    void two_clicks_on_one_button_change_nothing() {
        Seeded.times(200, random -> {
            Votes votes = Ballots.clicks(random);
            UserId voter = Samples.oneOf(Samples.people(10), random);
            PaperId paper = paper(random.nextInt(25));
            assertThat(votes.toggle(voter, paper)).isNotEqualTo(votes);
            assertThat(votes.toggle(voter, paper).toggle(voter, paper)).isEqualTo(votes);
        });
    }

    @Test
    void clicks_of_different_people_may_come_in_any_order() {
        Seeded.times(200, random -> {
            Votes votes = Ballots.clicks(random);
            PaperId one = paper(random.nextInt(25));
            PaperId other = paper(random.nextInt(25));
            assertThat(votes.toggle(ADA, one).toggle(BEN, other))
                    .isEqualTo(votes.toggle(BEN, other).toggle(ADA, one));
        });
    }

    @Test
    void votes_survive_as_json() {
        JsonMapper json = JsonMapper.builder().build();
        Votes votes = Votes.none().toggle(ADA, paper(1)).toggle(ADA, paper(2)).toggle(BEN, paper(2));
        assertThat(json.writeValueAsString(votes)).contains("\"U0ADA\":[");
        assertThat(json.readValue(json.writeValueAsString(votes), Votes.class)).isEqualTo(votes);
    }
}

package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.paper;
import static dev.lectern.ballot.Ballots.OPENS;
import static dev.lectern.ballot.Ballots.closed;
import static dev.lectern.ballot.Ballots.tap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StandingsTest {
    private static final Backlog BACKLOG = new Backlog(List.of(new Nomination(paper(1), BEN, OPENS)));

    private static Meeting meeting(String day) {
        return Meeting.planned(MeetingId.parse(day), Instant.parse(day + "T13:00:00Z"))
                .withPaper(paper(1));
    }

    private static Standing standing(List<Meeting> meetings, Map<Ballot, Votes> ballots) {
        return new Standings(BACKLOG, meetings, ballots).of(paper(1));
    }

    @Test
    void a_paper_comes_from_nowhere_over_backlog_ballot_and_choice_to_having_been_read() {
        Map<Ballot, Votes> ballot =
                Map.of(Ballots.of(1, 2), tap(tap(tap(Votes.none(), BEN, paper(1)), CLEO, paper(1)), CLEO, paper(2)));
        assertThat(new Standings(Backlog.empty(), List.of(), Map.of()).of(paper(1)))
                .isEqualTo(new Standing.NotNominated());
        assertThat(standing(List.of(), Map.of())).isEqualTo(new Standing.Nominated(BEN, OPENS));
        assertThat(standing(List.of(), ballot)).isEqualTo(new Standing.OnBallot(ADA, OptionalInt.of(2)));
        assertThat(standing(List.of(meeting("2026-04-02")), ballot))
                .isEqualTo(new Standing.Chosen(LocalDate.of(2026, 4, 2)));
        assertThat(standing(List.of(meeting("2026-04-09"), meeting("2026-04-02").held()), ballot))
                .isEqualTo(new Standing.Read(LocalDate.of(2026, 4, 2)));
    }

    @Test
    void other_papers_and_their_votes_change_nothing() {
        Standings standings = new Standings(
                BACKLOG, List.of(meeting("2026-04-02")), Map.of(Ballots.of(1, 2), tap(Votes.none(), BEN, paper(2))));
        assertThat(standings.of(paper(3))).isEqualTo(new Standing.NotNominated());
        assertThat(standings.of(paper(2))).isEqualTo(new Standing.OnBallot(ADA, OptionalInt.of(1)));
    }

    @Test
    void a_meeting_that_was_called_off_leaves_the_paper_where_it_was() {
        assertThat(standing(List.of(meeting("2026-04-02").cancelled()), Map.of()))
                .isEqualTo(new Standing.Nominated(BEN, OPENS));
    }

    @Test
    void a_ballot_that_ended_offers_nothing_any_more() {
        assertThat(standing(List.of(), Map.of(closed(Ballots.of(1, 2)), Votes.none())))
                .isEqualTo(new Standing.Nominated(BEN, OPENS));
    }

    @Test
    void of_several_meetings_the_last_that_read_it_counts_and_the_next_that_will() {
        assertThat(standing(List.of(meeting("2026-04-09"), meeting("2026-04-02")), Map.of()))
                .isEqualTo(new Standing.Chosen(LocalDate.of(2026, 4, 2)));
        assertThat(standing(
                        List.of(
                                meeting("2026-03-05").held(),
                                meeting("2026-03-26").held()),
                        Map.of()))
                .isEqualTo(new Standing.Read(LocalDate.of(2026, 3, 26)));
    }
}

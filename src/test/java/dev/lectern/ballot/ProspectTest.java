package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.DAN;
import static dev.lectern.Samples.paper;
import static dev.lectern.ballot.Ballots.approve;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProspectTest {
    private static final Instant NOMINATED = Instant.parse("2026-01-05T12:00:00Z");
    private static final Nomination MINE = new Nomination(paper(1), ADA, NOMINATED);
    private static final Nomination OTHER = new Nomination(paper(2), BEN, NOMINATED);
    private static final Backlog BACKLOG = new Backlog(List.of(MINE, OTHER));

    private static Instant day(int n) {
        return NOMINATED.plus(Duration.ofDays(n));
    }

    private static Ballot open(int closesOn) {
        MeetingId meeting = MeetingId.parse(
                LocalDate.ofInstant(day(closesOn + 2), ZoneOffset.UTC).toString());
        return Ballots.open(BallotId.of(meeting), meeting, List.of(MINE, OTHER), day(closesOn - 2), day(closesOn));
    }

    private static Ballot closed(int closesOn, PaperId winner, Votes votes) {
        Ballot open = open(closesOn);
        return open.closed(Counting.verdict(open, votes, Optional.of(winner), 4));
    }

    private static Votes votes(Set<UserId> mine, Set<UserId> other) {
        Votes votes = Votes.none();
        for (UserId voter : mine) {
            votes = approve(votes, voter, paper(1));
        }
        for (UserId voter : other) {
            votes = approve(votes, voter, paper(2));
        }
        return votes;
    }

    private static Ballot lost(int closesOn) {
        return closed(closesOn, paper(2), votes(Set.of(ADA), Set.of(BEN, CLEO)));
    }

    /** Lost without anybody who would have liked to read it. */
    private static Ballot unloved(int closesOn) {
        return closed(closesOn, paper(2), votes(Set.of(), Set.of(BEN, CLEO)));
    }

    private static Prospect at(int day, Ballot... ballots) {
        return Prospect.of(MINE, BACKLOG, List.of(ballots), day(day));
    }

    @Test
    void a_new_nomination_waits_since_then_and_has_nobody_s_support_yet() {
        Prospect prospect = at(1);
        assertThat(prospect.support().value()).isZero();
        assertThat(prospect.waitsSince()).isEqualTo(NOMINATED);
        assertThat(prospect.isResting()).isFalse();
    }

    @Test
    void a_lost_ballot_tells_how_many_of_how_many_would_like_to_read_it() {
        Prospect prospect = at(7, closed(7, paper(2), votes(Set.of(ADA, DAN), Set.of(BEN, CLEO))));
        assertThat(prospect.support().vote()).contains(new Showing(day(7), 2, 4, Showing.Result.LOST));
        assertThat(prospect.waitsSince()).isEqualTo(day(7));
    }

    @Test
    void ballots_that_are_open_or_called_off_say_nothing() {
        assertThat(at(8, open(7), open(8).cancelled())).isEqualTo(at(8));
    }

    @Test
    void a_ballot_closed_before_verdicts_were_kept_only_ends_the_waiting() {
        Ballot old = open(7);
        Ballot without = new Ballot(
                old.id(),
                old.meeting(),
                old.candidates(),
                old.opens(),
                old.closes(),
                BallotState.CLOSED,
                old.rules(),
                old.seed(),
                List.of(),
                Optional.empty());
        Prospect prospect = at(8, without);
        assertThat(prospect.support()).isEqualTo(at(8).support());
        assertThat(prospect.waitsSince()).isEqualTo(day(7));
    }

    @Test
    void a_vote_that_nobody_took_part_in_is_not_lost() {
        Ballot empty = closed(7, paper(2), Votes.none());
        assertThat(Showing.of(paper(1), List.of(empty)))
                .containsExactly(new Showing(day(7), 0, 0, Showing.Result.UNDECIDED));
        Ballot missed = open(14).closed(Counting.verdict(open(14), votes(Set.of(ADA), Set.of()), Optional.empty(), 4));
        assertThat(Showing.of(paper(1), List.of(missed)))
                .containsExactly(new Showing(day(14), 1, 1, Showing.Result.UNDECIDED));
        assertThat(Showing.of(paper(2), List.of(lost(21))))
                .extracting(Showing::result)
                .containsExactly(Showing.Result.WON);
    }

    @Test
    void after_three_lost_ballots_in_a_row_it_rests_sixty_days_and_then_waits_from_there() {
        Ballot[] ballots = {lost(7), lost(14), lost(21)};
        assertThat(at(20, lost(7), lost(14)).restsUntil()).isEmpty();
        assertThat(at(21, ballots).restsUntil()).contains(day(81));
        assertThat(at(80, ballots).isResting()).isTrue();
        assertThat(at(81, ballots).isResting()).isFalse();
        assertThat(at(81, ballots).waitsSince()).isEqualTo(day(81));
    }

    @Test
    void a_paper_nominated_again_rests_on_but_what_it_did_before_does_not_make_it_hopeless() {
        List<Ballot> ballots = new ArrayList<>();
        for (int day : new int[] {7, 14, 21, 88, 95, 102}) {
            ballots.add(lost(day));
        }
        Nomination again = new Nomination(paper(1), BEN, day(110));
        Prospect prospect = Prospect.of(again, new Backlog(List.of(again)), ballots, day(111));
        assertThat(prospect.isResting()).isTrue();
        assertThat(prospect.hopeless(day(111))).isEmpty();
        assertThat(Prospect.of(MINE, BACKLOG, ballots, day(111)).hopeless(day(111)))
                .contains(Prospect.Hopeless.RESTED_TWICE);
    }

    @Test
    void a_paper_that_nobody_asked_for_in_half_a_year_is_forgotten() {
        Prospect silent = at(182, unloved(7));
        assertThat(silent.hopeless(day(181))).isEmpty();
        assertThat(silent.hopeless(day(182))).contains(Prospect.Hopeless.FORGOTTEN);
        assertThat(at(182, lost(7)).hopeless(day(182))).isEmpty();
        Backlog seconded = BACKLOG.second(new Second(paper(1), BEN, day(100)));
        assertThat(Prospect.of(MINE, seconded, List.of(), day(182)).hopeless(day(182)))
                .isEmpty();
    }
}

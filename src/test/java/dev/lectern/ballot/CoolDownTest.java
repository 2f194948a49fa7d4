package dev.lectern.ballot;

import static dev.lectern.ballot.Showing.Result.LOST;
import static dev.lectern.ballot.Showing.Result.UNDECIDED;
import static dev.lectern.ballot.Showing.Result.WON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.ballot.CoolDown.Rest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoolDownTest {
    private static final Instant FIRST = Instant.parse("2026-01-07T12:00:00Z");

    private static Instant week(int n) {
        return FIRST.plus(Duration.ofDays(7L * n));
    }

    /** One ballot a week. */
    private static List<Showing> weekly(Showing.Result... results) {
        List<Showing> showings = new ArrayList<>();
        for (Showing.Result result : results) {
            showings.add(new Showing(week(showings.size()), 1, 3, result));
        }
        return showings;
    }

    private static Rest from(int week) {
        return new Rest(week(week), week(week).plus(Duration.ofDays(60)));
    }

    @Test
    void two_lost_ballots_are_no_reason_to_rest_and_three_are() {
        assertThat(CoolDown.rests(weekly(LOST, LOST))).isEmpty();
        assertThat(CoolDown.rests(weekly(LOST, LOST, LOST))).containsExactly(from(2));
    }

    @Test
    void a_win_begins_the_count_anew_and_a_ballot_that_decided_nothing_does_not() {
        assertThat(CoolDown.rests(weekly(LOST, LOST, WON, LOST, LOST))).isEmpty();
        assertThat(CoolDown.rests(weekly(LOST, LOST, UNDECIDED, LOST))).containsExactly(from(3));
        assertThat(CoolDown.rests(weekly(UNDECIDED, UNDECIDED, UNDECIDED))).isEmpty();
    }

    @Test
    void what_closes_during_a_rest_does_not_count_and_what_is_lost_afterwards_counts_anew() {
        // A rest of 60 days covers the eight weeks after its beginning.
        List<Showing> showings = weekly(LOST, LOST, LOST, LOST, LOST, LOST, LOST, LOST, LOST, LOST, LOST, LOST, LOST);
        assertThat(CoolDown.rests(showings)).containsExactly(from(2));
        List<Showing> more = new ArrayList<>(showings);
        more.add(new Showing(week(13), 0, 3, LOST));
        assertThat(CoolDown.rests(more)).containsExactly(from(2), from(13));
    }

    @Test
    void a_rest_lasts_until_just_before_its_end() {
        Rest rest = from(0);
        assertThat(rest.isAt(week(0).minusMillis(1))).isFalse();
        assertThat(rest.isAt(week(0))).isTrue();
        assertThat(rest.isAt(rest.until().minusMillis(1))).isTrue();
        assertThat(rest.isAt(rest.until())).isFalse();
    }

    @Test
    void rests_never_overlap_and_each_needs_three_losses_of_its_own() {
        Seeded.times(300, random -> {
            List<Showing> showings = new ArrayList<>();
            Instant at = FIRST;
            for (int i = random.nextInt(40); i > 0; i--) {
                at = at.plus(Duration.ofDays(1 + random.nextInt(30)));
                showings.add(new Showing(at, 0, 2, Samples.oneOf(List.of(Showing.Result.values()), random)));
            }
            List<Rest> rests = CoolDown.rests(showings);
            long lost = showings.stream()
                    .filter(showing -> showing.result() == LOST)
                    .count();
            assertThat(rests.size()).isLessThanOrEqualTo((int) lost / 3);
            for (int i = 1; i < rests.size(); i++) {
                assertThat(rests.get(i).from())
                        .isAfterOrEqualTo(rests.get(i - 1).until());
            }
        });
    }
}

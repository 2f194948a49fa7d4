package dev.lectern.ballot.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The election of Tennessee's capital: each method's handbook example. Voters live near one city and rank by distance. */
class TennesseeTest {
    private static final String CITIES = "Memphis Nashville Chattanooga Knoxville";

    private static final Profile RANKINGS = Profiles.rankings(
            CITIES,
            "42: Memphis>Nashville>Chattanooga>Knoxville",
            "26: Nashville>Chattanooga>Knoxville>Memphis",
            "15: Chattanooga>Knoxville>Nashville>Memphis",
            "17: Knoxville>Chattanooga>Nashville>Memphis");

    private static final Profile STARS = Profiles.scores(
            CITIES,
            "42: Memphis5 Nashville2 Chattanooga1 Knoxville0",
            "26: Memphis0 Nashville5 Chattanooga2 Knoxville1",
            "15: Memphis0 Nashville3 Chattanooga5 Knoxville3",
            "17: Memphis0 Nashville2 Chattanooga4 Knoxville5");

    @Test
    void plurality_takes_the_largest_city() {
        Outcome outcome = Method.PLURALITY.count(
                Profiles.choices(CITIES, "42: Memphis", "26: Nashville", "15: Chattanooga", "17: Knoxville"), "");
        assertThat(Profiles.told(outcome)).isEqualTo("Memphis>Nashville>Knoxville>Chattanooga");
        assertThat(((Count.Totals) outcome.count()).totals())
                .containsExactly(
                        Map.entry("Memphis", 42.0),
                        Map.entry("Nashville", 26.0),
                        Map.entry("Knoxville", 17.0),
                        Map.entry("Chattanooga", 15.0));
        assertThat(outcome.decidedBy()).isEqualTo(Decision.VOTES);
        assertThat(outcome.voters()).isEqualTo(100);
    }

    @Test
    void approval_of_the_nearer_two_takes_nashville() {
        Outcome outcome = Method.APPROVAL.count(
                Profiles.approvals(
                        CITIES,
                        "42: Memphis Nashville",
                        "26: Nashville Chattanooga",
                        "15: Chattanooga Knoxville",
                        "17: Knoxville Chattanooga"),
                "");
        assertThat(Profiles.told(outcome)).isEqualTo("Nashville>Chattanooga>Memphis>Knoxville");
        assertThat(((Count.Totals) outcome.count()).totals())
                .containsEntry("Nashville", 68.0)
                .containsEntry("Chattanooga", 58.0)
                .containsEntry("Memphis", 42.0)
                .containsEntry("Knoxville", 32.0);
    }

    @Test
    void borda_takes_nashville_by_194_points() {
        Outcome outcome = Method.BORDA.count(RANKINGS, "");
        assertThat(Profiles.told(outcome)).isEqualTo("Nashville>Chattanooga>Memphis>Knoxville");
        assertThat(((Count.Totals) outcome.count()).totals())
                .containsEntry("Nashville", 194.0)
                .containsEntry("Chattanooga", 173.0)
                .containsEntry("Memphis", 126.0)
                .containsEntry("Knoxville", 107.0);
    }

    @Test
    void instant_runoff_takes_knoxville_in_three_rounds() {
        Outcome outcome = Method.INSTANT_RUNOFF.count(RANKINGS, "");
        assertThat(Profiles.told(outcome)).isEqualTo("Knoxville>Memphis>Nashville>Chattanooga");
        List<Count.Round> rounds = ((Count.Rounds) outcome.count()).rounds();
        assertThat(rounds).extracting(Count.Round::eliminated).containsExactly("Chattanooga", "Nashville", "Memphis");
        assertThat(rounds)
                .extracting(Count.Round::votes)
                .containsExactly(
                        Map.of("Memphis", 42, "Nashville", 26, "Knoxville", 17, "Chattanooga", 15),
                        Map.of("Memphis", 42, "Knoxville", 32, "Nashville", 26),
                        Map.of("Knoxville", 58, "Memphis", 42));
        assertThat(rounds).allMatch(round -> round.by() == Decision.VOTES && round.exhausted() == 0);
    }

    @Test
    void schulze_takes_the_condorcet_winner_nashville() {
        Outcome outcome = Method.SCHULZE.count(RANKINGS, "");
        assertThat(Profiles.told(outcome)).isEqualTo("Nashville>Chattanooga>Knoxville>Memphis");
        Count.Beatpaths count = (Count.Beatpaths) outcome.count();
        assertThat(count.alternatives()).containsExactly(CITIES.split(" "));
        assertThat(count.preferring())
                .containsExactly(
                        List.of(0, 42, 42, 42), List.of(58, 0, 68, 68), List.of(58, 32, 0, 83), List.of(58, 32, 17, 0));
    }

    @Test
    void score_and_star_take_nashville() {
        Outcome score = Method.SCORE.count(STARS, "");
        assertThat(Profiles.told(score)).isEqualTo("Nashville>Chattanooga>Memphis>Knoxville");
        assertThat(((Count.Totals) score.count()).totals())
                .containsEntry("Nashville", 293.0)
                .containsEntry("Chattanooga", 237.0)
                .containsEntry("Memphis", 210.0)
                .containsEntry("Knoxville", 156.0);
        Outcome star = Method.STAR.count(STARS, "");
        assertThat(Profiles.told(star)).isEqualTo("Nashville>Chattanooga>Memphis>Knoxville");
        assertThat(((Count.Star) star.count()).runoff())
                .contains(new Count.Runoff("Nashville", "Chattanooga", 68, 32, 0));
    }
}

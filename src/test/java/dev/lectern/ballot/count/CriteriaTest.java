package dev.lectern.ballot.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Seeded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each method promises, and what it does not: for the second, an electorate is found that shows it. */
class CriteriaTest {
    private static final int CASES = 250;
    private static final int SEARCHED = 20_000;

    enum Criterion {
        MAJORITY {
            @Override
            boolean holds(Electorate electorate, Method method, Random random) {
                return electorate
                        .majority()
                        .map(electorate.by(method).winner()::equals)
                        .orElse(true);
            }
        },
        CONDORCET_WINNER {
            @Override
            boolean holds(Electorate electorate, Method method, Random random) {
                return electorate
                        .condorcetWinner()
                        .map(electorate.by(method).winner()::equals)
                        .orElse(true);
            }
        },
        CONDORCET_LOSER {
            @Override
            boolean holds(Electorate electorate, Method method, Random random) {
                return !electorate
                        .condorcetLoser()
                        .map(electorate.by(method).winner()::equals)
                        .orElse(false);
            }
        },
        SMITH {
            @Override
            boolean holds(Electorate electorate, Method method, Random random) {
                return electorate.smith().contains(electorate.by(method).winner());
            }
        },
        MONOTONE {
            @Override
            boolean holds(Electorate electorate, Method method, Random random) {
                Outcome before = electorate.by(method);
                Outcome after = electorate.raising(before.winner(), random).by(method);
                return before.decidedBy() != Decision.VOTES || after.winner().equals(before.winner());
            }
        },
        REVERSAL {
            @Override
            boolean holds(Electorate electorate, Method method, Random random) {
                Outcome outcome = electorate.by(method);
                Outcome reversed = electorate.reversed().by(method);
                return outcome.decidedBy() != Decision.VOTES
                        || reversed.decidedBy() != Decision.VOTES
                        || !reversed.winner().equals(outcome.winner());
            }
        },
        CLONES {
            @Override
            boolean holds(Electorate electorate, Method method, Random random) {
                Outcome outcome = electorate.by(method);
                String cloned = electorate
                        .nominated()
                        .get(random.nextInt(electorate.nominated().size()));
                Outcome after = electorate.cloning(cloned, random).by(method);
                return outcome.decidedBy() != Decision.VOTES
                        || after.decidedBy() != Decision.VOTES
                        || after.winner().replace("twin", "").equals(outcome.winner());
            }
        };

        abstract boolean holds(Electorate electorate, Method method, Random random);
    }

    @ParameterizedTest
    @CsvSource({
        "MAJORITY, PLURALITY",
        "MAJORITY, INSTANT_RUNOFF",
        "MAJORITY, SCHULZE",
        "CONDORCET_WINNER, SCHULZE",
        "CONDORCET_LOSER, SCHULZE",
        "CONDORCET_LOSER, INSTANT_RUNOFF",
        "CONDORCET_LOSER, BORDA",
        "CONDORCET_LOSER, STAR",
        "SMITH, SCHULZE",
        "MONOTONE, APPROVAL",
        "MONOTONE, PLURALITY",
        "MONOTONE, SCORE",
        "MONOTONE, SCHULZE",
        "MONOTONE, BORDA",
        "REVERSAL, SCHULZE",
        "REVERSAL, BORDA",
        "CLONES, SCHULZE",
        "CLONES, INSTANT_RUNOFF"
    })
    void it_holds(Criterion criterion, Method method) {
        Seeded.times(
                CASES,
                random -> assertThat(criterion.holds(Electorate.random(random), method, random))
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "MAJORITY, APPROVAL",
        "MAJORITY, SCORE",
        "MAJORITY, STAR",
        "MAJORITY, BORDA",
        "CONDORCET_WINNER, APPROVAL",
        "CONDORCET_WINNER, PLURALITY",
        "CONDORCET_WINNER, SCORE",
        "CONDORCET_WINNER, STAR",
        "CONDORCET_WINNER, INSTANT_RUNOFF",
        "CONDORCET_WINNER, BORDA",
        "CONDORCET_LOSER, APPROVAL",
        "CONDORCET_LOSER, PLURALITY",
        "CONDORCET_LOSER, SCORE",
        "SMITH, APPROVAL",
        "SMITH, PLURALITY",
        "SMITH, SCORE",
        "SMITH, STAR",
        "SMITH, INSTANT_RUNOFF",
        "SMITH, BORDA",
        "MONOTONE, INSTANT_RUNOFF",
        "MONOTONE, STAR",
        "REVERSAL, PLURALITY",
        "REVERSAL, INSTANT_RUNOFF",
        "CLONES, PLURALITY",
        "CLONES, BORDA"
    })
    void it_does_not_hold(Criterion criterion, Method method) {
        assertThat(counterexample(criterion, method)).isTrue();
    }

    private static boolean counterexample(Criterion criterion, Method method) {
        for (int seed = 0; seed < SEARCHED; seed++) {
            Random random = new Random(seed);
            if (!criterion.holds(Electorate.random(random), method, random)) {
                return true;
            }
        }
        return false;
    }

    /** What STAR promises: more stars for one, and as many as before for the others, never hurt it. */
    @ParameterizedTest
    @EnumSource(names = {"SCORE", "STAR"})
    void more_stars_for_the_winner_alone_leave_it_the_winner(Method method) {
        Seeded.times(CASES, random -> {
            Profile profile = Profiles.random(random, Preference.Kind.SCORES, 5);
            Outcome outcome = method.count(profile, "");
            List<Bundle> raised = new ArrayList<>(profile.bundles());
            int which = random.nextInt(raised.size());
            if (raised.get(which).vote() instanceof Preference.Scores scores && outcome.decidedBy() == Decision.VOTES) {
                Map<String, Integer> more = new HashMap<>(scores.stars());
                more.merge(outcome.winner(), 1, (stars, one) -> Math.min(stars + one, Preference.Scores.MOST));
                raised.set(which, new Bundle(raised.get(which).count(), new Preference.Scores(more)));
                assertThat(method.count(new Profile(profile.alternatives(), raised), "")
                                .winner())
                        .isEqualTo(outcome.winner());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void voters_may_come_in_any_order_and_bundles_may_be_split(Method method) {
        Seeded.times(CASES, random -> {
            Profile profile = Profiles.random(random, method.asks(), 5);
            List<Preference> votes = profile.bundles().stream()
                    .flatMap(bundle -> Stream.generate(bundle::vote).limit(bundle.count()))
                    .toList();
            Profile shuffled = Profile.of(profile.alternatives(), Profiles.shuffled(votes, random));
            assertThat(method.count(shuffled, "s")).isEqualTo(method.count(profile, "s"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void names_decide_nothing(Method method) {
        Seeded.times(CASES, random -> {
            Profile profile = Profiles.random(random, method.asks(), 5);
            List<String> names = Profiles.shuffled(List.of("v", "w", "x", "y", "z"), random);
            UnaryOperator<String> renamed = id -> names.get(Integer.parseInt(id.substring(1)));
            Outcome outcome = method.count(profile, "");
            Outcome after = method.count(Renamed.profile(profile, renamed), "");
            assertThat(after.order())
                    .isEqualTo(outcome.order().stream().map(renamed).toList());
            assertThat(Profiles.told(after))
                    .isEqualTo(String.join(
                            ">",
                            outcome.ranking().stream()
                                    .map(group -> String.join(
                                            "=", group.stream().map(renamed).toList()))
                                    .toList()));
            assertThat(after.decidedBy()).isEqualTo(outcome.decidedBy());
        });
    }

    @ParameterizedTest
    @EnumSource
    void nomination_decides_nothing_where_no_tie_was_broken(Method method) {
        Seeded.times(CASES, random -> {
            Profile profile = Profiles.random(random, method.asks(), 5);
            Outcome outcome = method.count(profile, "");
            Profile otherwise = new Profile(
                    Alternatives.inOrder(
                            Profiles.shuffled(profile.alternatives().ids(), random)),
                    profile.bundles());
            Outcome after = method.count(otherwise, "");
            boolean sequential = method == Method.STAR || method == Method.INSTANT_RUNOFF;
            if (!sequential || outcome.decidedBy().compareTo(Decision.NOMINATION) < 0) {
                assertThat(after.ranking()).isEqualTo(outcome.ranking());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_is_told_agrees_with_itself(Method method) {
        Seeded.times(CASES, random -> {
            Profile profile = Profiles.random(random, method.asks(), 6);
            Outcome outcome = method.count(profile, "");
            assertThat(outcome.order())
                    .containsExactlyInAnyOrderElementsOf(profile.alternatives().ids());
            assertThat(outcome.ranking().get(0)).contains(outcome.winner());
            boolean drawn = outcome.ties().stream().anyMatch(tie -> tie.by().compareTo(Decision.NOMINATION) >= 0);
            if (outcome.ranking().get(0).size() > 1) {
                assertThat(drawn).as("a tie for the first place was broken").isTrue();
            }
            assertThat(outcome.ties())
                    .allMatch(tie ->
                            tie.tied().contains(tie.picked()) && tie.tied().size() > 1);
        });
    }
}

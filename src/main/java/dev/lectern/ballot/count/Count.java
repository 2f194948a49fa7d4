package dev.lectern.ballot.count;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a result came about, step by step. */
public sealed interface Count {
    /**
     * One sum for each alternative.
     *
     * @param totals largest first: people (approval, plurality), stars (score) or points (Borda; halves occur)
     */
    record Totals(Map<String, Double> totals) implements Count {
        public Totals {
            totals = InOrder.map(totals);
        }
    }

    /** @param rounds in each one alternative goes; empty where there is but one */
    record Rounds(List<Round> rounds) implements Count {
        public Rounds {
            rounds = List.copyOf(rounds);
        }
    }

    /**
     * A round of an instant runoff.
     *
     * @param number from 1
     * @param votes of each that is still in, most first
     * @param exhausted voters who rank none of them
     * @param eliminated who goes after this round
     * @param by why that one
     * @param tied all with the fewest votes, the eliminated among them; it alone where there is no tie
     */
    record Round(
            int number, Map<String, Integer> votes, int exhausted, String eliminated, Decision by, Set<String> tied) {
        public Round {
            votes = InOrder.map(votes);
            tied = InOrder.set(tied);
        }
    }

    /**
     * Schulze's two matrices.
     *
     * @param alternatives of rows and columns alike
     * @param preferring [row][column]: how many voters prefer the row's alternative to the column's
     * @param paths [row][column]: the strength of the strongest path from the row's to the column's; 0 where there is
     *     none, and on the diagonal
     */
    record Beatpaths(List<String> alternatives, List<List<Integer>> preferring, List<List<Integer>> paths)
            implements Count {
        public Beatpaths {
            alternatives = List.copyOf(alternatives);
            preferring = preferring.stream().map(List::copyOf).toList();
            paths = paths.stream().map(List::copyOf).toList();
        }
    }

    /**
     * STAR's two rounds.
     *
     * @param scores all stars of each, most first
     * @param runoff empty where there is but one alternative
     */
    record Star(Map<String, Integer> scores, Optional<Runoff> runoff) implements Count {
        public Star {
            scores = InOrder.map(scores);
        }
    }

    /**
     * The two finalists, the winner first.
     *
     * @param preferWinner voters with more stars for it than for the other
     * @param preferOther the reverse
     * @param equal voters with as many stars for both, blank votes among them
     */
    record Runoff(String winner, String other, int preferWinner, int preferOther, int equal) {}
}

package dev.lectern.ballot.count;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Schulze's method: Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
 * single-winner election method", Social Choice and Welfare 36 (2011), 267-303; "The Schulze Method of Voting",
 * arXiv:1804.02973.
 *
 * <p>A win of one over another is as strong as the voters for it are many ("winning votes", which the author recommends:
 * where voters leave some unranked, a win by 60 to 40 should not count less than one by 25 to 0). Of two wins with as many
 * voters for them the paper has that one be stronger which has fewer against it; as in the author's shorter descriptions of
 * the method (electowiki's "path heuristic") none is here, so that one number tells a path's strength and anybody can follow
 * it. That matters only where voters rank some equal or leave some out. A path is as strong as its weakest win. One
 * alternative is better than another where the strongest path from it is stronger than the strongest path back.
 *
 * <p>That is transitive, but "neither is better" is not, so the ranking is made in layers: first all that nobody is better
 * than, then all that nobody of the rest is better than, and so on. Of a layer with several the author lets ballots drawn
 * by chance decide (section 5); in place of chance we have nomination and the lot.
 */
final class Schulze {
    private Schulze() {}

    static Outcome count(Profile profile, String seed) {
        Pairwise pairwise = Pairwise.of(profile);
        int[][] paths = strongestPaths(pairwise.matrix());
        Precedence precedence = new Precedence(profile.alternatives(), seed);
        Count count = new Count.Beatpaths(pairwise.ids(), Pairwise.lists(pairwise.matrix()), Pairwise.lists(paths));
        return Standing.outcome(Method.SCHULZE, profile, layers(pairwise.ids(), paths, precedence), precedence, count);
    }

    /** Floyd and Warshall's algorithm, as in section 2.3 of the paper. */
    private static int[][] strongestPaths(int[][] preferring) {
        int[][] paths = wins(preferring);
        for (int via = 0; via < paths.length; via++) {
            for (int from = 0; from < paths.length; from++) {
                lengthen(paths[from], paths[from][via], paths[via], from);
            }
        }
        return paths;
    }

    private static void lengthen(int[] path, int toVia, int[] fromVia, int from) {
        for (int to = 0; to < path.length; to++) {
            int strength = Math.min(toVia, fromVia[to]);
            if (to != from && strength > path[to]) {
                path[to] = strength;
            }
        }
    }

    private static int[][] wins(int[][] preferring) {
        int[][] wins = new int[preferring.length][preferring.length];
        for (int one = 0; one < wins.length; one++) {
            for (int other = 0; other < wins.length; other++) {
                if (preferring[one][other] > preferring[other][one]) {
                    wins[one][other] = preferring[one][other];
                }
            }
        }
        return wins;
    }

    private static List<Set<String>> layers(List<String> ids, int[][] paths, Precedence precedence) {
        List<Set<String>> layers = new ArrayList<>();
        Set<Integer> rest =
                new LinkedHashSet<>(IntStream.range(0, ids.size()).boxed().toList());
        while (!rest.isEmpty()) {
            List<Integer> unbeaten = rest.stream()
                    .filter(one -> rest.stream().noneMatch(other -> paths[other][one] > paths[one][other]))
                    .toList();
            layers.add(InOrder.set(
                    precedence.sorted(unbeaten.stream().map(ids::get).toList())));
            rest.removeAll(Set.copyOf(unbeaten));
        }
        return layers;
    }
}

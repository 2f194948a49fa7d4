package dev.lectern.ballot.count;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The methods that add up what each vote gives and let the largest sum win. They have no rule of their own for ties.
 *
 * <ul>
 *   <li>Approval: Steven J. Brams and Peter C. Fishburn, "Approval Voting", American Political Science Review 72 (1978),
 *       831-847.
 *   <li>Plurality: the most first choices, whether or not they are a majority.
 *   <li>Score: Claude Hillinger, "The Case for Utilitarian Voting", Homo Oeconomicus 22 (2005), 295-321. Who gets no stars
 *       from a voter gets 0, so that an alternative that few know is not helped by it.
 *   <li>Borda: Jean-Charles de Borda, "Memoire sur les elections au scrutin" (1781/84): a point for each alternative
 *       ranked below. For equal ranks and partial lists as Duncan Black, "Partial justification of the Borda count",
 *       Public Choice 28 (1976), 1-15: half a point for each of equal rank, and those left out are last together, so that
 *       each full list gives the same sum of points, and leaving out gains nothing.
 * </ul>
 */
final class Sums {
    private Sums() {}

    static Outcome approval(Profile profile, String seed) {
        return count(Method.APPROVAL, profile, seed, vote -> ones(vote.named()));
    }

    static Outcome plurality(Profile profile, String seed) {
        return count(Method.PLURALITY, profile, seed, vote -> ones(vote.named()));
    }

    static Outcome score(Profile profile, String seed) {
        return count(
                Method.SCORE, profile, seed, vote -> vote instanceof Vote.Scores scores ? scores.stars() : Map.of());
    }

    static Outcome borda(Profile profile, String seed) {
        return count(
                Method.BORDA,
                profile,
                seed,
                vote -> vote instanceof Vote.Ranking ranking ? points(ranking, profile.alternatives()) : Map.of());
    }

    private static Map<String, Integer> ones(Set<String> named) {
        Map<String, Integer> ones = new HashMap<>();
        named.forEach(id -> ones.put(id, 1));
        return ones;
    }

    private static Map<String, Double> points(Vote.Ranking ranking, Alternatives all) {
        Map<String, Double> points = new HashMap<>();
        int below = all.size();
        for (Set<String> rank : ranking.ranks()) {
            below -= rank.size();
            double each = below + (rank.size() - 1) / 2.0;
            rank.forEach(id -> points.put(id, each));
        }
        double last = (below - 1) / 2.0;
        all.ids().forEach(id -> points.putIfAbsent(id, last));
        return points;
    }

    private static Outcome count(
            Method method, Profile profile, String seed, Function<Vote, Map<String, ? extends Number>> gives) {
        Map<String, Double> sums = new LinkedHashMap<>();
        profile.alternatives().ids().forEach(id -> sums.put(id, 0.0));
        for (Bundle bundle : profile.bundles()) {
            gives.apply(bundle.vote())
                    .forEach((id, given) -> sums.merge(id, given.doubleValue() * bundle.count(), Double::sum));
        }
        Precedence precedence = new Precedence(profile.alternatives(), seed);
        Count count = new Count.Totals(Standing.sorted(sums, precedence));
        return Standing.outcome(method, profile, Standing.groups(sums, precedence), precedence, count);
    }
}

package dev.lectern.ballot.count;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

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
        return count(Method.APPROVAL, profile, seed, Sums::one);
    }

    static Outcome plurality(Profile profile, String seed) {
        return count(Method.PLURALITY, profile, seed, Sums::one);
    }

    static Outcome score(Profile profile, String seed) {
        return count(Method.SCORE, profile, seed, Sums::stars);
    }

    static Outcome borda(Profile profile, String seed) {
        Alternatives all = profile.alternatives();
        return count(Method.BORDA, profile, seed, (vote, sums) -> points(vote, all, sums));
    }

    /** Takes what one vote gives to an alternative. */
    private interface Sum {
        void add(String id, double given);
    }

    private static void one(Preference vote, Sum sum) {
        vote.named().forEach(id -> sum.add(id, 1));
    }

    private static void stars(Preference vote, Sum sum) {
        if (vote instanceof Preference.Scores scores) {
            scores.stars().forEach(sum::add);
        }
    }

    private static void points(Preference vote, Alternatives all, Sum sum) {
        if (!(vote instanceof Preference.Ranking ranking)) {
            return;
        }
        int below = all.size();
        for (Set<String> rank : ranking.ranks()) {
            below -= rank.size();
            double each = below + (rank.size() - 1) / 2.0;
            rank.forEach(id -> sum.add(id, each));
        }
        if (below > 0) {
            double last = (below - 1) / 2.0;
            Set<String> named = ranking.named();
            all.ids().stream().filter(id -> !named.contains(id)).forEach(id -> sum.add(id, last));
        }
    }

    private static Outcome count(Method method, Profile profile, String seed, BiConsumer<Preference, Sum> gives) {
        Map<String, Integer> indices = profile.alternatives().indices();
        double[] sums = new double[indices.size()];
        for (Bundle bundle : profile.bundles()) {
            gives.accept(bundle.vote(), (id, given) -> sums[InOrder.at(indices, id)] += given * bundle.count());
        }
        Map<String, Double> byId = new LinkedHashMap<>();
        indices.forEach((id, index) -> byId.put(id, sums[index]));
        Precedence precedence = new Precedence(profile.alternatives(), seed);
        Count count = new Count.Totals(Standing.sorted(byId, precedence));
        return Standing.outcome(method, profile, Standing.groups(byId, precedence), precedence, count);
    }
}

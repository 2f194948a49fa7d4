package dev.lectern.ballot.count;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many voters prefer each alternative to each other. */
final class Pairwise {
    private final List<String> ids;
    private final Map<String, Integer> indices;
    private final int[][] preferring;

    private Pairwise(Alternatives alternatives) {
        ids = alternatives.ids();
        indices = alternatives.indices();
        preferring = new int[ids.size()][ids.size()];
    }

    static Pairwise of(Profile profile) {
        Pairwise pairwise = new Pairwise(profile.alternatives());
        profile.bundles().forEach(pairwise::add);
        return pairwise;
    }

    /** In the order of the matrix. */
    List<String> ids() {
        return ids;
    }

    /** The matrix itself, [preferred][to]; not to be changed. */
    int[][] matrix() {
        return preferring;
    }

    int preferring(String one, String toOther) {
        return preferring[index(one)][index(toOther)];
    }

    private int index(String id) {
        return InOrder.at(indices, id);
    }

    private void add(Bundle bundle) {
        int[] worth = worth(bundle.vote());
        for (int one = 0; one < worth.length; one++) {
            int[] row = preferring[one];
            for (int other = 0; other < worth.length; other++) {
                if (worth[one] > worth[other]) {
                    row[other] += bundle.count();
                }
            }
        }
    }

    /** A higher number is preferred; what a vote does not name is last. */
    private int[] worth(Vote vote) {
        int[] worth = new int[ids.size()];
        if (vote instanceof Vote.Ranking ranking) {
            int last = ranking.ranks().size();
            for (Set<String> rank : ranking.ranks()) {
                int worthOfRank = last--;
                rank.forEach(id -> worth[index(id)] = worthOfRank);
            }
        } else if (vote instanceof Vote.Scores scores) {
            scores.stars().forEach((id, stars) -> worth[index(id)] = stars);
        } else {
            vote.named().forEach(id -> worth[index(id)] = 1);
        }
        return worth;
    }

    static List<List<Integer>> lists(int[][] matrix) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }
}

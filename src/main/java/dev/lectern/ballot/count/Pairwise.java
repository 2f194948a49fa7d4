package dev.lectern.ballot.count;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many voters prefer each alternative to each other. */
final class Pairwise {
    private final List<String> ids;
    private final Map<String, Integer> indices;
    private final int[][] preferring;

    private Pairwise(List<String> ids) {
        this.ids = ids;
        this.indices = new HashMap<>();
        ids.forEach(id -> indices.put(id, indices.size()));
        this.preferring = new int[ids.size()][ids.size()];
    }

    static Pairwise of(Profile profile) {
        return of(profile, profile.alternatives().ids());
    }

    /** Of some alternatives among themselves. */
    static Pairwise of(Profile profile, List<String> some) {
        Pairwise pairwise = new Pairwise(some);
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
        int count = bundle.count();
        for (int one = 0; one < worth.length; one++) {
            int[] row = preferring[one];
            int mine = worth[one];
            for (int other = 0; other < worth.length; other++) {
                // The sign of the difference as a mask: without a branch, which no processor could foresee here.
                row[other] += ((worth[other] - mine) >> 31) & count;
            }
        }
    }

    /** A higher number is preferred; what a vote does not name is last. */
    private int[] worth(Preference vote) {
        int[] worth = new int[ids.size()];
        if (vote instanceof Preference.Ranking ranking) {
            int last = ranking.ranks().size();
            for (Set<String> rank : ranking.ranks()) {
                set(worth, rank, last--);
            }
        } else if (vote instanceof Preference.Scores scores) {
            scores.stars().forEach((id, stars) -> set(worth, Set.of(id), stars));
        } else {
            set(worth, vote.named(), 1);
        }
        return worth;
    }

    private void set(int[] worth, Set<String> rank, int value) {
        for (String id : rank) {
            Integer index = indices.get(id);
            if (index != null) {
                worth[index] = value;
            }
        }
    }

    static List<List<Integer>> lists(int[][] matrix) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }
}

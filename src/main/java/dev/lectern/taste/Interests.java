package dev.lectern.taste;

import dev.lectern.paper.PaperId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Sorts papers into interests: the two groups that are nearest on average become one, until none are near enough
 * (agglomerative clustering with average linkage; several interests instead of one average as in Pal et al., "PinnerSage:
 * Multi-Modal User Embedding Framework for Recommendations at Pinterest", KDD 2020).
 */
final class Interests {
    /** Measured with three keywords of Daily Papers at once: from 0.8 to 1 most of what belongs to them is found. */
    private static final double NEAR_ENOUGH = 0.9;

    private final Likeness likeness;
    private final List<List<Liked>> groups = new ArrayList<>();

    private Interests(Likeness likeness) {
        this.likeness = likeness;
    }

    /** Strongest first; the same for the same papers in whatever order, and whatever they count. */
    static List<Interest> of(Collection<Liked> papers, Likeness likeness) {
        Interests interests = new Interests(likeness);
        papers.stream()
                .sorted((one, other) -> one.paper().compareTo(other.paper()))
                .forEach(liked -> interests.groups.add(new ArrayList<>(List.of(liked))));
        interests.join();
        return interests.groups.stream()
                .map(Interest::new)
                .sorted(Interest.STRONGEST_FIRST)
                .toList();
    }

    private void join() {
        double[][] near = new double[groups.size()][groups.size()];
        for (int i = 0; i < near.length; i++) {
            for (int j = 0; j < i; j++) {
                near[i][j] = likeness.between(paper(i), paper(j));
                near[j][i] = near[i][j];
            }
        }
        boolean[] gone = new boolean[near.length];
        int[] pair = nearest(near, gone);
        while (near.length > 1 && pair[0] != pair[1] && near[pair[0]][pair[1]] >= NEAR_ENOUGH) {
            merge(near, gone, pair[0], pair[1]);
            pair = nearest(near, gone);
        }
        for (int i = near.length - 1; i >= 0; i--) {
            if (gone[i]) {
                groups.remove(i);
            }
        }
    }

    private PaperId paper(int group) {
        return groups.get(group).get(0).paper();
    }

    /** The first of the nearest pairs; twice the same group where there is no pair. */
    private static int[] nearest(double[][] near, boolean[] gone) {
        int[] best = {0, 0};
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < near.length; i++) {
            for (int j = i + 1; j < near.length; j++) {
                if (!gone[i] && !gone[j] && near[i][j] > most) {
                    most = near[i][j];
                    best = new int[] {i, j};
                }
            }
        }
        return best;
    }

    /** The likeness of a joined group to a third is the mean over its papers (Lance and Williams, 1967). */
    private void merge(double[][] near, boolean[] gone, int into, int from) {
        int one = groups.get(into).size();
        int other = groups.get(from).size();
        for (int third = 0; third < near.length; third++) {
            near[into][third] = (one * near[into][third] + other * near[from][third]) / (one + other);
            near[third][into] = near[into][third];
        }
        groups.get(into).addAll(groups.get(from));
        gone[from] = true;
    }
}

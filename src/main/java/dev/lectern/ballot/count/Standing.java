package dev.lectern.ballot.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A ranking with its ties, and how it is told as an outcome. */
final class Standing {
    private Standing() {}

    /** Alternatives grouped by their sums, the highest first; those of equal sum by precedence. */
    static <N extends Comparable<N>> List<Set<String>> groups(Map<String, N> sums, Precedence precedence) {
        List<Set<String>> groups = new ArrayList<>();
        List<String> group = new ArrayList<>();
        for (String id : sorted(sums, precedence).keySet()) {
            if (!group.isEmpty() && InOrder.at(sums, id).compareTo(InOrder.at(sums, group.get(0))) != 0) {
                groups.add(InOrder.set(group));
                group.clear();
            }
            group.add(id);
        }
        groups.add(InOrder.set(group));
        return groups;
    }

    /** The sums, the highest first; of equal ones by precedence. */
    static <N extends Comparable<N>> Map<String, N> sorted(Map<String, N> sums, Precedence precedence) {
        Map<String, N> sorted = new LinkedHashMap<>();
        sums.keySet().stream()
                .sorted(Comparator.<String, N>comparing(id -> InOrder.at(sums, id))
                        .reversed()
                        .thenComparing(precedence.order()))
                .forEach(id -> sorted.put(id, InOrder.at(sums, id)));
        return sorted;
    }

    /** The outcome of a ranking whose first group, where it is one of several, is told apart by precedence alone. */
    static Outcome outcome(
            Method method, Profile profile, List<Set<String>> ranking, Precedence precedence, Count count) {
        Set<String> first = ranking.get(0);
        List<Tie> ties = new ArrayList<>();
        if (first.size() > 1) {
            String winner = precedence.first(first);
            ties.add(Tie.of(Tie.Where.FIRST_PLACE, first, winner, precedence.tells(winner, first)));
        }
        return outcome(method, profile, ranking, ties, count);
    }

    /** The outcome of a ranking, with the ties that were broken for it. */
    static Outcome outcome(
            Method method, Profile profile, List<Set<String>> ranking, Collection<Tie> ties, Count count) {
        return new Outcome(
                method,
                ranking,
                ranking.stream().flatMap(Set::stream).toList(),
                decision(profile, ties),
                List.copyOf(ties),
                count,
                profile.voters());
    }

    private static Decision decision(Profile profile, Collection<Tie> ties) {
        if (profile.alternatives().size() == 1) {
            return Decision.UNOPPOSED;
        }
        if (profile.voters() == profile.blank()) {
            return Decision.NO_VOTES;
        }
        return ties.stream().map(Tie::by).max(Comparator.naturalOrder()).orElse(Decision.VOTES);
    }
}

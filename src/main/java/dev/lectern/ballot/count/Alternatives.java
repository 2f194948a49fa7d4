package dev.lectern.ballot.count;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is voted on, in the order of nomination, which breaks ties. Immutable; an id that is blank or given twice, or
 * none at all, throws IllegalArgumentException.
 *
 * @param nominated ids in groups, earliest first; those of one group were nominated at the same instant, so that only
 *     the lot can tell them apart
 */
public record Alternatives(List<Set<String>> nominated) {
    public Alternatives {
        nominated = nominated.stream().map(Alternatives::group).toList();
        Set<String> seen = new HashSet<>();
        for (Set<String> group : nominated) {
            for (String id : group) {
                if (id.isBlank() || !seen.add(id)) {
                    throw new IllegalArgumentException("alternative '" + id + "' is blank or given twice");
                }
            }
        }
        if (seen.isEmpty()) {
            throw new IllegalArgumentException("no alternatives");
        }
    }

    private static Set<String> group(Set<String> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("an empty group of alternatives");
        }
        return InOrder.set(new TreeSet<>(ids));
    }

    /** Each nominated before the next. */
    public static Alternatives inOrder(List<String> ids) {
        return new Alternatives(ids.stream().map(Set::of).toList());
    }

    /** None nominated before another: the lot alone breaks ties. */
    public static Alternatives atOnce(Collection<String> ids) {
        if (new HashSet<>(ids).size() < ids.size()) {
            throw new IllegalArgumentException("an alternative is given twice");
        }
        return new Alternatives(List.of(new HashSet<>(ids)));
    }

    /** @param moments when each was nominated: the earlier the lower, equal where at the same instant */
    public static <T extends Comparable<T>> Alternatives byMoment(Map<String, T> moments) {
        SortedMap<T, Set<String>> groups = new TreeMap<>();
        moments.forEach(
                (id, at) -> groups.computeIfAbsent(at, none -> new HashSet<>()).add(id));
        return new Alternatives(List.copyOf(groups.values()));
    }

    /** All ids: by nomination, and within the same instant by the alphabet, which decides nothing. */
    public List<String> ids() {
        return nominated.stream().flatMap(Set::stream).toList();
    }

    public int size() {
        return nominated.stream().mapToInt(Set::size).sum();
    }

    /** Where each stands in {@link #ids}. */
    Map<String, Integer> indices() {
        Map<String, Integer> indices = new LinkedHashMap<>();
        ids().forEach(id -> indices.put(id, indices.size()));
        return indices;
    }
}

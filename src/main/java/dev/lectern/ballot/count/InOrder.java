package dev.lectern.ballot.count;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Sets and maps that keep their order, so that the same count prints the same on every machine. */
final class InOrder {
    private InOrder() {}

    static <T> Set<T> set(Collection<T> some) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(some));
    }

    /** What the map holds for a key that it must hold. */
    static <K, V> V at(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("nothing for " + key);
        }
        return value;
    }

    static <K, V> Map<K, V> map(Map<K, V> some) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(some));
    }
}

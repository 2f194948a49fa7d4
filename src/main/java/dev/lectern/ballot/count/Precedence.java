package dev.lectern.ballot.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What breaks the ties that a method leaves: the earlier nomination; at the same instant, the lot. */
final class Precedence {
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> instants = new HashMap<>();

    Precedence(Alternatives alternatives, String seed) {
        for (int instant = 0; instant < alternatives.nominated().size(); instant++) {
            for (String id : Lot.draw(seed, alternatives.nominated().get(instant))) {
                places.put(id, places.size());
                instants.put(id, instant);
            }
        }
    }

    /** First to last. */
    Comparator<String> order() {
        return Comparator.comparing(id -> InOrder.at(places, id));
    }

    List<String> sorted(Collection<String> some) {
        return some.stream().sorted(order()).toList();
    }

    String first(Collection<String> tied) {
        return sorted(tied).get(0);
    }

    String last(Collection<String> tied) {
        return sorted(tied).get(tied.size() - 1);
    }

    /** What tells this one, the first or the last of the tied, from all the others. */
    Decision tells(String picked, Collection<String> tied) {
        List<String> others = new ArrayList<>(tied);
        others.remove(picked);
        Integer instant = InOrder.at(instants, picked);
        return others.stream().anyMatch(other -> InOrder.at(instants, other).equals(instant))
                ? Decision.LOT
                : Decision.NOMINATION;
    }
}

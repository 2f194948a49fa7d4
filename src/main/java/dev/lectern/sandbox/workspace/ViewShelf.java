package dev.lectern.sandbox.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each person's stack of modals (top last) and Home tab. Not for several threads at once. */
final class ViewShelf {
    static final int DEEPEST = 3;

    private final Map<String, List<View>> stacks = new HashMap<>();
    private final Map<String, View> homes = new HashMap<>();

    List<View> stack(String person) {
        return List.copyOf(stacks.getOrDefault(person, List.of()));
    }

    Optional<View> home(String person) {
        return Optional.ofNullable(homes.get(person));
    }

    void put(String person, List<View> stack) {
        stacks.put(person, List.copyOf(stack));
    }

    void putHome(View home) {
        homes.put(home.owner(), home);
    }

    Optional<View> find(String id) {
        return all().stream().filter(view -> view.id().equals(id)).findFirst();
    }

    Optional<View> findExternal(String externalId) {
        return all().stream()
                .filter(view -> !externalId.isEmpty() && view.externalId().equals(externalId))
                .findFirst();
    }

    private List<View> all() {
        List<View> all = new ArrayList<>(homes.values());
        stacks.values().forEach(all::addAll);
        return all;
    }
}

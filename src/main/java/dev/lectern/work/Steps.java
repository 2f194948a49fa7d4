package dev.lectern.work;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which steps there are, and who goes on their errands. Filled while Lectern is put together, then only read. */
public final class Steps {
    private final Map<String, Registered> byName = new HashMap<>();
    private final Errands errands = new Errands();

    record Registered(Missed missed, StepHandler handler) {}

    public void register(String name, Missed missed, StepHandler handler) {
        if (byName.putIfAbsent(name, new Registered(missed, handler)) != null) {
            throw new IllegalStateException("two features register the step " + name);
        }
    }

    public Errands errands() {
        return errands;
    }

    Optional<Registered> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}

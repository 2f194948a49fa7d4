package dev.lectern.work;

import dev.lectern.group.GroupId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which steps there are, and who goes on their errands. Filled while Lectern is put together, then only read. */
public final class Steps {
    private final Map<String, Registered> byName = new HashMap<>();
    private final Errands errands;
    private final Around around;

    /** What is around each step of a group while it runs, such as the language that the group speaks. */
    @FunctionalInterface
    public interface Around {
        void run(GroupId group, Runnable step);
    }

    /** Nothing is around the steps. */
    public Steps() {
        this((group, step) -> step.run());
    }

    public Steps(Around around) {
        this.around = around;
        this.errands = new Errands(around);
    }

    record Registered(Missed missed, StepHandler handler) {}

    /**
     * Says what is done when a step of this name is due.
     *
     * @throws IllegalStateException when another feature has said it already
     */
    public void register(String name, Missed missed, StepHandler handler) {
        if (byName.putIfAbsent(name, new Registered(missed, handler)) != null) {
            throw new IllegalStateException("two features register the step " + name);
        }
    }

    public Errands errands() {
        return errands;
    }

    void run(Registered registered, Step step, Change change) {
        around.run(change.group(), () -> registered.handler().run(step, change));
    }

    Optional<Registered> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}

package dev.lectern.group;

import dev.lectern.work.Change;
import java.util.Optional;

/** A feature that has something to plan when a group is set up or its settings change. */
@FunctionalInterface
public interface Planner {
    void plan(Change change, Group group);

    /**
     * By what the group meets in place of its settings' day, time and rhythm, in words that go on after "we meet"; plain
     * text. Empty where the settings hold.
     */
    default Optional<String> meetsInstead(Group group) {
        return Optional.empty();
    }
}

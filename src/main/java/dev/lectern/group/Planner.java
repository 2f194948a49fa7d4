package dev.lectern.group;

import dev.lectern.work.Change;

/** A feature that has something to plan when a group is set up or its settings change. */
@FunctionalInterface
public interface Planner {
    void plan(Change change, Group group);
}

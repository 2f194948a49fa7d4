package dev.lectern.group;

import dev.lectern.work.Change;

/** A feature that has something to undo when somebody is no longer a member of a group. */
@FunctionalInterface
public interface Departures {
    /** @param after the group as it is without them */
    void left(Change change, Group after, UserId who);
}

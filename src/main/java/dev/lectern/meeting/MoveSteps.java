package dev.lectern.meeting;

import dev.lectern.group.Group;
import dev.lectern.work.Change;

/** A feature that has something to put right when a meeting is moved or called off. */
public interface MoveSteps {
    /** The meeting's own steps are at their new times already. */
    void moved(Change change, Group group, Meeting before, Meeting after);

    void calledOff(Change change, Group group, Meeting meeting);
}

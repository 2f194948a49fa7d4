package dev.lectern.meeting.rotation;

import dev.lectern.group.UserId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/**
 * Somebody took a task at a meeting, or has it there.
 *
 * @param when the meeting's date, in the group's zone
 * @param takers who had the task; at least one
 * @param busy who could not have had it, because they had another task
 */
public record Turn(LocalDate when, Set<UserId> takers, Set<UserId> busy) {
    public Turn {
        takers = Set.copyOf(takers);
        busy = Set.copyOf(busy);
        if (takers.isEmpty()) {
            throw new IllegalArgumentException("a turn that nobody took: " + when);
        }
    }

    public static Turn of(LocalDate when, UserId taker) {
        return new Turn(when, Set.of(taker), Set.of());
    }

    public static Turn of(LocalDate when, Collection<UserId> takers) {
        return new Turn(when, Set.copyOf(takers), Set.of());
    }
}

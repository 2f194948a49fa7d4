package dev.lectern.meeting;

import dev.lectern.group.GroupId;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A step that meetings have on their timeline; its key is the meeting's id.
 *
 * @param applies whether a group's meetings have it
 */
public record TimelineStep(String name, Function<Timeline, Instant> when, Predicate<GroupId> applies) {
    /** A step that every meeting has. */
    public TimelineStep(String name, Function<Timeline, Instant> when) {
        this(name, when, group -> true);
    }
}

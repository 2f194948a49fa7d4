package dev.lectern.slack;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;

/**
 * Somebody types into a field whose options we are asked for.
 *
 * @param group the team and the channel in which that is, or that the modal is about; elsewhere not a reading group's
 * @param typed what stands in the field so far, trimmed; may be empty
 */
public record Typeahead(GroupId group, UserId user, String typed) {
    public Typeahead {
        typed = typed.strip();
    }
}

package dev.lectern.slack;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import java.util.List;
import java.util.Optional;

/**
 * A click on a button.
 *
 * @param group the team and the channel in which it was clicked, or that the modal is about; in a direct message not a
 *     reading group's
 * @param arguments what the action id carries after its name and version
 * @param value the button's value
 * @param viewId the modal in which it was clicked
 */
public record Click(
        GroupId group, UserId user, String triggerId, List<String> arguments, String value, Optional<String> viewId) {}

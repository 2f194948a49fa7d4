package dev.lectern.slack;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.work.RequestId;

/**
 * Somebody wrote to Lectern, between the two of them.
 *
 * @param place the conversation, which is no group's
 * @param event the same for the same event, delivered again
 */
public record DirectMessage(GroupId place, UserId user, RequestId event, String text) {}

package dev.lectern.slack;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.work.RequestId;

/**
 * Somebody added Lectern to a channel.
 *
 * @param by who did
 * @param event the same for the same event, delivered again
 */
public record Invited(GroupId group, UserId by, RequestId event) {}

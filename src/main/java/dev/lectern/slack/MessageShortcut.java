package dev.lectern.slack;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.work.RequestId;

/**
 * Somebody chose one of our entries in a message's menu.
 *
 * @param group the team and the channel in which the message stands
 * @param text of the message, as Slack wrote it, links in angle brackets; may be empty
 */
public record MessageShortcut(GroupId group, UserId user, RequestId request, String text) {}

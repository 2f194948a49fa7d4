package dev.lectern.slack;

import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.work.RequestId;

/** Somebody chose one of our entries in the menu that Slack has everywhere, so in no channel. */
public record Shortcut(TeamId team, UserId user, RequestId request) {}

package dev.lectern.slack;

import dev.lectern.group.ChannelId;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.work.RequestId;
import java.util.Optional;

/**
 * Somebody left a channel, or is no longer in the workspace.
 *
 * @param channel which one they left; empty where their account was deactivated
 * @param event the same for the same event, delivered again
 */
public record Gone(TeamId team, UserId who, Optional<ChannelId> channel, RequestId event) {}

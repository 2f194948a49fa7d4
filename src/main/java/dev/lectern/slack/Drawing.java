package dev.lectern.slack;

import dev.lectern.group.GroupId;
import dev.lectern.slack.block.Message;
import java.util.Optional;

/** Draws a message from the present state; empty when what it showed is gone. */
@FunctionalInterface
public interface Drawing {
    Optional<Message> draw(GroupId group, String key);
}

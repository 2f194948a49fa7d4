package dev.lectern.slack;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.slack.block.MessageTs;
import dev.lectern.work.RequestId;

/**
 * Somebody wrote {@code @lectern} in a channel.
 *
 * @param event the same for the same event, delivered again
 * @param thread the first message of the thread in which it stands, or would be answered
 * @param words what else the message says, as Slack wrote it, trimmed; may be empty
 */
public record Mention(GroupId group, UserId user, RequestId event, MessageTs thread, String words) {

    /** The words as if they stood after {@code /papers}. */
    public Command command() {
        return Command.read(group, "", user, event, words);
    }
}

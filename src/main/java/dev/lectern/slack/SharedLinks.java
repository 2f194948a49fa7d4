package dev.lectern.slack;

import dev.lectern.group.GroupId;
import java.util.List;

/**
 * Links to sites that we know, in a message that somebody posted.
 *
 * @param group the team and the channel in which it was posted
 * @param ts names the message in its channel
 * @param urls as Slack writes them, which is how an answer must name them
 */
public record SharedLinks(GroupId group, String ts, List<String> urls) {
    public SharedLinks {
        urls = List.copyOf(urls);
    }
}

package dev.lectern.slack;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.work.RequestId;
import java.util.Locale;
import java.util.Set;

/**
 * {@code /papers verb rest}, as somebody typed it in a channel.
 *
 * @param channelName empty where Slack does not tell it
 * @param verb the first word in lower case, empty when nothing was typed
 * @param rest what follows it, trimmed
 */
public record Command(GroupId group, String channelName, UserId user, RequestId request, String verb, String rest) {

    /**
     * What Slack says in place of the name of what is no public channel.
     *
     * @see <a href="https://docs.slack.dev/interactivity/implementing-slash-commands">Slack: slash commands</a>
     */
    private static final Set<String> NO_NAMES = Set.of("privategroup", "directmessage");

    public Command {
        channelName = NO_NAMES.contains(channelName) ? "" : channelName;
    }

    static Command read(GroupId group, String channelName, UserId user, RequestId request, String text) {
        String[] words = text.strip().split("\\s+", 2);
        return new Command(
                group,
                channelName,
                user,
                request,
                words[0].toLowerCase(Locale.ROOT),
                words.length < 2 ? "" : words[1].strip());
    }
}

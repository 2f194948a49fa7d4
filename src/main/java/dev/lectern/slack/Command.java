package dev.lectern.slack;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.work.RequestId;
import java.util.Locale;

/**
 * {@code /papers verb rest}, as somebody typed it in a channel.
 *
 * @param verb the first word in lower case, empty when nothing was typed
 * @param rest what follows it, trimmed
 */
public record Command(GroupId group, String channelName, UserId user, RequestId request, String verb, String rest) {

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

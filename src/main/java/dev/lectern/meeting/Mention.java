package dev.lectern.meeting;

import dev.lectern.group.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A member named at the beginning of what somebody typed, and what follows. Slack sends commands as they are typed: mostly
 * {@code @ben}, and only where it was told to, {@code <@U0BEN|ben>}.
 *
 * @param who empty where nobody is called so, or several are
 */
record Mention(Optional<UserId> who, String rest) {
    private static final Pattern BY_ID =
            Pattern.compile("<@([UW][A-Z0-9]{1,30})(?:\\|[^>]*)?>\\s*(.*)", Pattern.DOTALL);
    private static final Pattern BY_HANDLE = Pattern.compile("@(\\S+)\\s*(.*)", Pattern.DOTALL);

    /** @param handles what somebody is called in Slack, without the {@code @} */
    static Mention read(String text, Collection<UserId> members, Function<UserId, String> handles) {
        Matcher byId = BY_ID.matcher(text);
        if (byId.matches()) {
            return new Mention(Optional.of(new UserId(byId.group(1))), byId.group(2));
        }
        Matcher byHandle = BY_HANDLE.matcher(text);
        if (!byHandle.matches()) {
            return new Mention(Optional.empty(), text);
        }
        String handle = byHandle.group(1).toLowerCase(Locale.ROOT);
        List<UserId> called = members.stream()
                .filter(member -> handles.apply(member).toLowerCase(Locale.ROOT).equals(handle))
                .toList();
        return new Mention(called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty(), byHandle.group(2));
    }
}

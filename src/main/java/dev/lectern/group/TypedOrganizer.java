package dev.lectern.group;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed to add an organizer or to take one off. Slack sends commands as they are typed: mostly {@code @ben}, and
 * only where it was told to, {@code <@U0BEN|ben>}.
 *
 * @param person as it is typed
 * @param who empty where nobody known here is called so, or several are
 */
record TypedOrganizer(boolean adds, String person, Optional<UserId> who) {
    private static final Pattern WORDS = Pattern.compile("(?i)(add|remove)\\s+(.+)", Pattern.DOTALL);
    private static final Pattern BY_ID = Pattern.compile("<@([UW][A-Z0-9]{1,30})(?:\\|[^>]*)?>");

    /**
     * Empty for anything that begins with another word, or names nobody.
     *
     * @param known who may be meant by a handle
     * @param handles what somebody is called in Slack, without the {@code @}
     */
    static Optional<TypedOrganizer> read(String text, Collection<UserId> known, Function<UserId, String> handles) {
        Matcher words = WORDS.matcher(text.strip());
        if (!words.matches()) {
            return Optional.empty();
        }
        String person = words.group(2).strip();
        return Optional.of(new TypedOrganizer(
                words.group(1).toLowerCase(Locale.ROOT).equals("add"), person, who(person, known, handles)));
    }

    private static Optional<UserId> who(String person, Collection<UserId> known, Function<UserId, String> handles) {
        Matcher byId = BY_ID.matcher(person);
        if (byId.matches()) {
            return Optional.of(new UserId(byId.group(1)));
        }
        if (!person.startsWith("@")) {
            return Optional.empty();
        }
        String handle = person.substring(1).toLowerCase(Locale.ROOT);
        List<UserId> called = known.stream()
                .distinct()
                .filter(one -> handles.apply(one).toLowerCase(Locale.ROOT).equals(handle))
                .toList();
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }
}

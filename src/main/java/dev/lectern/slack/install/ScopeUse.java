package dev.lectern.slack.install;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scopes that Lectern asks for: what each is for, and what does not work without it. The manifest, the installation and
 * the doctor all go by this list.
 */
public enum ScopeUse {
    COMMANDS("commands", true, "/papers, and the shortcuts that nominate a paper", "nobody can talk to Lectern"),
    CHAT_WRITE(
            "chat:write",
            true,
            "digests, votes, announcements, and the question to the next presenter",
            "Lectern can say nothing in any channel"),
    USERS_READ(
            "users:read",
            true,
            "names without a ping, the time zone that setup proposes, and whose account was deactivated",
            "people are called \"somebody\", and setup proposes UTC"),
    IM_WRITE(
            "im:write",
            true,
            "the direct message to the next presenter",
            "nobody is asked in person: presenters, swaps and personal digests wait"),
    APP_MENTIONS(
            "app_mentions:read", false, "answers to @lectern, in a thread", "@lectern is not answered; /papers is"),
    IM_HISTORY(
            "im:history",
            false,
            "answers to what somebody writes to Lectern directly, and the look for a direct message whose answer was lost",
            "direct messages to Lectern stay unanswered, and after a lost answer one may come twice"),
    CHANNELS_READ(
            "channels:read",
            false,
            "the members that setup proposes, and who joins or leaves a public channel",
            "setup proposes only whoever sets up, and who leaves says so with /papers leave"),
    GROUPS_READ(
            "groups:read",
            false,
            "the same in a private channel, and its name",
            "setup in a private channel proposes only whoever sets up, and calls it reading-group"),
    CHANNELS_HISTORY(
            "channels:history",
            false,
            "the look for a message whose answer was lost, in public channels",
            "after a lost answer a message may come twice in a channel"),
    LINKS_READ("links:read", false, "hearing of links to papers", "nothing is shown below links to papers"),
    LINKS_WRITE(
            "links:write",
            false,
            "showing below a link what the paper is, and whether it was read",
            "nothing is shown below links to papers"),
    FILES_WRITE(
            "files:write",
            false,
            "the files of a vote, for whoever asks for them",
            "they come as text, where they are short");

    private final String scope;
    private final boolean needed;
    private final String use;
    private final String without;

    ScopeUse(String scope, boolean needed, String use, String without) {
        this.scope = scope;
        this.needed = needed;
        this.use = use;
        this.without = without;
    }

    public String scope() {
        return scope;
    }

    /** Whether Lectern is of no use without it; it does without the others. */
    public boolean isNeeded() {
        return needed;
    }

    /** Goes on after "it is for". */
    public String use() {
        return use;
    }

    /** What happens where it is not granted; a sentence without its stop and in small letters at its beginning. */
    public String without() {
        return without;
    }

    /** All that are asked for, the needed ones first. */
    public static Set<String> asked() {
        return Arrays.stream(values()).map(ScopeUse::scope).collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    /** Those among the asked ones that whoever installs Lectern may leave out. */
    static List<String> declinable() {
        return Arrays.stream(values())
                .filter(use -> !use.needed)
                .map(ScopeUse::scope)
                .toList();
    }

    static Optional<ScopeUse> of(String scope) {
        return Arrays.stream(values()).filter(use -> use.scope.equals(scope)).findFirst();
    }

    /** Those that are not among the granted ones. */
    public static List<ScopeUse> missing(Set<String> granted) {
        return Arrays.stream(values())
                .filter(use -> !granted.contains(use.scope))
                .toList();
    }
}

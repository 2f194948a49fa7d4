package dev.lectern.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lectern.group.GroupId;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Which paper, for ever: the first name that it came by. That is an arXiv id; or 16 hexadecimal digits of a SHA-256, {@code
 * d-} for a DOI's, {@code o-} for an OpenReview id's, {@code p-} for a page's, {@code t-} for a title's. Opaque to
 * everybody but this package: a paper that gains an arXiv id later keeps its {@code t-} id.
 *
 * <p>What is known by a member's typing alone has the channel in which that was before it, {@code T1-C1-2401.12345}: it is a
 * paper of that channel's only, and another than that of any other channel and than everybody's.
 */
public record PaperId(@JsonValue String value) implements Comparable<PaperId> {
    /** Nothing that a Slack value, a URL's path or a Redis key would have to escape. */
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./_-]{0,63}");

    private static final Pattern TYPED = Pattern.compile("([TE][A-Z0-9]+)-([CGD][A-Z0-9]+)-(.+)");

    private static final int HASH_DIGITS = 16;
    private static final String HASHED = "dopt";

    /**
     * Which of several ids stands when their papers turn out to be one. The same for everybody, so that no two processes
     * make two papers each other's alias.
     */
    static final Comparator<PaperId> STANDS_FIRST =
            Comparator.comparingInt(PaperId::rank).thenComparing(PaperId::value);

    @JsonCreator
    public PaperId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a paper's id: " + value);
        }
    }

    public static PaperId of(ArxivId arxivId) {
        return new PaperId(arxivId.value());
    }

    public static PaperId ofTitle(NormalizedTitle title) {
        return hashed("t-", title.value());
    }

    /** The id of a paper that is new. */
    static PaperId of(Draft draft) {
        Names names = draft.names();
        return names.arxiv()
                .map(PaperId::of)
                .or(() -> names.doi().map(doi -> hashed("d-", doi.value())))
                .or(() -> names.openReview().map(id -> hashed("o-", id.value())))
                .or(() -> names.pages().stream().findFirst().map(page -> hashed("p-", page.key())))
                .orElseGet(() -> ofTitle(draft.normalizedTitle()));
    }

    /** The id of what is typed in this channel and would have this id, were it everybody's. */
    PaperId typedIn(GroupId channel) {
        return new PaperId(channel.team() + "-" + channel.channel() + "-" + value);
    }

    /** The channel in which it was typed, and whose paper alone it is; empty for everybody's. */
    public Optional<GroupId> typedIn() {
        Matcher typed = TYPED.matcher(value);
        return typed.matches() ? Optional.of(GroupId.parse(typed.group(1) + ":" + typed.group(2))) : Optional.empty();
    }

    /** What follows the channel. */
    private String name() {
        Matcher typed = TYPED.matcher(value);
        return typed.matches() ? typed.group(3) : value;
    }

    /**
     * The end of a key for what is kept of the paper, with its hash tag: a channel's papers belong to the channel, so that
     * they go when its workspace's data goes.
     */
    public String tagged() {
        return typedIn().map(channel -> "{" + channel + "}:" + name()).orElse("{" + value + "}");
    }

    private static PaperId hashed(String kind, String name) {
        return new PaperId(kind + DigestUtils.sha256Hex(name).substring(0, HASH_DIGITS));
    }

    private int rank() {
        String name = name();
        return name.startsWith("-", 1) ? 1 + HASHED.indexOf(name.charAt(0)) : 0;
    }

    /** Reads the text form that {@link #toString} gives. */
    public static PaperId parse(String text) {
        return new PaperId(text);
    }

    /** The arXiv id that this id is; empty for a paper that first came by its title. */
    Optional<ArxivId> asArxiv() {
        return ArxivId.find(name());
    }

    @Override
    public int compareTo(PaperId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

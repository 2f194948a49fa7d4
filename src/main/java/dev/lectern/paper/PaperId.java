package dev.lectern.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which paper, for ever: the first name that it came by, an arXiv id or {@code t-} and 16 hexadecimal digits of its
 * title's SHA-256. Opaque to everybody but this package: a paper that gains an arXiv id later keeps its {@code t-} id.
 */
public record PaperId(@JsonValue String value) implements Comparable<PaperId> {
    /** Nothing that a Slack value, a URL's path or a Redis key would have to escape. */
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./_-]{0,63}");

    private static final int HASH_DIGITS = 16;

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
        return new PaperId("t-" + title.sha256().substring(0, HASH_DIGITS));
    }

    /** Reads the text form that {@link #toString} gives. */
    public static PaperId parse(String text) {
        return new PaperId(text);
    }

    /** The arXiv id that this id is; empty for a paper that first came by its title. */
    Optional<ArxivId> asArxiv() {
        return ArxivId.find(value);
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

package dev.lectern.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A digital object identifier in lower case, as DOIs compare without regard to case (DOI Handbook, 2.4): {@code
 * 10.1145/3292500.3330701}.
 */
public record Doi(@JsonValue String value) {
    private static final String SHAPE = "10\\.\\d{4,9}(?:\\.\\d+)*/[^\\s\"<>]+";
    private static final Pattern WHOLE = Pattern.compile(SHAPE);
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(?:https?://)?(?:dx\\.)?doi\\.org/|(?<![a-z0-9])doi\\s*:\\s*|^)(" + SHAPE + ")",
            Pattern.CASE_INSENSITIVE);

    /** Takes the canonical form only; see {@link #find} for what people write. */
    @JsonCreator
    public Doi {
        if (!WHOLE.matcher(value).matches() || !value.equals(value.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not a DOI: " + value);
        }
    }

    /** The DOI that a text is, or the first that it names by {@code doi:} or a link to doi.org. */
    public static Optional<Doi> find(String text) {
        Matcher match = WRITTEN.matcher(text.strip());
        return match.find()
                ? Optional.of(match.group(1).replaceFirst("[.,;:)\\]}]+$", "").toLowerCase(Locale.ROOT))
                        .filter(value -> WHOLE.matcher(value).matches())
                        .map(Doi::new)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

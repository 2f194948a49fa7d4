package dev.lectern.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The id of a forum at OpenReview, such as {@code ryxz8CVYDH}; its case matters. */
public record OpenReviewId(@JsonValue String value) {
    private static final Pattern WHOLE = Pattern.compile("[A-Za-z0-9_-]{6,20}");
    private static final Pattern LINK = Pattern.compile(
            "(?<![a-z0-9.-])(?:www\\.)?openreview\\.net/(?:forum|pdf|attachment)\\?(?:[^\\s#]*&)?id=([A-Za-z0-9_-]{6,20})",
            Pattern.CASE_INSENSITIVE);

    @JsonCreator
    public OpenReviewId {
        if (!WHOLE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an OpenReview id: " + value);
        }
    }

    /** The id in the first link to OpenReview. */
    public static Optional<OpenReviewId> find(String text) {
        Matcher match = LINK.matcher(text);
        return match.find() ? Optional.of(new OpenReviewId(match.group(1))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

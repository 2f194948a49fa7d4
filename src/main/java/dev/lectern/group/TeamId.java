package dev.lectern.group;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Slack workspace's id, such as {@code T0LECTERN}. */
public record TeamId(@JsonValue String value) implements Comparable<TeamId> {
    private static final Pattern SHAPE = Pattern.compile("[TE][A-Z0-9]{1,30}");

    @JsonCreator
    public TeamId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a team id: " + value);
        }
    }

    /** Empty for what is no such id. */
    public static Optional<TeamId> read(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(some -> SHAPE.matcher(some).matches())
                .map(TeamId::new);
    }

    @Override
    public int compareTo(TeamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

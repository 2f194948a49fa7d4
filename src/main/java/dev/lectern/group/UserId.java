package dev.lectern.group;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A Slack member's id, such as {@code U0ADA}. */
public record UserId(@JsonValue String value) implements Comparable<UserId> {
    private static final Pattern SHAPE = Pattern.compile("[UW][A-Z0-9]{1,30}");

    @JsonCreator
    public UserId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a user id: " + value);
        }
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

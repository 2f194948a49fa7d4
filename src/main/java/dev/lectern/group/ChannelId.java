package dev.lectern.group;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A Slack conversation's id: a channel {@code C…}, a private channel {@code G…}, or a direct message {@code D…}. */
public record ChannelId(@JsonValue String value) implements Comparable<ChannelId> {
    private static final Pattern SHAPE = Pattern.compile("[CGD][A-Z0-9]{1,30}");

    @JsonCreator
    public ChannelId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a channel id: " + value);
        }
    }

    @Override
    public int compareTo(ChannelId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

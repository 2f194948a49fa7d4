package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Slack's name for a message within its channel, such as {@code 1774854000.000100}; of a thread, its first message's. */
public record MessageTs(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("\\d{1,15}\\.\\d{1,9}");

    @JsonCreator
    public MessageTs {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a message's ts: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

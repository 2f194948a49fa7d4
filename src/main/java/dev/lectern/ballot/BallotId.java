package dev.lectern.ballot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lectern.meeting.MeetingId;
import java.util.regex.Pattern;

/** Which ballot of a group; short, and free of separators, because it travels in the ids of buttons. */
public record BallotId(@JsonValue String value) implements Comparable<BallotId> {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._~-]{1,60}");

    @JsonCreator
    public BallotId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a ballot id: " + value);
        }
    }

    /** Letters, digits, dots, tildes, hyphens and underscores, 60 at most; throws IllegalArgumentException for anything else. */
    public static BallotId parse(String text) {
        return new BallotId(text);
    }

    /** The first ballot of a meeting: opening it twice is opening the same one. */
    public static BallotId of(MeetingId meeting) {
        return new BallotId(meeting.value());
    }

    /** A later ballot of a meeting whose earlier ones brought nothing; {@code round} counts from 1. */
    static BallotId of(MeetingId meeting, int round) {
        return round == 1 ? of(meeting) : new BallotId(meeting.value() + "." + round);
    }

    @Override
    public int compareTo(BallotId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

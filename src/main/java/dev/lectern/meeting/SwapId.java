package dev.lectern.meeting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lectern.group.UserId;
import java.time.Instant;

/** Which offer of a group: whose date, and when they offered it, such as {@code 2026-04-09.U0BEN.1775000000000}. */
public record SwapId(@JsonValue String value) {

    @JsonCreator
    public SwapId {
        String[] parts = value.split("\\.", -1);
        if (parts.length != 3 || !parts[2].matches("\\d{1,15}")) {
            throw new IllegalArgumentException("not an offer's id: " + value);
        }
        MeetingId.parse(parts[0]);
        new UserId(parts[1]);
    }

    static SwapId of(MeetingId meeting, UserId by, Instant at) {
        return new SwapId(meeting + "." + by + "." + at.toEpochMilli());
    }

    @Override
    public String toString() {
        return value;
    }
}

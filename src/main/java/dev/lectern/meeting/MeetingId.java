package dev.lectern.meeting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * Which meeting of a group: the date of its slot in the group's zone, such as {@code 2026-04-02}. A meeting that is moved
 * keeps its id.
 */
public record MeetingId(@JsonValue String value) implements Comparable<MeetingId> {

    @JsonCreator
    public MeetingId {
        if (!isDate(value)) {
            throw new IllegalArgumentException("not a meeting id: " + value);
        }
    }

    /** Reads {@code 2026-04-02}; throws IllegalArgumentException for anything else. */
    public static MeetingId parse(String text) {
        return new MeetingId(text);
    }

    public static MeetingId of(LocalDate date) {
        return new MeetingId(date.toString());
    }

    /** The id of the meeting in this slot of a {@link Series}. */
    public static MeetingId of(ZonedDateTime slot) {
        return of(slot.toLocalDate());
    }

    /** The date of the slot, in the group's zone. */
    public LocalDate date() {
        return LocalDate.parse(value);
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException notOne) {
            return false;
        }
    }

    @Override
    public int compareTo(MeetingId other) {
        return date().compareTo(other.date());
    }

    @Override
    public String toString() {
        return value;
    }
}

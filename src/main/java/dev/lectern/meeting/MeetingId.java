package dev.lectern.meeting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lectern.meeting.when.Slot;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * Which meeting of a group: its slot in the group's timetable, such as {@code 2026-04-02}, or {@code 2026-04-02~b} for one
 * that is not of the first series; never with a slash or a dot. A meeting that is moved keeps its id.
 */
public record MeetingId(@JsonValue String value) implements Comparable<MeetingId> {

    @JsonCreator
    public MeetingId {
        try {
            Slot.parse(value);
        } catch (IllegalArgumentException notOne) {
            throw new IllegalArgumentException("not a meeting id: " + value, notOne);
        }
    }

    /** Reads {@code 2026-04-02} and {@code 2026-04-02~b}; throws IllegalArgumentException for anything else. */
    public static MeetingId parse(String text) {
        return new MeetingId(text);
    }

    /** Of the first series. */
    public static MeetingId of(LocalDate date) {
        return of(Slot.of(date));
    }

    public static MeetingId of(Slot slot) {
        return new MeetingId(slot.write());
    }

    /** Of the first series. */
    public static MeetingId of(ZonedDateTime slot) {
        return of(slot.toLocalDate());
    }

    public Slot slot() {
        return Slot.parse(value);
    }

    /** The date of the slot, in its series' zone. */
    public LocalDate date() {
        return slot().date();
    }

    /** Which of the group's series it belongs to, as {@link Slot#series}. */
    public String series() {
        return slot().series();
    }

    @Override
    public int compareTo(MeetingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

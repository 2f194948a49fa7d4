package dev.lectern.meeting.when;

import java.time.Instant;

/**
 * A slot of a timetable in which nobody meets.
 *
 * @param start when it would have begun
 * @param name of a holiday, or the reason of a pause: raw text; empty where none is given
 */
public record NoMeeting(Slot slot, Instant start, Why why, String name) {
    /** What keeps a group from meeting. */
    public enum Why {
        SKIPPED,
        HOLIDAY,
        PAUSE
    }
}

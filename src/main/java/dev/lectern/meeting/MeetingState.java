package dev.lectern.meeting;

/** Where a meeting stands; it never becomes PLANNED again. */
public enum MeetingState {
    PLANNED,
    HELD,
    CANCELLED
}

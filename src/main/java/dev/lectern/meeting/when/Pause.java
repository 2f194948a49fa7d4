package dev.lectern.meeting.when;

import java.time.LocalDate;

/**
 * Days without meetings, in the group's zone.
 *
 * @param until the first day after it
 * @param reason raw text as somebody typed it; empty where they gave none
 */
public record Pause(LocalDate from, LocalDate until, String reason) {
    public Pause {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a pause that ends before it begins: " + from + " to " + until);
        }
    }

    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && date.isBefore(until);
    }
}

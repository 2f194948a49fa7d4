package dev.lectern.meeting.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A meeting that belongs to no series.
 *
 * @param slot its own, whose series is no other meeting's
 * @param place where it is, or the link of its call: raw text as somebody typed it
 */
public record OneOff(Slot slot, Instant start, Duration length, Optional<String> place) {
    /** What the series of one-off meetings begin with; those of rules have one letter. */
    static final String SERIES = "x";

    public OneOff {
        if (!slot.series().startsWith(SERIES) || slot.series().equals(SERIES)) {
            throw new IllegalArgumentException("not the slot of a single meeting: " + slot);
        }
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a meeting of no length: " + length);
        }
    }

    Occurrence occurrence() {
        return new Occurrence(slot, start, length, place, true);
    }
}

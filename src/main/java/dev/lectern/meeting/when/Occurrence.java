package dev.lectern.meeting.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One meeting of a timetable.
 *
 * @param place where it is, or the link of its call: raw text as somebody typed it
 * @param byHand whether it was moved or added by hand, so that it is not where a rule puts it
 */
public record Occurrence(Slot slot, Instant start, Duration length, Optional<String> place, boolean byHand) {}

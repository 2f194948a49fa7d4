package dev.lectern.discussion;

import java.time.Instant;

/**
 * That the channel was told something of a meeting.
 *
 * @param start when the meeting was to begin then: a meeting that is moved afterwards is spoken of once more
 */
public record Said(Phase phase, Instant start) {}

package dev.lectern.calendar;

import dev.lectern.work.Shape;
import java.time.Instant;

/**
 * What calendars were last given of a meeting.
 *
 * @param sequence how often it changed in what matters since it was first given: RFC 5545, section 3.8.7.4
 * @param since when it became what it is
 */
@Shape(version = 2, from = GivenBeforeParts.class)
record Given(Event event, int sequence, Instant since) {

    static Given first(Event event, Instant now) {
        return new Given(event, 0, now);
    }

    /** The same where nothing changed. */
    Given next(Event changed, Instant now) {
        if (changed.equals(event)) {
            return this;
        }
        return new Given(changed, changed.differsInWhatMatters(event) ? sequence + 1 : sequence, now);
    }
}

package dev.lectern.discover;

import dev.lectern.group.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A search of other sites that somebody waits for, or was told the answer of a moment ago.
 *
 * @param words what is looked for, without filters
 * @param request by which they asked
 * @param answered when they were told what all of the sites found
 */
public record Looking(String words, UserId by, String request, Optional<Instant> answered) {
    /** So long the sites would find the same again. */
    static final Duration FRESH = Duration.ofMinutes(10);

    static Looking begun(String words, UserId by, String request) {
        return new Looking(words, by, request, Optional.empty());
    }

    Looking answered(Instant at) {
        return new Looking(words, by, request, Optional.of(at));
    }

    /** The same for the same words of the same person. */
    String key() {
        return by + " " + words;
    }

    boolean isOver(Instant now) {
        return answered.filter(at -> !now.isBefore(at.plus(FRESH))).isPresent();
    }
}

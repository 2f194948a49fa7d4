package dev.lectern.work;

import dev.lectern.redis.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a message so far.
 *
 * @param inVain how often Slack did not take it, one after the other
 * @param unknownSince when the first of those tries began of which nobody knows whether they got there
 */
record Tries(int inVain, Optional<Instant> unknownSince) {
    static final Tries NONE = new Tries(0, Optional.empty());

    static Tries read(String text) {
        return text.isEmpty() ? NONE : Json.read(text, Tries.class);
    }

    /** One begins whose outcome is unknown until it is noted. */
    Tries begin(Instant now) {
        return new Tries(inVain, unknownSince.or(() -> Optional.of(now)));
    }

    /** @param happened whether it may have got there all the same; what is unknown of an earlier try stays unknown */
    Tries failed(boolean happened, Instant began) {
        return new Tries(inVain + 1, happened ? unknownSince.or(() -> Optional.of(began)) : unknownSince);
    }
}

package dev.lectern.work;

import dev.lectern.redis.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a message so far.
 *
 * @param inVain how often Slack did not take it
 * @param waited how often it was told to come again later
 * @param unknownSince when the first of those tries began of which nobody knows whether they got there
 */
record Tries(int inVain, int waited, Optional<Instant> unknownSince) {
    static final Tries NONE = new Tries(0, 0, Optional.empty());

    static Tries read(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        // As Lectern 0.1 noted it: the milliseconds when the first try began.
        return text.matches("\\d+")
                ? NONE.begin(Instant.ofEpochMilli(Long.parseLong(text)))
                : Json.read(text, Tries.class);
    }

    /** One begins whose outcome is unknown until it is noted. */
    Tries begin(Instant now) {
        return new Tries(inVain, waited, unknownSince.or(() -> Optional.of(now)));
    }

    /** @param happened whether it may have got there all the same; what is unknown of an earlier try stays unknown */
    Tries failed(boolean happened, Instant began) {
        return new Tries(inVain + 1, waited, happened ? begin(began).unknownSince() : unknownSince);
    }

    /** It did not even begin: somebody said when to come again. */
    Tries toldToWait() {
        return new Tries(inVain, waited + 1, unknownSince);
    }
}

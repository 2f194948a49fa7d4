package dev.lectern.work;

import java.time.Instant;
import java.util.Optional;

/**
 * Something a group has to do at an instant: what ({@code ballot.close}) and for which thing ({@code 2026-04-02}).
 * A group has each step at most once; scheduling it again moves it.
 */
public record Step(String name, String key, Instant at) {
    public Step {
        if (name.isBlank() || name.contains("/")) {
            throw new IllegalArgumentException("not a step's name: " + name);
        }
    }

    String id() {
        return name + "/" + key;
    }

    /** Empty for what is no step's id. */
    static Optional<Step> read(String id, Instant at) {
        int slash = id.indexOf('/');
        return slash <= 0 || id.substring(0, slash).isBlank()
                ? Optional.empty()
                : Optional.of(new Step(id.substring(0, slash), id.substring(slash + 1), at));
    }
}

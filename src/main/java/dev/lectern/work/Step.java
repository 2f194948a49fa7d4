package dev.lectern.work;

import java.time.Instant;

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

    static Step of(String id, Instant at) {
        int slash = id.indexOf('/');
        return new Step(id.substring(0, slash), id.substring(slash + 1), at);
    }
}

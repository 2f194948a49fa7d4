package dev.lectern.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What a listener was given: the newest of it, and how often. */
final class Got<T> {
    private final List<T> all = new ArrayList<>();

    synchronized void set(T value) {
        all.add(value);
    }

    synchronized T get() {
        assertThat(all).as("what the listener was given").isNotEmpty();
        return all.get(all.size() - 1);
    }
}

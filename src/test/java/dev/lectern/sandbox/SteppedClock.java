package dev.lectern.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
final class SteppedClock implements InstantSource {
    static final Instant START = Instant.parse("2026-03-30T07:00:00Z");

    private Instant now = START;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized void step(Duration duration) {
        now = now.plus(duration);
    }
}

package dev.lectern.sandbox;

import dev.lectern.sandbox.delivery.EventDelivery;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The app's due work, and the sandbox's own: events to be delivered once more. */
record Followers(EventDelivery events, ClockFollower app) implements ClockFollower {

    @Override
    public Optional<Instant> nextDue() {
        return earlier(events.nextDue(), app.nextDue());
    }

    @Override
    public Optional<Instant> nextEvent() {
        return earlier(events.nextDue(), app.nextEvent());
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
    }

    @Override
    public void runDue() {
        events.runDue();
        app.runDue();
    }
}

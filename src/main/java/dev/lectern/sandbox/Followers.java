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
        return Stream.concat(events.nextDue().stream(), app.nextDue().stream()).min(Comparator.naturalOrder());
    }

    @Override
    public void runDue() {
        events.runDue();
        app.runDue();
    }
}

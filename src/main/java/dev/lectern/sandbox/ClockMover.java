package dev.lectern.sandbox;

import dev.lectern.sandbox.page.WrongRequest;
import dev.lectern.sandbox.workspace.Change;
import dev.lectern.sandbox.workspace.WorkspaceStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Moves the clock from one due instant to the next, so that what lies on the way happens in its order. */
final class ClockMover {
    private static final String COLLECTION = "clock";
    private static final String OFFSET = "offset";
    /** As long as somebody looks at the page without wondering. */
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private static final int MOST_STOPS_AT_ONE_INSTANT = 1_000;

    private final SandboxClock clock;
    private final ClockFollower follower;
    private final WorkspaceStore store;

    ClockMover(SandboxClock clock, ClockFollower follower, WorkspaceStore store) {
        this.clock = clock;
        this.follower = follower;
        this.store = store;
    }

    /** A clock that goes on where the one before it was. */
    static SandboxClock restored(InstantSource base, WorkspaceStore store) {
        JsonNode offset = store.read(COLLECTION).get(OFFSET);
        return new SandboxClock(base, offset == null ? Duration.ZERO : Duration.parse(offset.asString()));
    }

    /**
     * Moves to this instant, stopping wherever something is due.
     *
     * @return the instants that were stopped at
     * @throws WrongRequest when the instant has passed, or the follower never gets on
     */
    synchronized List<Instant> moveTo(Instant target) {
        if (target.isBefore(clock.instant())) {
            throw WrongRequest.bad("The clock only moves forward, and it is past " + target + " already.");
        }
        return stopOver(target);
    }

    /** Moves on by that long, counted from the moment when it is this call's turn; otherwise like {@link #moveTo}. */
    synchronized List<Instant> moveBy(Duration length) {
        return stopOver(clock.instant().plus(length));
    }

    private List<Instant> stopOver(Instant target) {
        List<Instant> stops = new ArrayList<>();
        Optional<Instant> due = follower.nextDue();
        for (int same = 1; due.isPresent() && !due.get().isAfter(target); same++) {
            Instant stop = due.get();
            if (same > MOST_STOPS_AT_ONE_INSTANT) {
                throw WrongRequest.bad("What is due at " + stop + " never gets done: it was tried " + (same - 1)
                        + " times. Look at the app's log.");
            }
            set(stop);
            follower.runDue();
            addNew(stops, stop);
            due = follower.nextDue();
            same = due.equals(Optional.of(stop)) ? same : 0;
        }
        set(target);
        follower.runDue();
        letThrough();
        return stops;
    }

    /** What is on its way and waits for a moment gets there, unless something else comes before it. */
    private void letThrough() {
        Instant latest = clock.instant().plus(MOMENT);
        Optional<Instant> due = follower.nextDue();
        while (due.isPresent() && !due.get().isAfter(latest) && !due.equals(follower.nextEvent())) {
            set(due.get());
            follower.runDue();
            due = follower.nextDue();
        }
    }

    /** Moves to whatever is due next and does it; does nothing when nothing is planned. */
    synchronized List<Instant> moveToNext() {
        // What is due by now is not what comes next.
        follower.runDue();
        return follower.nextEvent().map(this::stopOver).orElse(List.of());
    }

    private static void addNew(List<Instant> stops, Instant stop) {
        if (stops.isEmpty() || !stops.get(stops.size() - 1).equals(stop)) {
            stops.add(stop);
        }
    }

    private void set(Instant instant) {
        Duration offset = clock.offsetFor(instant);
        if (offset.compareTo(clock.offset()) > 0) {
            JsonNode kept = JsonNodeFactory.instance.stringNode(offset.toString());
            store.write(List.of(Change.put(COLLECTION, OFFSET, kept)));
            clock.forwardTo(offset);
        }
    }
}

package dev.lectern.sandbox.delivery;

import dev.lectern.sandbox.workspace.Ids;
import dev.lectern.sandbox.workspace.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Events API: an event is delivered before {@link #deliver} returns or, when the app fails, repeated at once, a
 * minute and five minutes later by the sandbox's clock (docs.slack.dev/apis/events-api). Any thread may use it.
 */
public final class EventDelivery {
    private static final List<Duration> PAUSES = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private record Attempt(ObjectNode envelope, int retries, String reason, Instant due) {}

    private final AppLink app;
    private final InstantSource clock;
    private final PriorityQueue<Attempt> waiting = new PriorityQueue<>(Comparator.comparing(Attempt::due));

    public EventDelivery(AppLink app, InstantSource clock) {
        this.app = app;
        this.clock = clock;
    }

    public void deliver(Origin origin, ObjectNode event) {
        attempt(new Attempt(envelope(origin, event), 0, "", clock.instant()));
        runDue();
    }

    /** When the next repetition is due, if one is. */
    public synchronized Optional<Instant> nextDue() {
        return Optional.ofNullable(waiting.peek()).map(Attempt::due);
    }

    /** Repeats what is due. */
    public void runDue() {
        for (Optional<Attempt> due = takeDue(); due.isPresent(); due = takeDue()) {
            attempt(due.get());
        }
    }

    private synchronized Optional<Attempt> takeDue() {
        return nextDue().filter(due -> !due.isAfter(clock.instant())).map(due -> waiting.remove());
    }

    private void attempt(Attempt attempt) {
        AppAnswer answer = app.sendEvent(attempt.envelope(), attempt.retries(), attempt.reason());
        if (answer instanceof AppAnswer.Failed failed && failed.retry() && attempt.retries() < PAUSES.size()) {
            String reason = failed.error().equals("operation_timeout") ? "http_timeout" : "http_error";
            Instant due = clock.instant().plus(PAUSES.get(attempt.retries()));
            wait(new Attempt(attempt.envelope(), attempt.retries() + 1, reason, due));
        }
    }

    private synchronized void wait(Attempt attempt) {
        waiting.add(attempt);
    }

    private ObjectNode envelope(Origin origin, ObjectNode event) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("token", Payloads.VERIFICATION_TOKEN).put("api_app_id", Team.APP);
        origin.putInto(envelope);
        envelope.set("event", event);
        envelope.put("type", "event_callback").put("event_id", Ids.next("Ev"));
        envelope.put("event_time", clock.instant().getEpochSecond());
        envelope.put("is_ext_shared_channel", false);
        return envelope.put("event_context", Ids.next("EC"));
    }
}

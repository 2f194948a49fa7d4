package dev.lectern.slack;

import dev.lectern.work.Delivery.Attempt;
import java.time.Duration;
import java.util.Optional;

/** Calls to Slack for a delivery: under the right to deliver, and where Slack's limits leave room for them. Any thread. */
final class PacedCalls {
    private final PaceStore paces;

    PacedCalls(PaceStore paces) {
        this.paces = paces;
    }

    @FunctionalInterface
    interface Call<T> {
        T make() throws SlackFailure;
    }

    /** @throws SlackFailure also where the call was not made, for want of room */
    <T> T call(Attempt attempt, Pace pace, Call<T> call) throws SlackFailure {
        Optional<Duration> wait = paces.take(attempt.group().team(), pace);
        if (wait.isPresent()) {
            throw SlackFailure.paced(pace.method(), wait.get());
        }
        attempt.hold().keep();
        try {
            return call.make();
        } catch (SlackFailure e) {
            e.retryAfter().ifPresent(until -> paces.close(attempt.group().team(), pace.method(), until));
            throw e;
        }
    }
}

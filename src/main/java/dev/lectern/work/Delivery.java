package dev.lectern.work;

import dev.lectern.group.GroupId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Brings one message of the outbox into the world. */
@FunctionalInterface
public interface Delivery {

    /**
     * @param before where an earlier message under the same id stands, which is then redrawn
     * @param unknownSince when an earlier try began whose outcome nobody noted
     */
    Outcome deliver(GroupId group, Outgoing message, Optional<Receipt> before, Optional<Instant> unknownSince);

    /**
     * Where a message stands: Slack's channel and its {@code ts} there.
     *
     * @param look tells what it shows from anything else that it could show; empty where that is not known
     */
    record Receipt(String channel, String ts, Optional<String> look) {
        public Receipt(String channel, String ts) {
            this(channel, ts, Optional.empty());
        }

        public Receipt showing(String newLook) {
            return new Receipt(channel, ts, Optional.of(newLook));
        }
    }

    /** What became of it. */
    sealed interface Outcome {
        record Sent(Receipt receipt) implements Outcome {}

        /** There is nothing to show any more. */
        record Dropped() implements Outcome {}

        /** Slack will never take it, and why. */
        record Refused(String reason) implements Outcome {}

        /** Not now; try again after that long. {@code happened} is false when it surely did not reach Slack. */
        record Later(Duration delay, boolean happened, String reason) implements Outcome {}
    }
}

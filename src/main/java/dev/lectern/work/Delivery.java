package dev.lectern.work;

import dev.lectern.group.GroupId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Brings one message of the outbox into the world. */
@FunctionalInterface
public interface Delivery {

    /** @throws LeaseLost when another process delivers for the group by now */
    Outcome deliver(Attempt attempt);

    /**
     * One try.
     *
     * @param before where an earlier message under the same id stands, which is then redrawn
     * @param thread where the message stands in whose thread this one belongs; empty for one that stands by itself, or
     *     where the other one never got there
     * @param unknownSince when the first of those earlier tries began whose outcome nobody noted
     * @param hold the right to deliver for this group
     */
    record Attempt(
            GroupId group,
            Outgoing message,
            Optional<Receipt> before,
            Optional<Receipt> thread,
            Optional<Instant> unknownSince,
            Hold hold) {}

    /** The right to deliver for a group, which one process has at a time. */
    interface Hold {
        /** Grows with every holder: of two calls, the one with the lower number came from whoever held it earlier. */
        long fence();

        /**
         * To be called before every call that may take long: makes sure of the right for the time that such a call
         * takes.
         *
         * @throws LeaseLost when somebody else has it
         */
        void keep();
    }

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

        /** There is nothing to show any more, or it may be there and must not be twice. */
        record Dropped() implements Outcome {}

        /** Slack will never take it, and why. */
        record Refused(String reason) implements Outcome {}

        /** Slack takes nothing for this addressee until somebody sees to it, and why. */
        record Closed(String reason) implements Outcome {}

        /**
         * Not now.
         *
         * @param after when to try again at the earliest; empty for whoever asks to choose
         * @param happened false when it surely did not reach Slack
         */
        record Later(Optional<Duration> after, boolean happened, String reason) implements Outcome {}
    }
}

package dev.lectern.sandbox.api;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Failures that somebody asked for: the next calls of a method go wrong in a given way. Any thread may use it. */
public final class Faults {

    /** How a call goes wrong. */
    public enum Kind {
        /** 429 with {@code Retry-After: 1}; nothing done. */
        RATELIMITED,
        /** Status 500; nothing done. */
        HTTP_500,
        /** {@code internal_error} with status 200, nothing done. */
        INTERNAL_ERROR,
        /** Done, and answered with {@code fatal_error} all the same, as Slack warns. */
        FATAL_ERROR,
        /** An error of Slack's choice with status 200, nothing done. */
        REFUSED,
        /** Cards, carousels and charts refused, as by a workspace that does not know them; anything else is answered. */
        NO_CARDS,
        /** Done, and answered after 5 seconds of real time. */
        SLOW,
        /** Nothing done, the connection cut in the middle of the answer. */
        DROP_BEFORE,
        /** Done, the connection cut in the middle of the answer. */
        DROP_AFTER;

        public static Optional<Kind> of(String name) {
            for (Kind kind : values()) {
                if (kind.toString().equals(name)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param error what Slack answers to a {@link Kind#REFUSED} call; else of no use */
    record Fault(Kind kind, int times, String error) {
        private Fault once() {
            return new Fault(kind, times - 1, error);
        }
    }

    private final Map<String, Fault> faults = new HashMap<>();

    /** Replaces what was asked for this method before; {@code times} 0 takes it back. */
    public synchronized void plan(String method, int times, Kind kind, String error) {
        faults.put(method, new Fault(kind, times, error));
    }

    synchronized Optional<Fault> next(String method) {
        Fault fault = faults.get(method);
        if (fault == null || fault.times() == 0) {
            return Optional.empty();
        }
        faults.put(method, fault.once());
        return Optional.of(fault);
    }
}

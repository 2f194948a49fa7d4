package dev.lectern.sandbox.socket;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** A socket of the app's, and what was sent over it without an acknowledgement. Any thread. */
final class Connection {
    /** What became of an envelope: acknowledged, with an answer or none; or lost with its socket. */
    record Outcome(boolean acknowledged, Optional<JsonNode> payload) {
        static final Outcome LOST = new Outcome(false, Optional.empty());
    }

    private final Line line;
    private final Map<String, CompletableFuture<Outcome>> waiting = new HashMap<>();
    private boolean leaving;
    private boolean gone;

    Connection(Line line) {
        this.line = line;
    }

    Line line() {
        return line;
    }

    synchronized CompletableFuture<Outcome> expect(String envelope) {
        if (gone) {
            return CompletableFuture.completedFuture(Outcome.LOST);
        }
        return waiting.computeIfAbsent(envelope, id -> new CompletableFuture<>());
    }

    /** Whether it was this socket's, and not yet acknowledged. */
    synchronized boolean acknowledge(String envelope, Optional<JsonNode> payload) {
        CompletableFuture<Outcome> expected = waiting.remove(envelope);
        return expected != null && expected.complete(new Outcome(true, payload));
    }

    synchronized void forget(String envelope) {
        waiting.remove(envelope);
    }

    synchronized void lose() {
        gone = true;
        waiting.values().forEach(expected -> expected.complete(Outcome.LOST));
        waiting.clear();
    }

    synchronized void leave() {
        leaving = true;
    }

    synchronized boolean isLeaving() {
        return leaving;
    }
}

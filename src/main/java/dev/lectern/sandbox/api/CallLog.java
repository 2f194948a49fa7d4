package dev.lectern.sandbox.api;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The newest 10,000 calls of the app, oldest first; tokens never enter it. Any thread may use it. */
public final class CallLog {
    private static final int MOST = 10_000;

    /** One call and its answer; status 0 when the answer was withheld. */
    public record Call(Instant at, String method, ObjectNode arguments, ObjectNode response, int status) {
        public ObjectNode toPage() {
            ObjectNode page = JsonNodeFactory.instance.objectNode();
            page.put("at", at.toString()).put("method", method);
            page.set("arguments", arguments);
            page.set("response", response);
            return page.put("status", status);
        }
    }

    private final Deque<Call> calls = new ArrayDeque<>();

    synchronized void add(Call call) {
        calls.addLast(call);
        if (calls.size() > MOST) {
            calls.removeFirst();
        }
    }

    public synchronized List<Call> of(Optional<String> method) {
        return calls.stream()
                .filter(call -> method.isEmpty() || method.get().equals(call.method()))
                .toList();
    }
}

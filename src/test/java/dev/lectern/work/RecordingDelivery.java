package dev.lectern.work;

import dev.lectern.group.GroupId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Notes what it is asked to deliver; each message arrives, unless a test has planned another outcome. Any thread. */
final class RecordingDelivery implements Delivery {
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Delivery> plans = new ArrayList<>();
    private final AtomicInteger timestamps = new AtomicInteger();

    record Call(
            GroupId group,
            Outgoing message,
            Optional<Receipt> before,
            Optional<Receipt> thread,
            Optional<Instant> unknownSince,
            long fence) {
        String id() {
            return message.id();
        }
    }

    /** The next message that nothing is planned for yet goes this way. */
    synchronized RecordingDelivery then(Delivery plan) {
        plans.add(plan);
        return this;
    }

    RecordingDelivery then(Outcome outcome) {
        return then(attempt -> outcome);
    }

    @Override
    public Outcome deliver(Attempt attempt) {
        calls.add(new Call(
                attempt.group(),
                attempt.message(),
                attempt.before(),
                attempt.thread(),
                attempt.unknownSince(),
                attempt.hold().fence()));
        return next().map(plan -> plan.deliver(attempt))
                .orElseGet(() -> new Outcome.Sent(attempt.before().orElseGet(() -> receipt(attempt.message()))));
    }

    private synchronized Optional<Delivery> next() {
        return plans.isEmpty() ? Optional.empty() : Optional.of(plans.remove(0));
    }

    Receipt receipt(Outgoing message) {
        return new Receipt(message.to(), "1774857600.%06d".formatted(timestamps.incrementAndGet()));
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    Call last() {
        return calls.get(calls.size() - 1);
    }

    List<Long> fences() {
        return calls.stream().map(Call::fence).toList();
    }

    List<String> ids() {
        return calls.stream().map(Call::id).toList();
    }

    List<String> ids(GroupId group) {
        return calls.stream()
                .filter(call -> call.group().equals(group))
                .map(Call::id)
                .toList();
    }
}

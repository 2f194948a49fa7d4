package dev.lectern.work;

import dev.lectern.group.GroupId;
import dev.lectern.work.Delivery.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.resps.Tuple;

/** Does what one group has due: its steps in the order of their times, then its messages in their order. */
final class GroupWork {
    private static final Logger log = LoggerFactory.getLogger(GroupWork.class);
    private static final String FAILED = "steps:failed";
    private static final Duration SOON = Duration.ofSeconds(5);

    private final UnifiedJedis redis;
    private final Clock clock;
    private final Changes changes;
    private final Steps steps;
    private final Outbox outbox;
    private final Delivery delivery;

    GroupWork(UnifiedJedis redis, Clock clock, Changes changes, Steps steps, Outbox outbox, Delivery delivery) {
        this.redis = redis;
        this.clock = clock;
        this.changes = changes;
        this.steps = steps;
        this.outbox = outbox;
        this.delivery = delivery;
    }

    /**
     * Does all that is due now; answers when the group is next due in milliseconds since the epoch, -1 for never. Empty
     * when that is for another process to say, which works for the group just now.
     */
    OptionalLong run(GroupId group) {
        Optional<Lease> free = Lease.take(redis, group);
        if (free.isEmpty()) {
            return OptionalLong.empty();
        }
        try (Lease lease = free.get()) {
            boolean finished = runSteps(group, lease) && deliver(group, lease);
            return finished ? OptionalLong.of(nextDue(group)) : OptionalLong.empty();
        }
    }

    void forgetLease(GroupId group) {
        Lease.forget(redis, group);
    }

    /** False when the lease was lost on the way. */
    private boolean runSteps(GroupId group, Lease lease) {
        for (Optional<Step> step = firstDue(group); step.isPresent(); step = firstDue(group)) {
            if (!lease.renew()) {
                return false;
            }
            attempt(group, step.get());
        }
        return true;
    }

    private Optional<Step> firstDue(GroupId group) {
        return first(group).filter(step -> !step.at().isAfter(clock.instant()));
    }

    private Optional<Step> first(GroupId group) {
        List<Tuple> head = redis.zrangeWithScores(new GroupKeys(group).timeline(), 0, 0);
        return head.stream()
                .map(entry -> Step.of(entry.getElement(), Instant.ofEpochMilli((long) entry.getScore())))
                .findFirst();
    }

    private void attempt(GroupId group, Step step) {
        Failures before = failures(group, step);
        try {
            changes.apply(group, change -> {
                // Read again within the change: another process may have done the step meanwhile.
                if (first(group).filter(step::equals).isPresent()) {
                    change.unschedule(step.name(), step.key());
                    change.remove(FAILED, step.id());
                    run(new Step(step.name(), step.key(), before.planned()), change);
                }
                return null;
            });
        } catch (RuntimeException e) {
            putOff(group, step, before.oneMore(clock.instant()), e);
        }
    }

    private Failures failures(GroupId group, Step step) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).of(FAILED), step.id()))
                .map(json -> Stored.read(json, Failures.class))
                .filter(failures -> failures.areOf(step))
                .orElseGet(() -> Failures.none(step));
    }

    private void run(Step step, Change change) {
        Steps.Registered registered = steps.find(step.name())
                .orElseThrow(() -> new IllegalStateException("no feature knows the step " + step.name()));
        if (registered.missed().skips(step, change.now())) {
            log.info("{}: skipped {}, due {}", change.group(), step.id(), step.at());
            return;
        }
        registered.handler().run(step, change);
    }

    /** A failing step waits, longer each time, and keeps nobody else waiting. */
    private void putOff(GroupId group, Step step, Failures failures, RuntimeException failure) {
        log.error("{}: {} failed {} times; again at {}", group, step.id(), failures.times(), failures.again(), failure);
        changes.apply(group, change -> {
            // Who moved the step or took it away while it failed is right.
            if (stands(group, step)) {
                change.put(FAILED, step.id(), failures);
                change.schedule(new Step(step.name(), step.key(), failures.again()));
            }
            return null;
        });
    }

    private boolean stands(GroupId group, Step step) {
        Double at = redis.zscore(new GroupKeys(group).timeline(), step.id());
        return at != null && at.longValue() == step.at().toEpochMilli();
    }

    /** False when the lease was lost on the way. */
    private boolean deliver(GroupId group, Lease lease) {
        if (outbox.pausedUntil(group)
                .filter(until -> until.isAfter(clock.instant()))
                .isPresent()) {
            return true;
        }
        for (var entry = outbox.first(group); entry.isPresent(); entry = outbox.first(group)) {
            if (!lease.renew()) {
                return false;
            }
            if (!send(group, entry.get(), lease)) {
                return true;
            }
        }
        return true;
    }

    /** Whether the next message may follow. */
    private boolean send(GroupId group, Outbox.Entry entry, Lease lease) {
        String id = entry.message().id();
        var before = outbox.receipt(group, id);
        outbox.trying(group, entry, clock.instant());
        Outcome outcome = outcome(group, entry, before, lease);
        if (outcome instanceof Outcome.Sent sent) {
            outbox.sent(group, entry, sent.receipt());
        } else if (outcome instanceof Outcome.Dropped) {
            outbox.dropped(group, entry);
        } else if (outcome instanceof Outcome.Refused refused) {
            log.error("{}: Slack refuses the message {}: {}", group, id, refused.reason());
            outbox.refused(group, entry, refused.reason());
        } else if (outcome instanceof Outcome.Later later) {
            Duration delay = later.after().orElse(SOON);
            log.warn("{}: the message {} waits {}: {}", group, id, delay, later.reason());
            outbox.rest(group, entry, clock.instant().plus(delay), later.happened());
            return false;
        }
        return true;
    }

    /** A message that cannot even be made must not keep the others waiting. */
    private Outcome outcome(GroupId group, Outbox.Entry entry, Optional<Delivery.Receipt> before, Delivery.Hold hold) {
        try {
            return delivery.deliver(new Delivery.Attempt(group, entry.message(), before, entry.unknownSince(), hold));
        } catch (JedisException | LeaseLost e) {
            throw e;
        } catch (RuntimeException e) {
            log.error(
                    "{}: the message {} could not be made",
                    group,
                    entry.message().id(),
                    e);
            return new Outcome.Refused("it could not be made: " + e);
        }
    }

    private long nextDue(GroupId group) {
        long step = first(group).map(next -> next.at().toEpochMilli()).orElse(-1L);
        if (outbox.first(group).isEmpty()) {
            return step;
        }
        long message = outbox.pausedUntil(group).map(Instant::toEpochMilli).orElse(0L);
        return step < 0 ? message : Math.min(step, message);
    }
}

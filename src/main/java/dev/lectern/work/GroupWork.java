package dev.lectern.work;

import dev.lectern.group.GroupId;
import dev.lectern.work.Delivery.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.resps.Tuple;

/** Does what one group has due: its steps in the order of their times, then its messages in their order. */
final class GroupWork {
    private static final Logger log = LoggerFactory.getLogger(GroupWork.class);
    static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LAST_RETRY = Duration.ofMinutes(10);
    private static final String FAILURES = "steps:failures";

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

    /** Does all that is due now; answers when the group is next due in milliseconds since the epoch, -1 for never. */
    long run(GroupId group) {
        String lease = lease(group);
        String token = UUID.randomUUID().toString();
        if (redis.set(lease, token, SetParams.setParams().nx().px(LEASE.toMillis())) == null) {
            return clock.instant().plus(BUSY).toEpochMilli();
        }
        try {
            runSteps(group, lease);
            deliver(group, lease);
            return nextDue(group);
        } finally {
            if (token.equals(redis.get(lease))) {
                redis.del(lease);
            }
        }
    }

    void forgetLease(GroupId group) {
        redis.del(lease(group));
    }

    private static String lease(GroupId group) {
        return new GroupKeys(group).of("lease");
    }

    private void runSteps(GroupId group, String lease) {
        for (Optional<Step> step = firstDue(group); step.isPresent(); step = firstDue(group)) {
            redis.pexpire(lease, LEASE.toMillis());
            attempt(group, step.get());
        }
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
        try {
            changes.apply(group, change -> {
                // Read again within the change: another process may have done the step meanwhile.
                if (first(group).filter(step::equals).isPresent()) {
                    change.unschedule(step.name(), step.key());
                    change.remove(FAILURES, step.id());
                    run(step, change);
                }
                return null;
            });
        } catch (RuntimeException e) {
            putOff(group, step, e);
        }
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
    private void putOff(GroupId group, Step step, RuntimeException failure) {
        String key = new GroupKeys(group).of(FAILURES);
        long failures = redis.hincrBy(key, step.id(), 1);
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 20));
        Instant again = clock.instant().plus(wait.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : wait);
        log.error("{}: {} failed {} times; again at {}", group, step.id(), failures, again, failure);
        changes.apply(group, change -> {
            change.schedule(new Step(step.name(), step.key(), again));
            return null;
        });
    }

    private void deliver(GroupId group, String lease) {
        if (outbox.pausedUntil(group)
                .filter(until -> until.isAfter(clock.instant()))
                .isPresent()) {
            return;
        }
        for (var entry = outbox.first(group); entry.isPresent(); entry = outbox.first(group)) {
            redis.pexpire(lease, LEASE.toMillis());
            if (!send(group, entry.get())) {
                return;
            }
        }
    }

    /** Whether the next message may follow. */
    private boolean send(GroupId group, Outbox.Entry entry) {
        String id = entry.message().id();
        var before = outbox.receipt(group, id);
        outbox.trying(group, entry, clock.instant());
        Outcome outcome = outcome(group, entry, before);
        if (outcome instanceof Outcome.Sent sent) {
            outbox.sent(group, entry, sent.receipt());
        } else if (outcome instanceof Outcome.Dropped) {
            outbox.dropped(group, entry);
        } else if (outcome instanceof Outcome.Refused refused) {
            log.error("{}: Slack refuses the message {}: {}", group, id, refused.reason());
            outbox.refused(group, entry, refused.reason());
        } else if (outcome instanceof Outcome.Later later) {
            log.warn("{}: the message {} waits {}: {}", group, id, later.delay(), later.reason());
            outbox.rest(group, entry, clock.instant().plus(later.delay()), later.happened());
            return false;
        }
        return true;
    }

    /** A message that cannot even be made must not keep the others waiting. */
    private Outcome outcome(GroupId group, Outbox.Entry entry, Optional<Delivery.Receipt> before) {
        try {
            return delivery.deliver(group, entry.message(), before, entry.unknownSince());
        } catch (JedisException e) {
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

package dev.lectern.work;

import dev.lectern.group.GroupId;
import dev.lectern.redis.RedisTrouble;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.Tuple;

/** Does the steps of a group that are due, in the order of their times, each in one change. */
final class GroupSteps implements LaneWorker.Turn {
    private static final Logger log = LoggerFactory.getLogger(GroupSteps.class);
    static final String FAILED = "failures";

    private final UnifiedJedis redis;
    private final Clock clock;
    private final Changes changes;
    private final Steps steps;
    private final Parking parking;

    GroupSteps(UnifiedJedis redis, Clock clock, Changes changes, Steps steps, Parking parking) {
        this.redis = redis;
        this.clock = clock;
        this.changes = changes;
        this.steps = steps;
        this.parking = parking;
    }

    @Override
    public Optional<Next> run(GroupId group, BooleanSupplier stopping) {
        return Lease.during(redis, group, Lane.STEPS, lease -> {
            List<Tuple> due = due(group);
            while (!due.isEmpty() && !stopping.getAsBoolean()) {
                next(lease, group, due);
                due = due(group);
                if (!due.isEmpty()) {
                    lease.keep();
                }
            }
        });
    }

    private List<Tuple> due(GroupId group) {
        return redis.zrangeByScoreWithScores(
                new GroupKeys(group).timeline(),
                Double.NEGATIVE_INFINITY,
                clock.instant().toEpochMilli());
    }

    private void next(Lease lease, GroupId group, List<Tuple> due) {
        Tuple first = due.get(0);
        Optional<Step> step = step(first);
        if (step.isEmpty()) {
            parkUnreadable(lease, group, first.getElement());
        } else if (isFolded(step.get(), due)) {
            fold(lease, group, step.get());
        } else {
            attempt(lease, group, step.get());
        }
    }

    private static Optional<Step> step(Tuple entry) {
        return Step.read(entry.getElement(), Instant.ofEpochMilli((long) entry.getScore()));
    }

    private boolean isFolded(Step step, List<Tuple> due) {
        return steps.find(step.name()).filter(found -> found.missed().folds()).isPresent()
                && due.stream()
                        .skip(1)
                        .flatMap(entry -> step(entry).stream())
                        .anyMatch(later -> later.name().equals(step.name()));
    }

    private void fold(Lease lease, GroupId group, Step step) {
        log.info("{}: {}, due {}, is folded into the one after it", group, step.id(), step.at());
        changes.under(lease, group, change -> {
            change.unschedule(step.name(), step.key());
            return step;
        });
    }

    private void attempt(Lease lease, GroupId group, Step step) {
        try {
            Failures before = failures(group, step);
            changes.under(lease, group, change -> {
                // Read again within the change: somebody may have moved the step, or taken it away.
                if (stands(group, step)) {
                    change.unschedule(step.name(), step.key());
                    change.remove(FAILED, step.id());
                    run(new Step(step.name(), step.key(), before.planned()), change);
                }
                return step;
            });
        } catch (LeaseLost e) {
            throw e;
        } catch (RuntimeException e) {
            if (RedisTrouble.is(e)) {
                throw e;
            }
            failed(lease, group, step, e);
        }
    }

    private Failures failures(GroupId group, Step step) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).failures(), step.id()))
                .map(json -> Stored.read(json, Failures.class))
                .filter(failures -> failures.areOf(step))
                .orElseGet(() -> Failures.none(step));
    }

    private boolean stands(GroupId group, Step step) {
        Double at = redis.zscore(new GroupKeys(group).timeline(), step.id());
        return at != null && at.longValue() == step.at().toEpochMilli();
    }

    private void run(Step step, Change change) {
        Steps.Registered registered = steps.find(step.name())
                .orElseThrow(() -> new IllegalStateException("this Lectern has no feature for the step " + step.name()
                        + ": run the one that planned it, or give it up"));
        if (registered.missed().skips(step, change.now())) {
            log.info("{}: skipped {}, due {}", change.group(), step.id(), step.at());
            return;
        }
        steps.run(registered, step, change);
    }

    /** A failing step waits, longer each time, and is put aside at last; it keeps nobody else waiting. */
    private void failed(Lease lease, GroupId group, Step step, RuntimeException failure) {
        Failures failures = failuresOrNone(group, step).oneMore(clock.instant());
        if (failures.areEnough()) {
            park(lease, group, step, failures, failure);
            return;
        }
        log.error("{}: {} failed {} times; again at {}", group, step.id(), failures.times(), failures.again(), failure);
        changes.under(lease, group, change -> {
            // Who moved the step or took it away while it failed is right.
            if (stands(group, step)) {
                change.put(FAILED, step.id(), failures);
                change.schedule(new Step(step.name(), step.key(), failures.again()));
            }
            return step;
        });
    }

    /** What cannot be read was not noted by us, and must not keep the step from being put off. */
    private Failures failuresOrNone(GroupId group, Step step) {
        try {
            return failures(group, step);
        } catch (IllegalStateException unreadable) {
            log.error("{}: how often {} failed cannot be read", group, step.id(), unreadable);
            return Failures.none(step);
        }
    }

    private void park(Lease lease, GroupId group, Step step, Failures failures, RuntimeException failure) {
        log.error("{}: {} failed {} times and is parked", group, step.id(), failures.times(), failure);
        changes.under(lease, group, change -> {
            if (stands(group, step)) {
                change.unschedule(step.name(), step.key());
                change.remove(FAILED, step.id());
                parking.park(change, Parked.step(step.id(), reason(failure), change.now(), failures.planned()));
            }
            return step;
        });
        parking.note(group);
    }

    private void parkUnreadable(Lease lease, GroupId group, String id) {
        log.error("{}: the step '{}' cannot be read and is parked", group, id);
        changes.under(lease, group, change -> {
            change.redis("ZREM", new GroupKeys(group).timeline(), id);
            parking.park(
                    change, Parked.step(id, "its name in the timeline cannot be read", change.now(), change.now()));
            return id;
        });
        parking.note(group);
    }

    private static String reason(RuntimeException failure) {
        return Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
    }
}

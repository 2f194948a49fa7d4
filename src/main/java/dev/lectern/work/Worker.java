package dev.lectern.work;

import dev.lectern.group.GroupId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;

/**
 * Looks after all groups: their steps in one lane, their messages in another. Any number of processes may run one each
 * on the same Redis; none of them leads.
 */
public final class Worker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    /** A step waits for nothing but Redis, which puts the writes of many on disk at once. */
    static final int STEP_THREADS = 32;

    static final int STEP_CLAIMS = 64;
    /** A message waits for Slack. */
    private static final int MESSAGE_THREADS = 16;

    /** What is in hand is finished by then, or left to whoever is next. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(9);

    private final UnifiedJedis redis;
    private final Due due;
    private final LaneWorker steps;
    private final LaneWorker messages;
    private final Errands errands;
    private final Sweep sweep;
    private boolean started;
    private OptionalLong stopBy = OptionalLong.empty();

    public Worker(
            UnifiedJedis redis,
            Clock clock,
            Due due,
            Changes changes,
            Steps steps,
            Outbox outbox,
            Parking parking,
            Delivery delivery) {
        this(redis, clock, due, changes, steps, outbox, parking, delivery, group -> false);
    }

    /** @param resting groups for which nothing is done just now; what they have to do waits, and is late then */
    public Worker(
            UnifiedJedis redis,
            Clock clock,
            Due due,
            Changes changes,
            Steps steps,
            Outbox outbox,
            Parking parking,
            Delivery delivery,
            Predicate<GroupId> resting) {
        this.redis = redis;
        this.due = due;
        this.steps = new LaneWorker(
                Lane.STEPS,
                STEP_THREADS,
                STEP_CLAIMS,
                due,
                clock,
                new GroupSteps(redis, clock, changes, steps, parking),
                resting);
        this.messages = new LaneWorker(
                Lane.MESSAGES,
                MESSAGE_THREADS,
                MESSAGE_THREADS,
                due,
                clock,
                new GroupMessages(redis, clock, changes, outbox, delivery, parking),
                resting);
        this.errands = steps.errands();
        this.sweep = new Sweep(redis, due, resting);
    }

    /** Ends what dead processes had claimed; only for whoever knows that no other process is at work. */
    public void takeOver() {
        for (Lane lane : Lane.values()) {
            due.abandonClaims(lane).forEach(group -> Lease.forget(redis, group, lane));
        }
    }

    /** Works in the background until closed. */
    public synchronized void start() {
        started = true;
        due.onTouch(() -> {
            steps.wake();
            messages.wake();
        });
        steps.start();
        messages.start();
        sweep.start();
    }

    /** Looks at every group once, as the background does all the time. */
    void sweep() {
        sweep.once(Duration.ZERO);
    }

    /** Does all that is due at the clock's present instant, and what follows from it at once or from an errand. */
    public void runDue() {
        boolean any;
        do {
            long begun = errands.awaitIdle();
            any = steps.runDue() | messages.runDue() | errands.awaitIdle() > begun;
        } while (any);
    }

    /** When there is next something to do, be it only to try a message again. */
    public Optional<Instant> nextDue() {
        return Stream.of(nextStep(), nextMessage()).flatMap(Optional::stream).min(Instant::compareTo);
    }

    /** When a group has next something planned. */
    public Optional<Instant> nextStep() {
        steps.awaitIdle();
        errands.awaitIdle();
        return due.next(Lane.STEPS);
    }

    private Optional<Instant> nextMessage() {
        messages.awaitIdle();
        return due.next(Lane.MESSAGES);
    }

    /** Takes on nothing new from now on; what is in hand goes on. */
    public synchronized void stop() {
        if (stopBy.isEmpty()) {
            stopBy = OptionalLong.of(System.nanoTime() + LONGEST_STOP.toNanos());
            sweep.stop();
            steps.stop();
            messages.stop();
            errands.stop();
        }
    }

    /** Takes on nothing new and waits for what is in hand, nine seconds after the stop began at the latest. */
    @Override
    public synchronized void close() {
        stop();
        long latest = stopBy.orElseThrow();
        boolean lanes = !started || (steps.awaitStopped(latest) & messages.awaitStopped(latest));
        if (!(lanes & errands.awaitStopped(latest))) {
            log.warn("some work was still in hand; whoever is next takes it over");
        }
    }
}

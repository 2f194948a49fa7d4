package dev.lectern.work;

import dev.lectern.group.GroupId;
import dev.lectern.redis.RedisTrouble;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after all groups in one lane: claims those that are due, as many as it has hands for, and gives each its turn.
 * A slow group holds one hand and nobody else.
 */
final class LaneWorker {
    private static final Logger log = LoggerFactory.getLogger(LaneWorker.class);
    private static final Duration NAP = Duration.ofMillis(250);
    /** How soon to look again at a group that another process works for. */
    private static final Duration BUSY = Duration.ofSeconds(1);
    /** How soon to look again at a group that cannot be looked at. */
    private static final Duration TROUBLED = Duration.ofMinutes(1);
    /** How soon to look again whether a group still rests. */
    private static final Duration RESTING = Duration.ofMinutes(5);

    private final Lane lane;
    private final int most;
    private final Due due;
    private final Clock clock;
    private final Turn turn;
    private final Predicate<GroupId> resting;
    private final ExecutorService hands;
    private final Thread loop;
    private final Object lock = new Object();
    private int inHand;
    private boolean woken;
    private boolean claimedAll;
    private volatile boolean redisAway;
    private volatile boolean stopping;

    /** Does what one group has to do; empty when another process is at it. */
    @FunctionalInterface
    interface Turn {
        Optional<Next> run(GroupId group, BooleanSupplier stopping);
    }

    /**
     * @param threads how many groups have their turn at the same time
     * @param most how many are claimed at the same time
     * @param resting groups for which nothing is done just now
     */
    LaneWorker(Lane lane, int threads, int most, Due due, Clock clock, Turn turn, Predicate<GroupId> resting) {
        this.lane = lane;
        this.most = most;
        this.due = due;
        this.clock = clock;
        this.turn = turn;
        this.resting = resting;
        this.hands = Executors.newFixedThreadPool(threads, named("lectern-" + lane.word()));
        this.loop = named("lectern-" + lane.word() + "-loop").newThread(this::loop);
    }

    static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    void start() {
        loop.start();
    }

    private void loop() {
        while (!stopping) {
            try {
                int claimed = claim();
                noteRedis(Optional.empty());
                if (claimed == 0) {
                    nap();
                }
            } catch (RuntimeException e) {
                if (RedisTrouble.is(e)) {
                    noteRedis(Optional.of(e));
                } else {
                    log.error("looking for due groups failed", e);
                }
                nap();
            }
        }
    }

    /** Says once that Redis went away, and once that it is back. */
    private void noteRedis(Optional<RuntimeException> failure) {
        if (failure.isPresent() && !redisAway) {
            log.warn(
                    "{}: Redis cannot be worked with, trying on: {}",
                    lane.word(),
                    failure.get().getMessage());
        } else if (failure.isEmpty() && redisAway) {
            log.info("{}: Redis is back", lane.word());
        }
        redisAway = failure.isPresent();
    }

    /** Claims as many due groups as there are hands for and hands them out; answers how many. */
    private int claim() {
        int free = reserve();
        int claimed = 0;
        try {
            List<Due.Claim> claims = free == 0 ? List.of() : due.claim(lane, clock.instant(), free);
            claimed = claims.size();
            claims.forEach(claim -> hands.execute(() -> look(claim)));
            return claimed;
        } finally {
            giveBack(free - claimed);
        }
    }

    private int reserve() {
        synchronized (lock) {
            int free = stopping ? 0 : most - inHand;
            inHand = inHand + free;
            claimedAll = free == 0;
            return free;
        }
    }

    private void giveBack(int unused) {
        synchronized (lock) {
            inHand = inHand - unused;
            claimedAll = claimedAll || unused == 0;
            lock.notifyAll();
        }
    }

    private void look(Due.Claim claim) {
        try {
            due.settle(claim, next(claim.group()));
        } catch (RuntimeException e) {
            trouble(claim, e);
        } finally {
            done();
        }
    }

    private Next next(GroupId group) {
        return resting.test(group)
                ? Next.in(lane, clock.instant().plus(RESTING).toEpochMilli())
                : turn.run(group, () -> stopping).orElseGet(this::soon);
    }

    private Next soon() {
        return Next.in(lane, clock.instant().plus(BUSY).toEpochMilli());
    }

    private void trouble(Due.Claim claim, RuntimeException failure) {
        try {
            if (RedisTrouble.is(failure)) {
                log.debug("{}: Redis went away meanwhile", claim.group(), failure);
                due.settle(claim, soon());
            } else {
                log.error("{}: its {} cannot be looked at", claim.group(), lane.word(), failure);
                due.trouble(claim, clock.instant().plus(TROUBLED), lane.word() + ": " + failure.getMessage());
            }
        } catch (RuntimeException stillAway) {
            log.debug("{}: the claim is left to run out", claim.group(), stillAway);
        }
    }

    private void done() {
        synchronized (lock) {
            inHand--;
            // As many as there were hands for were claimed, so there may be more.
            woken = woken || claimedAll;
            lock.notifyAll();
        }
    }

    void wake() {
        synchronized (lock) {
            woken = true;
            lock.notifyAll();
        }
    }

    private void nap() {
        long until = System.nanoTime() + NAP.toNanos();
        synchronized (lock) {
            try {
                long left = NAP.toMillis();
                while (!woken && !stopping && left > 0) {
                    lock.wait(left);
                    left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                }
                woken = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopping = true;
            }
        }
    }

    /** Does all that is due at the clock's present instant; answers whether there was any. */
    boolean runDue() {
        boolean any = false;
        for (int claimed = claim(); ; claimed = claim()) {
            boolean waited = awaitIdle();
            if (claimed == 0 && !waited) {
                return any;
            }
            any = true;
        }
    }

    /** Returns once nothing is in hand; answers whether anything was. */
    boolean awaitIdle() {
        synchronized (lock) {
            boolean waited = false;
            while (inHand > 0) {
                waited = true;
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted", e);
                }
            }
            return waited;
        }
    }

    /** Takes on nothing new. */
    void stop() {
        stopping = true;
        wake();
    }

    /** Waits until what is in hand is finished, until then at the latest; answers whether it is. */
    boolean awaitStopped(long nanoTime) {
        try {
            loop.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanoTime - System.nanoTime())));
            hands.shutdown();
            return hands.awaitTermination(nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

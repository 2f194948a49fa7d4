package dev.lectern.work;

import dev.lectern.group.GroupId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Looks after all groups: claims those that are due, does their work, and sleeps until the next. Any number of
 * processes may run one each on the same Redis; none of them leads.
 */
public final class Worker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration NAP = Duration.ofMillis(250);
    /** How soon to look again at a group that another process works for. */
    private static final Duration BUSY = Duration.ofSeconds(1);

    private static final int CLAIMS = 50;
    private static final int THREADS = 4;

    private final Clock clock;
    private final Due due;
    private final GroupWork work;
    private final ExecutorService hands = Executors.newFixedThreadPool(THREADS, named("lectern-work"));
    private final Thread loop = named("lectern-worker").newThread(this::loop);
    private final ReentrantLock pass = new ReentrantLock(true);
    private final Object nap = new Object();
    private boolean woken;
    private boolean redisAway;
    private volatile boolean stopped;

    public Worker(
            UnifiedJedis redis, Clock clock, Due due, Changes changes, Steps steps, Outbox outbox, Delivery delivery) {
        this.clock = clock;
        this.due = due;
        this.work = new GroupWork(redis, clock, changes, steps, outbox, delivery);
    }

    private static java.util.concurrent.ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Ends the leases of processes that died; only for whoever knows that no other process is at work. */
    public void takeOver() {
        due.groups().forEach(work::forgetLease);
    }

    /** Brings back what a crash left behind, then works in the background until closed. */
    public void start() {
        sweep();
        due.onTouch(this::wake);
        loop.start();
    }

    /** Looks at every group once: a group that was claimed or changed by a process that died is found again. */
    void sweep() {
        for (GroupId group : due.groups()) {
            due.touch(group, 0);
        }
    }

    private void loop() {
        while (!stopped) {
            try {
                boolean busy = pass();
                noteRedis(Optional.empty());
                if (!busy) {
                    sleep();
                }
            } catch (JedisException e) {
                noteRedis(Optional.of(e));
                sleep();
            } catch (RuntimeException e) {
                log.error("a pass over the due groups failed", e);
                sleep();
            }
        }
    }

    /** Says once that Redis went away, and once that it is back. */
    private void noteRedis(Optional<JedisException> failure) {
        if (failure.isPresent() && !redisAway) {
            log.warn("Redis is away, trying on: {}", failure.get().getMessage());
        } else if (failure.isEmpty() && redisAway) {
            log.info("Redis is back");
        }
        redisAway = failure.isPresent();
    }

    /** Does all that is due at the clock's present instant, and what follows from it at once. */
    public void runDue() {
        while (pass()) {
            log.debug("another pass");
        }
    }

    /** When there is next something to do. */
    public Optional<Instant> nextDue() {
        pass.lock();
        try {
            return due.next();
        } finally {
            pass.unlock();
        }
    }

    private boolean pass() {
        pass.lock();
        try {
            Instant now = clock.instant();
            List<Due.Claim> claims = due.claim(now, now.plus(Lease.LENGTH), CLAIMS);
            CompletableFuture.allOf(claims.stream()
                            .map(claim -> CompletableFuture.runAsync(() -> look(claim), hands))
                            .toArray(CompletableFuture[]::new))
                    .join();
            return !claims.isEmpty();
        } finally {
            pass.unlock();
        }
    }

    private void look(Due.Claim claim) {
        try {
            OptionalLong next = work.run(claim.group());
            if (next.isPresent()) {
                due.settle(claim, next.getAsLong());
            } else {
                // A touch, which the other process cannot settle away as it could our claim.
                due.touch(claim.group(), clock.instant().plus(BUSY).toEpochMilli());
            }
        } catch (RuntimeException e) {
            // The claim runs out by itself, and the group is looked at again.
            log.error("{}: looking after the group failed", claim.group(), e);
        }
    }

    private void wake() {
        synchronized (nap) {
            woken = true;
            nap.notifyAll();
        }
    }

    private void sleep() {
        synchronized (nap) {
            try {
                if (!woken && !stopped) {
                    nap.wait(NAP.toMillis());
                }
                woken = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopped = true;
            }
        }
    }

    /** Takes on nothing new and finishes what is in hand, for at most ten seconds. */
    @Override
    public void close() {
        stopped = true;
        wake();
        try {
            // The hands after the loop: what it has just claimed needs them.
            loop.join(Duration.ofSeconds(10).toMillis());
            hands.shutdown();
            if (!hands.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("some work was still in hand; whoever is next takes it over");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.lectern.work;

import dev.lectern.group.GroupId;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a step wants of the world outside, which may take its time: it is done beside the group's steps, and without
 * their lease, so that none of them waits for it. Nothing of it survives a crash: the step stays planned, a little later,
 * until its errand has written what came of it. Any thread.
 */
public final class Errands {
    private static final Logger log = LoggerFactory.getLogger(Errands.class);
    private static final int THREADS = 8;

    private final ExecutorService hands = Executors.newFixedThreadPool(THREADS, LaneWorker.named("lectern-errands"));
    private final Steps.Around around;
    private final Set<String> underWay = new HashSet<>();
    private long begun;
    private boolean stopped;

    Errands(Steps.Around around) {
        this.around = around;
    }

    /** Like {@link #begin(String, Runnable)}, with what is around each step of the group, such as its language. */
    public void begin(GroupId group, String name, Runnable errand) {
        begin(name, () -> around.run(group, errand));
    }

    /** Goes on an errand, unless the same one is under way, or Lectern is stopping. */
    public synchronized void begin(String name, Runnable errand) {
        if (!stopped && underWay.add(name)) {
            begun++;
            hands.execute(() -> run(name, errand));
        }
    }

    private void run(String name, Runnable errand) {
        try {
            if (!isStopped()) {
                errand.run();
            }
        } catch (RuntimeException e) {
            log.error("the errand {} failed; its step begins it anew", name, e);
        } finally {
            end(name);
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void end(String name) {
        underWay.remove(name);
        notifyAll();
    }

    /** Returns once nobody is on an errand; answers how many there were so far. */
    synchronized long awaitIdle() {
        try {
            while (!underWay.isEmpty()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return begun;
    }

    /** Begins nothing new. */
    synchronized void stop() {
        stopped = true;
        hands.shutdown();
    }

    /** Waits for what is under way, until then at the latest; answers whether it is done. */
    boolean awaitStopped(long nanoTime) {
        try {
            return hands.awaitTermination(nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

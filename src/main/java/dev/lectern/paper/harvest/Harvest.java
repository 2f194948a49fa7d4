package dev.lectern.paper.harvest;

import dev.lectern.paper.PaperStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the followed lists in while it is open, each source's on a thread of its own, so that one that is slow or down
 * delays no other's. Any number of processes may do so on one Redis: what one has claimed the others leave, and what one
 * left undone when it died another does once the claim has run out.
 */
public final class Harvest implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Harvest.class);
    private static final Duration NAP = Duration.ofSeconds(15);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final List<HarvestLane> lanes;
    private final List<Thread> threads;
    private final CountDownLatch stopping = new CountDownLatch(1);

    public Harvest(
            List<ListSource> sources,
            HarvestStore store,
            SourceStateStore states,
            PaperStore papers,
            InstantSource clock) {
        this.lanes = sources.stream()
                .map(source -> new HarvestLane(source, store, states, papers, clock, this::isStopping))
                .toList();
        this.threads = lanes.stream().map(this::thread).toList();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private Thread thread(HarvestLane lane) {
        Thread thread = new Thread(() -> loop(lane), "lectern-harvest-" + lane.name());
        thread.setDaemon(true);
        return thread;
    }

    public void start() {
        threads.forEach(Thread::start);
    }

    private void loop(HarvestLane lane) {
        boolean more = true;
        try {
            while (!stopping.await(more ? 0 : NAP.toMillis(), TimeUnit.MILLISECONDS)) {
                more = turn(lane);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean turn(HarvestLane lane) {
        try {
            return lane.turn();
        } catch (RuntimeException e) {
            log.warn("the lists of {} cannot be seen to just now: {}", lane.name(), e.toString());
            return false;
        }
    }

    /** Does all that is due now, in this thread; what fails is due later. */
    void runDue() {
        for (HarvestLane lane : lanes) {
            while (lane.turn()) {
                log.trace("{} goes on", lane.name());
            }
        }
    }

    /** Takes on nothing new; what fails from now on is not held against its source. */
    public void stop() {
        stopping.countDown();
    }

    /** Stops, cuts short what waits, and lets go within some seconds. */
    @Override
    public void close() {
        stop();
        threads.forEach(Thread::interrupt);
        long until = System.nanoTime() + LONGEST_STOP.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

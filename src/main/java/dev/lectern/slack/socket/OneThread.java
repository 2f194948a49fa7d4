package dev.lectern.slack.socket;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread on which sockets are looked after, one thing after the other; what fails there is logged. Any thread. */
final class OneThread {
    private static final Logger log = LoggerFactory.getLogger(OneThread.class);

    private final ScheduledThreadPoolExecutor executor;

    OneThread(String name) {
        this.executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread own = new Thread(work, name);
            own.setDaemon(true);
            return own;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Returns when that is done.
     *
     * @throws ExecutionException with what failed there
     */
    void now(Callable<?> what) throws ExecutionException {
        try {
            executor.submit(what).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    void soon(Runnable what) {
        later(Duration.ZERO, what);
    }

    /** Empty where it was stopped before. */
    Optional<Future<?>> later(Duration when, Runnable what) {
        try {
            return Optional.of(executor.schedule(() -> guarded(what), when.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            log.debug("stopped before that");
            return Optional.empty();
        }
    }

    void every(Duration period, Runnable what) {
        var unused = executor.scheduleWithFixedDelay(
                () -> guarded(what), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void guarded(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            log.error("looking after the sockets failed", e);
        }
    }

    /** Nothing begins any more. */
    void stop() {
        executor.shutdown();
    }
}

package dev.lectern.slack;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Answers before Slack gives up on us, whatever stands still. What comes too late goes on and has its effect; the person
 * is told that nobody knows yet. Any thread.
 */
final class InTime {
    /** Of the three seconds that Slack waits; the rest is for the way there and back. */
    private static final Duration LIMIT = Duration.ofMillis(2300);

    private static final Duration FOR_AN_EXCUSE = Duration.ofMillis(200);

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "lectern-answer");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param late asked for where the work takes too long
     * @param otherwise asked for where even that does, on the asking thread
     * @throws RuntimeException as the work does
     */
    <T> T get(Supplier<T> work, Supplier<T> late, Supplier<T> otherwise) {
        return get(work, LIMIT, () -> get(late, FOR_AN_EXCUSE, otherwise));
    }

    /** Like {@link #get(Supplier, Supplier, Supplier)}, with an excuse that is at hand. */
    <T> T get(Supplier<T> work, T late) {
        return get(work, LIMIT, () -> late);
    }

    /** What is to be known at once, or done without. */
    <T> T soon(Supplier<T> work, T otherwise) {
        return get(work, FOR_AN_EXCUSE, () -> otherwise);
    }

    private <T> T get(Supplier<T> work, Duration limit, Supplier<T> late) {
        Future<T> answer = threads.submit(work::get);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return late.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return late.get();
        }
    }
}

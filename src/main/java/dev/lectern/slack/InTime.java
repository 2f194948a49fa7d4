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

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "lectern-answer");
        thread.setDaemon(true);
        return thread;
    });

    /** @throws RuntimeException as the work does */
    <T> T get(Supplier<T> work, T late) {
        Future<T> answer = threads.submit(work::get);
        try {
            return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return late;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return late;
        }
    }
}

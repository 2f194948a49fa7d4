package dev.lectern.work;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs things at the same time, each in a thread of its own. */
public final class Together {
    private Together() {}

    /** Starts all of them at one moment and waits for all; the first failure is thrown. */
    public static void run(List<Runnable> tasks) {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<? extends Future<?>> running = tasks.stream()
                    .map(task -> threads.submit(() -> {
                        start.await();
                        task.run();
                        return true;
                    }))
                    .toList();
            start.countDown();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("one of them failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}

package dev.lectern.sandbox.page;

import io.javalin.http.sse.SseClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells pages that something visible changed. Sending happens on a thread of its own, so that a slow page never holds
 * up the workspace; changes in quick succession are told once. Any thread may use it.
 */
public final class ChangeFeed implements AutoCloseable {
    private static final long PULSE_SECONDS = 15;

    private final AtomicLong revision = new AtomicLong();
    private final AtomicBoolean told = new AtomicBoolean(true);
    private final Set<SseClient> pages = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sandbox-changes");
        thread.setDaemon(true);
        return thread;
    });

    public ChangeFeed() {
        // Without a sign of life now and then, the connection would count as idle and be cut.
        var unused = teller.scheduleAtFixedRate(
                () -> pages.forEach(page -> page.sendComment("still here")),
                PULSE_SECONDS,
                PULSE_SECONDS,
                TimeUnit.SECONDS);
    }

    public void changed() {
        revision.incrementAndGet();
        if (told.compareAndSet(true, false) && !teller.isShutdown()) {
            teller.execute(this::tell);
        }
    }

    private void tell() {
        told.set(true);
        long current = revision.get();
        pages.forEach(page -> send(page, current));
    }

    void join(SseClient page) {
        page.keepAlive();
        page.onClose(() -> pages.remove(page));
        pages.add(page);
        send(page, revision.get());
    }

    private static void send(SseClient page, long revision) {
        page.sendEvent("message", "{\"revision\":" + revision + "}");
    }

    @Override
    public void close() {
        teller.shutdownNow();
        pages.forEach(SseClient::close);
    }
}

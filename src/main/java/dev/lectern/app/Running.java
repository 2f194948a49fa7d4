package dev.lectern.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/**
 * What a server command has open, from its first part on: SIGTERM and Ctrl-C close all of it, last opened first, also
 * while the rest is still starting.
 */
final class Running {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    Running() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "lectern-stop"));
    }

    synchronized <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    /** Returns never, unless the thread is interrupted. */
    void untilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void close() {
        while (!open.isEmpty()) {
            AutoCloseable part = open.pop();
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("lectern: stopping was not clean: " + e);
            }
        }
    }
}

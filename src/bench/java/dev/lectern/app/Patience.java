package dev.lectern.app;

import java.time.Duration;

/** Waits for what other threads do; gives up loudly. */
final class Patience {
    @FunctionalInterface
    interface Condition {
        boolean holds();
    }

    private Patience() {}

    static void await(Duration atMost, Condition condition) throws InterruptedException {
        long latest = System.nanoTime() + atMost.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > latest) {
                throw new IllegalStateException("not done within " + atMost);
            }
            Thread.sleep(20);
        }
    }
}

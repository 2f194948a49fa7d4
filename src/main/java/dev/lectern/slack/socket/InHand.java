package dev.lectern.slack.socket;

import java.time.Duration;

/** Counts what is begun and not finished. Any thread. */
final class InHand {
    private int count;

    synchronized void begin() {
        count++;
    }

    synchronized void end() {
        count--;
        notifyAll();
    }

    /** Whether nothing is in hand, after at most that long. */
    synchronized boolean isEmptyWithin(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (count > 0) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(Math.max(1, left / 1_000_000));
        }
        return true;
    }
}

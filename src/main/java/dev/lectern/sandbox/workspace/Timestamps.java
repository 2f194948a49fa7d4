package dev.lectern.sandbox.workspace;

import java.time.Instant;
import java.util.Locale;

/** Slack's {@code ts}: seconds and microseconds, unique and increasing, never behind the clock. */
final class Timestamps {
    private long lastMicros;

    Timestamps(long lastMicros) {
        this.lastMicros = lastMicros;
    }

    String next(Instant now) {
        long micros = Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000L), now.getNano() / 1_000);
        lastMicros = Math.max(micros, lastMicros + 1);
        return String.format(Locale.ROOT, "%d.%06d", lastMicros / 1_000_000, lastMicros % 1_000_000);
    }

    long lastMicros() {
        return lastMicros;
    }
}

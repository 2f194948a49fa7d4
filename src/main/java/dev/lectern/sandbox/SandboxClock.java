package dev.lectern.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, moved forward by an offset that only grows. Any thread may use it. */
public final class SandboxClock extends Clock {
    private final InstantSource base;
    private final ZoneId zone;
    private final Ahead offset;

    /** @param offset how far ahead of its base the clock starts */
    public SandboxClock(InstantSource base, Duration offset) {
        this(base, ZoneOffset.UTC, new Ahead(offset));
    }

    private SandboxClock(InstantSource base, ZoneId zone, Ahead offset) {
        this.base = base;
        this.zone = zone;
        this.offset = offset;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock in another zone: they move together. */
    @Override
    public Clock withZone(ZoneId other) {
        return new SandboxClock(base, other, offset);
    }

    /** The offset with which the clock would show this instant now. */
    Duration offsetFor(Instant instant) {
        return Duration.between(base.instant(), instant);
    }

    Duration offset() {
        return offset.get();
    }

    void forwardTo(Duration newOffset) {
        offset.growTo(newOffset);
    }

    /** The offset, shared by the clock's views in other zones. */
    private static final class Ahead {
        private Duration offset;

        Ahead(Duration offset) {
            this.offset = offset;
        }

        synchronized Duration get() {
            return offset;
        }

        synchronized void growTo(Duration wanted) {
            if (wanted.compareTo(offset) > 0) {
                offset = wanted;
            }
        }
    }
}

package dev.lectern.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** The machine's clock, set to another time; it goes on at its own pace, and can be set again. */
final class BenchClock extends Clock {
    private final Clock machine = Clock.systemUTC();
    private volatile Duration lead = Duration.ZERO;

    void set(Instant now) {
        lead = Duration.between(machine.instant(), now);
    }

    Supplier<Duration> lead() {
        return () -> lead;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(lead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return machine.withZone(zone);
    }
}

package dev.lectern.slack.socket;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/**
 * How long to wait for what.
 *
 * @param ping between two signs of life that are asked for
 * @param silence after which a socket is taken for dead
 * @param brief a socket that lived no longer was no success
 * @param leave how long an old socket is kept while the next one is open
 * @param off before Slack is asked again where Socket Mode was switched off
 */
record Timing(Duration ping, Duration silence, Duration brief, Duration leave, Duration off, IntervalFunction pauses) {
    /** Slack itself pings several times a minute, and counts by the minute who asks for sockets. */
    static final Timing USUAL = new Timing(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(500), 1.5, 0.5, Duration.ofMinutes(1)));
}

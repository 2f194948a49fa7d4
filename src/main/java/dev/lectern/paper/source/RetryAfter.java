package dev.lectern.paper.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long a site wants to be left alone, in seconds or until a date (RFC 9110, 10.2.3). */
final class RetryAfter {
    /** A site that asks for more is asked again sooner: it may be a slip, and nobody would know. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private final InstantSource clock;

    RetryAfter(InstantSource clock) {
        this.clock = clock;
    }

    Optional<Duration> read(String text) {
        return wait(text)
                .map(wait -> wait.compareTo(LONGEST) < 0 ? wait : LONGEST)
                .filter(wait -> !wait.isNegative());
    }

    private Optional<Duration> wait(String text) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            return Optional.of(Duration.between(clock.instant(), until));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

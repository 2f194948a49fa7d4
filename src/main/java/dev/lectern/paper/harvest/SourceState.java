package dev.lectern.paper.harvest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * How a source does.
 *
 * @param lastSuccess when it last told something
 * @param trouble why it tells nothing since, a clause that names it; empty while all is well
 * @param since when the trouble began
 * @param failures how many tries in a row came to nothing
 * @param nextTry not before that is it asked again
 */
record SourceState(
        Optional<Instant> lastSuccess,
        Optional<String> trouble,
        Optional<Instant> since,
        int failures,
        Optional<Instant> nextTry) {
    static final SourceState UNKNOWN =
            new SourceState(Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty());

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    SourceState succeeded(Instant now) {
        return new SourceState(Optional.of(now), Optional.empty(), Optional.empty(), 0, Optional.empty());
    }

    SourceState failed(String clause, Instant now, Duration rest) {
        return new SourceState(
                lastSuccess,
                Optional.of(clause),
                Optional.of(since.orElse(now)),
                failures + 1,
                Optional.of(now.plus(rest)));
    }

    /** When it may be asked, if not now. */
    Optional<Instant> restsUntil(Instant now) {
        return nextTry.filter(now::isBefore);
    }

    /** For people; empty while all is well. */
    Optional<String> sentence() {
        return trouble.map(clause -> {
            String when = lastSuccess
                    .map(last -> "nothing has come from there since " + TIME.format(last))
                    .orElseGet(() ->
                            "it has been so since " + since.map(TIME::format).orElse("some time"));
            return clause + "; " + when + ". What comes from there waits until that is over.";
        });
    }
}

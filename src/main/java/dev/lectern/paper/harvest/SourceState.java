package dev.lectern.paper.harvest;

import dev.lectern.paper.source.TroubleText;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
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

    private static final Texts TEXTS = Texts.of(SourceState.class);

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
        return trouble.map(TroubleText::said)
                .map(clause -> lastSuccess
                        .map(last -> TEXTS.say("state.after", "clause", clause, "when", time(last)))
                        .or(() -> since.map(begun -> TEXTS.say("state.begun", "clause", clause, "when", time(begun))))
                        .orElseGet(() -> TEXTS.say("state.some-time", "clause", clause)));
    }

    static String time(Instant at) {
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        return TEXTS.say("state.time", "day", Dates.day(utc), "clock", Dates.clock(utc));
    }
}

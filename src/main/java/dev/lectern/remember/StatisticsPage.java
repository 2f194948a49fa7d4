package dev.lectern.remember;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Which statistics somebody looks at, over which time. */
record StatisticsPage(View view, Span span) {

    /** What is shown together: a message has two charts at most. */
    enum View {
        READING,
        TAKING_PART,
        RATINGS,
        /** For one member's own eyes. */
        MINE;

        /** In the names of sentences. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Over which time. */
    enum Span {
        YEAR,
        ALL;

        /** In choices of sentences. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The first day that counts; empty where all do. */
        Optional<LocalDate> since(LocalDate today) {
            return this == YEAR ? Optional.of(today.minusYears(1)) : Optional.empty();
        }

        Span other() {
            return this == YEAR ? ALL : YEAR;
        }
    }

    StatisticsPage over(Span other) {
        return new StatisticsPage(view, other);
    }

    StatisticsPage at(View other) {
        return new StatisticsPage(other, span);
    }

    String write() {
        return (view + " " + span).toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for what {@link #write} does not write */
    static StatisticsPage read(String text) {
        String[] parts = text.toUpperCase(Locale.ROOT).split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a page: " + text);
        }
        return new StatisticsPage(View.valueOf(parts[0]), Span.valueOf(parts[1]));
    }
}

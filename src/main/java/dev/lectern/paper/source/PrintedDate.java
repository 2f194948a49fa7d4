package dev.lectern.paper.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as a page prints it, with the number of comments that may follow: {@code Jul 10}, {@code Dec 2 2} (2 comments),
 * {@code Jun 10, 2024 5}.
 *
 * @param year empty for the page's own year
 */
record PrintedDate(int month, int day, Optional<Year> year, int comments) {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern SHAPE = Pattern.compile(
            "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?\\s+(\\d{1,2})"
                    + "(?:,?\\s+((?:19|20)\\d{2}))?(?:\\s+(\\d{1,6}))?",
            Pattern.CASE_INSENSITIVE);

    static Optional<PrintedDate> parse(String line) {
        Matcher match = SHAPE.matcher(line);
        if (!match.matches()) {
            return Optional.empty();
        }
        return Optional.of(new PrintedDate(
                1 + MONTHS.indexOf(match.group(1).toLowerCase(Locale.ROOT)),
                Integer.parseInt(match.group(2)),
                Optional.ofNullable(match.group(3)).map(Year::parse),
                Optional.ofNullable(match.group(4)).map(Integer::parseInt).orElse(0)));
    }

    /** The day; empty when no year is known or the calendar has no such day. */
    Optional<LocalDate> in(Optional<Year> pageYear) {
        return year.or(() -> pageYear).flatMap(known -> dayOf(known.getValue()));
    }

    private Optional<LocalDate> dayOf(int knownYear) {
        try {
            return Optional.of(LocalDate.of(knownYear, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

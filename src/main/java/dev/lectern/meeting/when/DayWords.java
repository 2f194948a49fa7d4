package dev.lectern.meeting.when;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a date as people write it: {@code 2026-09-01}, {@code 1 September}, {@code Sept 1st, 2026}. */
public final class DayWords {
    /** What may be a date, for a larger pattern; in lower case. */
    static final String DATE = "(?:\\d{4}-\\d{2}-\\d{2}"
            + "|\\d{1,2}\\.\\d{1,2}\\.\\d{4}"
            + "|(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日"
            + "|\\d{1,2}(?:st|nd|rd|th)?\\.? (?:of )?[a-zä]{3,9}\\.?(?:,? \\d{4})?"
            + "|[a-zä]{3,9}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?)";

    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.? (?:of )?(?<month>[a-z]{3,9})\\.?(?:,? (?<year>\\d{4}))?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<month>[a-z]{3,9})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?");

    private DayWords() {}

    /**
     * Without a year, the next such date from {@code today} on; empty for what is no date. In English, or in another of the
     * languages that Lectern speaks.
     */
    public static Optional<LocalDate> read(String text, LocalDate today) {
        return ForeignWords.read(text, typed -> inEnglish(typed, today), Optional::isPresent);
    }

    private static Optional<LocalDate> inEnglish(String text, LocalDate today) {
        String typed = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return iso(typed)
                .or(() -> Stream.of(DAY_FIRST, MONTH_FIRST)
                        .map(pattern -> pattern.matcher(typed))
                        .filter(Matcher::matches)
                        .flatMap(found -> named(found, today).stream())
                        .findFirst());
    }

    private static Optional<LocalDate> iso(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> named(Matcher found, LocalDate today) {
        String month = found.group("month");
        Optional<Month> named = RuleToken.month(month.equals("sept") ? "sep" : month);
        int day = Integer.parseInt(found.group("day"));
        return named.flatMap(known -> Optional.ofNullable(found.group("year"))
                .map(year -> date(Integer.parseInt(year), known, day))
                .orElseGet(() -> next(known, day, today)));
    }

    /** A leap day is at most eight years away. */
    private static Optional<LocalDate> next(Month month, int day, LocalDate today) {
        return Stream.iterate(today.getYear(), year -> year + 1)
                .limit(9)
                .flatMap(year -> date(year, month, day).stream())
                .filter(date -> !date.isBefore(today))
                .findFirst();
    }

    private static Optional<LocalDate> date(int year, Month month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}

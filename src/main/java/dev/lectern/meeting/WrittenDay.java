package dev.lectern.meeting;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as somebody wrote it: the year may be missing, and for the first of a range the month, too. */
record WrittenDay(OptionalInt year, OptionalInt month, int day) {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
            + "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? " + MONTH + "(?:,? (?<year>\\d{4}))?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile(MONTH + " (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?");
    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})");
    private static final Pattern BARE_DAY = Pattern.compile("(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?");

    private static final int A_LEAP_YEAR = 2024;

    /** @param text in small letters */
    static Optional<WrittenDay> read(String text) {
        for (Pattern pattern : List.of(ISO, DAY_FIRST, MONTH_FIRST)) {
            Matcher found = pattern.matcher(text);
            if (found.matches()) {
                String month = found.group("month");
                int number = pattern == ISO ? Integer.parseInt(month) : 1 + MONTHS.indexOf(month.substring(0, 3));
                String year = found.group("year");
                return Optional.of(new WrittenDay(
                        year == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year)),
                        OptionalInt.of(number),
                        Integer.parseInt(found.group("day"))));
            }
        }
        return Optional.empty();
    }

    /** The first day of a range may be a number alone, as in {@code 20 - 27 Dec}: then it is in the last one's month. */
    static Optional<WrittenDay> readFirst(String text, Optional<WrittenDay> last) {
        Matcher bare = BARE_DAY.matcher(text);
        if (bare.matches()) {
            return last.map(end -> new WrittenDay(end.year(), end.month(), Integer.parseInt(bare.group("day"))));
        }
        return read(text);
    }

    /** Whether there is such a day in any year, or in its own. A leap year has every day that any year has. */
    boolean isAnyDay() {
        return month.orElse(1) >= 1 && month.orElse(1) <= 12 && isIn(year.orElse(A_LEAP_YEAR));
    }

    private boolean isIn(int whichYear) {
        return Year.of(whichYear).atMonth(month.orElseThrow()).isValidDay(day);
    }

    /** Empty where that year has no such day. */
    Optional<LocalDate> inYear(int which) {
        return which >= 1 && which <= 9998 && isIn(which)
                ? Optional.of(LocalDate.of(which, month.orElseThrow(), day))
                : Optional.empty();
    }

    /** The first such day from a date on, within a bit more than a year. */
    Optional<LocalDate> next(LocalDate from) {
        return inYear(from.getYear()).filter(found -> !found.isBefore(from)).or(() -> inYear(from.getYear() + 1));
    }
}

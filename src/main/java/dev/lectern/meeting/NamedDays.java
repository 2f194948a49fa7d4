package dev.lectern.meeting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days that are called by how near they are, such as {@code next week} or {@code for two weeks}. */
final class NamedDays {
    private static final int LONGEST_COUNT = 999;
    private static final Pattern COUNTED =
            Pattern.compile("(?:for )?(?<count>\\d{1,3}|an?|one|two|three|four) (?<unit>days?|weeks?)");

    private NamedDays() {}

    /** @param text in small letters */
    static Optional<AbsenceText.Days> read(String text, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        LocalDate nextMonth = today.with(TemporalAdjusters.firstDayOfNextMonth());
        return switch (text) {
            case "today" -> days(today, today);
            case "tomorrow" -> days(today.plusDays(1), today.plusDays(1));
            case "this week" -> days(today, monday.minusDays(1));
            case "next week" -> days(monday, monday.plusDays(6));
            case "this month" -> days(today, nextMonth.minusDays(1));
            case "next month" -> days(nextMonth, nextMonth.with(TemporalAdjusters.lastDayOfMonth()));
            default -> counted(text, today);
        };
    }

    private static Optional<AbsenceText.Days> days(LocalDate from, LocalDate until) {
        return Optional.of(new AbsenceText.Days(from, until));
    }

    private static Optional<AbsenceText.Days> counted(String text, LocalDate today) {
        Matcher counted = COUNTED.matcher(text);
        if (!counted.matches()) {
            return Optional.empty();
        }
        int count = count(counted.group("count"));
        LocalDate end = counted.group("unit").startsWith("w") ? today.plusWeeks(count) : today.plusDays(count);
        return count == 0 ? Optional.empty() : days(today, end.minusDays(1));
    }

    private static int count(String said) {
        return switch (said) {
            case "a", "an", "one" -> 1;
            case "two" -> 2;
            case "three" -> 3;
            case "four" -> 4;
            default -> Math.min(LONGEST_COUNT, Integer.parseInt(said));
        };
    }
}

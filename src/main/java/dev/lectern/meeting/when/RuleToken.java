package dev.lectern.meeting.when;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What single words mean in a rule. Each becomes a sign, and the signs of a text are what {@link RuleGrammar} knows:
 * {@code E} every, {@code O2} second, {@code N3} three, {@code DTH} Thursday, {@code J3} March, {@code T} day, {@code W}
 * week, {@code M} month, {@code Y} year, {@code K} weekday, {@code F} of, {@code &} and, {@code -} to.
 */
final class RuleToken {
    private static final Map<String, String> WORDS = words(
            "every, each, all: E",
            "and, &, +: &",
            "to, through, till, until: -",
            "of, in: F",
            "day, days: T",
            "daily: E T",
            "week, weeks: W",
            "weekly: E W",
            "fortnight, fortnights: N2 W",
            "fortnightly, biweekly, bi-weekly: E N2 W",
            "month, months: M",
            "monthly: E M",
            "year, years: Y",
            "yearly, annually: E Y",
            "weekday, weekdays, workday, workdays: K",
            "first: O1",
            "second, other: O2",
            "third: O3",
            "fourth: O4",
            "fifth: O5",
            "last: O-1",
            "one: N1",
            "two: N2",
            "three: N3",
            "four: N4",
            "five: N5",
            "six: N6",
            "on, the, a, an, at, we, meet, meets, meeting, meetings: ");

    private RuleToken() {}

    private static Map<String, String> words(String... lines) {
        Map<String, String> words = new java.util.HashMap<>();
        for (String line : lines) {
            String[] parts = line.split(": ?", 2);
            Stream.of(parts[0].split(", ")).forEach(word -> words.put(word, parts[1]));
        }
        return Map.copyOf(words);
    }

    /** The sign of a word in lower case, without its stop; empty for a word that means nothing here. */
    static Optional<String> sign(String word) {
        return Optional.ofNullable(WORDS.get(word))
                .or(() -> number(word))
                .or(() -> day(word).map(day -> "D" + MeetingRule.code(day)))
                .or(() -> month(word).map(month -> "J" + month.getValue()));
    }

    private static Optional<String> number(String word) {
        if (word.matches("\\d{1,3}(st|nd|rd|th)")) {
            return Optional.of("O" + Integer.parseInt(word.substring(0, word.length() - 2)));
        }
        return word.matches("\\d{1,3}") ? Optional.of("N" + Integer.parseInt(word)) : Optional.empty();
    }

    /** Names and beginnings of three letters or more, also in the plural: {@code thu}, {@code Thursdays}. */
    static Optional<DayOfWeek> day(String word) {
        String typed = word.endsWith("days") ? word.substring(0, word.length() - 1) : word;
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> begins(typed, day.name()) || typed.equals("tues") && day == DayOfWeek.TUESDAY)
                .findFirst();
    }

    /** Names and beginnings of three letters or more. */
    static Optional<Month> month(String word) {
        return Arrays.stream(Month.values())
                .filter(month -> begins(word, month.name()))
                .findFirst();
    }

    private static boolean begins(String typed, String name) {
        return typed.length() >= 3 && name.toLowerCase(Locale.ROOT).startsWith(typed);
    }

    /** What a misspelt word may have been meant as. */
    static List<String> names() {
        return Stream.concat(
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
                        Stream.of("every", "second", "third", "fourth", "first", "last", "week", "weeks", "month"))
                .toList();
    }
}

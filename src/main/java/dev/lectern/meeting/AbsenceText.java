package dev.lectern.meeting;

import dev.lectern.meeting.when.ForeignWords;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people write them, such as {@code 20 Dec - 6 Jan}, {@code until 6 January} or {@code next week}, and said back
 * to them. A day without a year is the nearest one that makes sense: the whole is not over yet.
 */
public final class AbsenceText {
    /** A range without years that would be longer is rather one written the wrong way round. */
    private static final int LONGEST_GUESSED_DAYS = 183;

    private static final int LONGEST_COUNT = 999;

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(?<%s>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
            + "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? " + MONTH.formatted("month") + "(?:,? (?<year>\\d{4}))?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile(MONTH.formatted("month") + " (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?");
    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})");
    private static final Pattern BARE_DAY = Pattern.compile("(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?");
    private static final Pattern COUNTED =
            Pattern.compile("(?:for )?(?<count>\\d{1,3}|an?|one|two|three|four) (?<unit>days?|weeks?)");
    /** A hyphen within an ISO date stands between digits. */
    private static final Pattern TO = Pattern.compile(
            " (?:to|until|till|through|-|–|—) |\\s*[–—]\\s*|(?<!\\d)-|-(?!\\d)|(?<=^\\d{1,2})-(?=\\d{1,2} )");

    private static final Pattern NOT_BEFORE = Pattern.compile("(?:until|till|through) (?<end>.+)");
    private static final Pattern OPENING = Pattern.compile("^(?:from|on|away|between) ");
    private static final Texts TEXTS = Texts.of(AbsenceText.class);

    private AbsenceText() {}

    /** What became of reading. */
    public sealed interface Reading {}

    /** @param until the last day, not before the first */
    public record Days(LocalDate from, LocalDate until) implements Reading {}

    /** @param sentence what is wrong and what to write instead; mrkdwn without any of the text that was read */
    public record Problem(String sentence) implements Reading {}

    /** A day as written: the year may be missing, and for the first of a range the month, too. */
    private record Written(OptionalInt year, OptionalInt month, int day) {
        boolean isIn(int whichYear) {
            return Year.of(whichYear).atMonth(month.orElseThrow()).isValidDay(day);
        }

        LocalDate in(int whichYear) {
            return LocalDate.of(whichYear, month.orElseThrow(), day);
        }

        boolean isAnyDay() {
            // A leap year has every day that any year has.
            return month.orElse(1) >= 1 && month.orElse(1) <= 12 && isIn(year.orElse(2024));
        }
    }

    /**
     * In English, or in another of the languages that Lectern speaks.
     *
     * @param today in the group's zone
     */
    public static Reading read(String text, LocalDate today) {
        return ForeignWords.read(text, typed -> inEnglish(typed, today), Days.class::isInstance);
    }

    private static Reading inEnglish(String text, LocalDate today) {
        String plain = OPENING.matcher(text.strip().toLowerCase(Locale.ENGLISH).replaceAll("\\s+", " "))
                .replaceFirst("");
        return byName(plain, today).map(days -> checked(days, today)).orElseGet(() -> written(plain, today));
    }

    private static Optional<Days> byName(String plain, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        LocalDate nextMonth = today.with(TemporalAdjusters.firstDayOfNextMonth());
        return switch (plain) {
            case "today" -> Optional.of(new Days(today, today));
            case "tomorrow" -> Optional.of(new Days(today.plusDays(1), today.plusDays(1)));
            case "this week" -> Optional.of(new Days(today, monday.minusDays(1)));
            case "next week" -> Optional.of(new Days(monday, monday.plusDays(6)));
            case "this month" -> Optional.of(new Days(today, nextMonth.minusDays(1)));
            case "next month" -> Optional.of(new Days(nextMonth, nextMonth.with(TemporalAdjusters.lastDayOfMonth())));
            default -> counted(plain, today);
        };
    }

    private static Optional<Days> counted(String plain, LocalDate today) {
        Matcher counted = COUNTED.matcher(plain);
        if (!counted.matches()) {
            return Optional.empty();
        }
        int count = count(counted.group("count"));
        LocalDate end = counted.group("unit").startsWith("w") ? today.plusWeeks(count) : today.plusDays(count);
        return count == 0 ? Optional.empty() : Optional.of(new Days(today, end.minusDays(1)));
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

    private static Reading written(String plain, LocalDate today) {
        Matcher open = NOT_BEFORE.matcher(plain);
        if (open.matches()) {
            return day(open.group("end"))
                    .map(end -> untilOnly(end, today))
                    .orElseGet(() -> new Problem(TEXTS.say("days.until-unreadable", "how", how())));
        }
        String[] ends = TO.split(plain, 2);
        if (ends.length == 2) {
            Optional<Written> last = day(ends[1].strip());
            Optional<Written> first = first(ends[0].strip(), last);
            return first.isPresent() && last.isPresent()
                    ? range(first.get(), last.get(), today)
                    : new Problem(TEXTS.say("days.range-unreadable", "how", how()));
        }
        return day(plain)
                .map(day -> range(day, day, today))
                .orElseGet(() -> new Problem(TEXTS.say("days.unreadable", "how", how())));
    }

    /** The first day may be a number alone, as in {@code 20 - 27 Dec}: then it is in the last one's month. */
    private static Optional<Written> first(String text, Optional<Written> last) {
        Matcher bare = BARE_DAY.matcher(text);
        if (bare.matches()) {
            return last.map(end -> new Written(end.year(), end.month(), Integer.parseInt(bare.group("day"))));
        }
        return day(text);
    }

    private static Optional<Written> day(String text) {
        for (Pattern pattern : List.of(ISO, DAY_FIRST, MONTH_FIRST)) {
            Matcher found = pattern.matcher(text);
            if (found.matches()) {
                String month = found.group("month");
                int number = pattern == ISO ? Integer.parseInt(month) : 1 + MONTHS.indexOf(month.substring(0, 3));
                String year = found.group("year");
                return Optional.of(new Written(
                        year == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year)),
                        OptionalInt.of(number),
                        Integer.parseInt(found.group("day"))));
            }
        }
        return Optional.empty();
    }

    private static Reading untilOnly(Written end, LocalDate today) {
        if (!end.isAnyDay()) {
            return noSuchDay();
        }
        Optional<LocalDate> until =
                end.year().isPresent() ? inYear(end, end.year().getAsInt()) : next(end, today);
        return until.map(last -> last.isBefore(today)
                        ? new Problem(TEXTS.say("days.day-past", "day", say(last), "how", how()))
                        : checked(new Days(today, last), today))
                .orElseGet(AbsenceText::noSuchDay);
    }

    private static Reading range(Written first, Written last, LocalDate today) {
        if (!first.isAnyDay() || !last.isAnyDay()) {
            return noSuchDay();
        }
        return last.year().isPresent()
                ? endingIn(first, last, last.year().getAsInt(), today)
                : first.year().isPresent() ? startingIn(first, last, today) : guessed(first, last, today);
    }

    private static Reading endingIn(Written first, Written last, int year, LocalDate today) {
        Optional<LocalDate> until = inYear(last, year);
        if (until.isEmpty()) {
            return noSuchDay();
        }
        if (first.year().isPresent()) {
            return inYear(first, first.year().getAsInt())
                    .map(from -> ordered(from, until.get(), today))
                    .orElseGet(AbsenceText::noSuchDay);
        }
        return inYear(first, year)
                .filter(from -> !from.isAfter(until.get()))
                .or(() -> inYear(first, year - 1))
                .map(from -> guessedLength(from, until.get(), today))
                .orElseGet(AbsenceText::noSuchDay);
    }

    private static Reading startingIn(Written first, Written last, LocalDate today) {
        Optional<LocalDate> from = inYear(first, first.year().getAsInt());
        return from.flatMap(start -> next(last, start).map(until -> guessedLength(start, until, today)))
                .orElseGet(AbsenceText::noSuchDay);
    }

    /** The first such range that is not over today; one of a likely length, where there is one. */
    private static Reading guessed(Written first, Written last, LocalDate today) {
        Reading unlikely = new Problem(TEXTS.say("days.neither-year"));
        for (int year = today.getYear() + 1; year >= today.getYear() - 1; year--) {
            Optional<LocalDate> from = inYear(first, year);
            Optional<LocalDate> until = from.flatMap(start -> next(last, start));
            if (until.isPresent() && !until.get().isBefore(today)) {
                Reading read = guessedLength(from.get(), until.get(), today);
                unlikely = read instanceof Days || !(unlikely instanceof Days) ? read : unlikely;
            }
        }
        return unlikely;
    }

    private static Reading guessedLength(LocalDate from, LocalDate until, LocalDate today) {
        return ChronoUnit.DAYS.between(from, until) > LONGEST_GUESSED_DAYS
                ? new Problem(TEXTS.say("days.reversed-or-long", "from", Dates.day(from), "until", Dates.day(until)))
                : ordered(from, until, today);
    }

    private static Reading ordered(LocalDate from, LocalDate until, LocalDate today) {
        if (until.isBefore(from)) {
            return new Problem(TEXTS.say("days.reversed", "from", say(from), "until", say(until)));
        }
        return checked(new Days(from, until), today);
    }

    private static Reading checked(Days days, LocalDate today) {
        if (days.until().isBefore(today)) {
            return new Problem(TEXTS.say("days.past", "day", say(days.until()), "how", how()));
        }
        if (days.until().isAfter(days.from().plusYears(1))) {
            return new Problem(TEXTS.say("days.too-long"));
        }
        return days.from().isAfter(today.plusYears(2)) ? new Problem(TEXTS.say("days.too-far")) : days;
    }

    private static Optional<LocalDate> inYear(Written day, int year) {
        return year >= 1 && year <= 9998 && day.isIn(year) ? Optional.of(day.in(year)) : Optional.empty();
    }

    /** The first such day from a date on, within a bit more than a year. */
    private static Optional<LocalDate> next(Written day, LocalDate from) {
        return inYear(day, from.getYear())
                .filter(found -> !found.isBefore(from))
                .or(() -> inYear(day, from.getYear() + 1));
    }

    private static Problem noSuchDay() {
        return new Problem(TEXTS.say("days.no-such-day", "how", how()));
    }

    private static String how() {
        return TEXTS.say("days.how");
    }

    /** A day in words, such as {@code Sunday 20 December 2026}; plain text. */
    public static String say(LocalDate day) {
        return Dates.weekdayAndYear(day);
    }

    /** Days in words, to go on after "away": {@code on …}, or {@code from … to … (18 days)}; plain text. */
    public static String say(LocalDate from, LocalDate until) {
        return from.equals(until)
                ? TEXTS.say("days.on", "day", say(from))
                : TEXTS.say(
                        "days.from-to",
                        "from",
                        say(from),
                        "until",
                        say(until),
                        "days",
                        ChronoUnit.DAYS.between(from, until) + 1);
    }

    /** Days as ISO dates, which {@link #read} takes back: {@code 2026-12-20 to 2027-01-06}. */
    static String iso(LocalDate from, LocalDate until) {
        return from + " to " + until;
    }

    /** @throws IllegalArgumentException for what {@link #iso} does not write */
    static Days parseIso(String text) {
        String[] ends = text.split(" to ", -1);
        try {
            Days days = new Days(LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1]));
            if (ends.length != 2 || days.until().isBefore(days.from())) {
                throw new IllegalArgumentException("not two days in order: " + text);
            }
            return days;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not two days: " + text, e);
        }
    }
}

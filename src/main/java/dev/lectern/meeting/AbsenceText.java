package dev.lectern.meeting;

import dev.lectern.meeting.when.ForeignWords;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people write them, such as {@code 20 Dec - 6 Jan}, {@code until 6 January} or {@code next week}, and said back
 * to them. A day without a year is the nearest one that makes sense: the whole is not over yet.
 */
public final class AbsenceText {
    /** A range without years that would be longer is rather one written the wrong way round. */
    private static final int LONGEST_GUESSED_DAYS = 183;

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
        return NamedDays.read(plain, today).map(days -> checked(days, today)).orElseGet(() -> written(plain, today));
    }

    private static Reading written(String plain, LocalDate today) {
        Matcher open = NOT_BEFORE.matcher(plain);
        if (open.matches()) {
            return WrittenDay.read(open.group("end"))
                    .map(end -> untilOnly(end, today))
                    .orElseGet(() -> new Problem(TEXTS.say("days.until-unreadable", "how", how())));
        }
        String[] ends = TO.split(plain, 2);
        if (ends.length == 2) {
            Optional<WrittenDay> last = WrittenDay.read(ends[1].strip());
            Optional<WrittenDay> first = WrittenDay.readFirst(ends[0].strip(), last);
            return first.isPresent() && last.isPresent()
                    ? range(first.get(), last.get(), today)
                    : new Problem(TEXTS.say("days.range-unreadable", "how", how()));
        }
        return WrittenDay.read(plain)
                .map(day -> range(day, day, today))
                .orElseGet(() -> new Problem(TEXTS.say("days.unreadable", "how", how())));
    }

    private static Reading untilOnly(WrittenDay end, LocalDate today) {
        if (!end.isAnyDay()) {
            return noSuchDay();
        }
        Optional<LocalDate> until =
                end.year().isPresent() ? end.inYear(end.year().getAsInt()) : end.next(today);
        return until.map(last -> last.isBefore(today)
                        ? new Problem(TEXTS.say("days.day-past", "day", say(last), "how", how()))
                        : checked(new Days(today, last), today))
                .orElseGet(AbsenceText::noSuchDay);
    }

    private static Reading range(WrittenDay first, WrittenDay last, LocalDate today) {
        if (!first.isAnyDay() || !last.isAnyDay()) {
            return noSuchDay();
        }
        return last.year().isPresent()
                ? endingIn(first, last, last.year().getAsInt(), today)
                : first.year().isPresent() ? startingIn(first, last, today) : guessed(first, last, today);
    }

    private static Reading endingIn(WrittenDay first, WrittenDay last, int year, LocalDate today) {
        Optional<LocalDate> until = last.inYear(year);
        if (until.isEmpty()) {
            return noSuchDay();
        }
        if (first.year().isPresent()) {
            return first.inYear(first.year().getAsInt())
                    .map(from -> ordered(from, until.get(), today))
                    .orElseGet(AbsenceText::noSuchDay);
        }
        return first.inYear(year)
                .filter(from -> !from.isAfter(until.get()))
                .or(() -> first.inYear(year - 1))
                .map(from -> guessedLength(from, until.get(), today))
                .orElseGet(AbsenceText::noSuchDay);
    }

    private static Reading startingIn(WrittenDay first, WrittenDay last, LocalDate today) {
        Optional<LocalDate> from = first.inYear(first.year().getAsInt());
        return from.flatMap(start -> last.next(start).map(until -> guessedLength(start, until, today)))
                .orElseGet(AbsenceText::noSuchDay);
    }

    /** The first such range that is not over today; one of a likely length, where there is one. */
    private static Reading guessed(WrittenDay first, WrittenDay last, LocalDate today) {
        Reading unlikely = new Problem(TEXTS.say("days.neither-year"));
        for (int year = today.getYear() + 1; year >= today.getYear() - 1; year--) {
            Optional<LocalDate> from = first.inYear(year);
            Optional<LocalDate> until = from.flatMap(start -> last.next(start));
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

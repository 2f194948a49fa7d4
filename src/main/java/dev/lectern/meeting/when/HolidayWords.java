package dev.lectern.meeting.when;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.Status;
import dev.lectern.text.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads holidays from what people paste: lines such as {@code 2026-12-24 Christmas Eve} or {@code 24 Dec - 6 Jan Winter},
 * and the all-day events of an {@code .ics} file (RFC 5545), recurring ones for three years. Of a file only a part may be
 * there: its events are enough.
 */
public final class HolidayWords {
    private static final Logger log = LoggerFactory.getLogger(HolidayWords.class);
    private static final Texts TEXTS = Texts.of(HolidayWords.class);
    private static final int YEARS = 3;
    private static final int LONGEST_DAYS = 60;
    private static final int LONGEST_NAME = 60;
    /** More than every day since 1970; a rule of seconds would never come to an end. */
    private static final int MOST_RECURRENCES = 30_000;

    private static final String CALENDAR = "BEGIN:VCALENDAR";
    private static final String BEGIN = "BEGIN:VEVENT";
    private static final String END = "END:VEVENT";
    private static final Pattern EVENT =
            Pattern.compile("BEGIN:VEVENT.*?END:VEVENT", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern CALENDAR_LINES =
            Pattern.compile("(?im)^(?:BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|X-[A-Z-]+|[ \\t])[:;]?.*$");
    private static final Pattern LINE = Pattern.compile(
            "(?<from>" + DayWords.DATE + ")(?: ?(?:-|–|to|until) ?(?<to>" + DayWords.DATE
                    + "))?(?:[,:;]? (?<name>.*))?",
            Pattern.CASE_INSENSITIVE);

    private HolidayWords() {}

    /** What became of reading. */
    public sealed interface Reading {}

    /** @param holidays by date, from today on, with their names: raw text */
    public record Understood(Map<LocalDate, String> holidays) implements Reading {}

    /** @param problem a sentence or two, plain text */
    public record NotUnderstood(String problem) implements Reading {}

    /**
     * What somebody typed or pasted: lines of a day or days and a name, events of iCalendar, or both. Days
     * before {@code today} are left out; one without a year is the next such day.
     */
    public static Reading read(String text, LocalDate today) {
        Map<LocalDate, String> found = new TreeMap<>();
        Matcher events = EVENT.matcher(text);
        while (events.find()) {
            Optional<String> problem = event(events.group(), today, found);
            if (problem.isPresent()) {
                return new NotUnderstood(problem.get());
            }
        }
        String lines =
                CALENDAR_LINES.matcher(EVENT.matcher(text).replaceAll("")).replaceAll("");
        for (String line : lines.split("\\R")) {
            if (!line.isBlank() && !line(line.strip().replaceAll("\\s+", " "), today, found)) {
                return new NotUnderstood(TEXTS.say("holidays.unknown", "typed", RuleWords.quoted(line)));
            }
        }
        ahead(found, today);
        return found.size() > Timetable.MOST_HOLIDAYS
                ? new NotUnderstood(
                        TEXTS.say("holidays.too-many", "days", found.size(), "most", Timetable.MOST_HOLIDAYS))
                : new Understood(found);
    }

    /**
     * The whole days of a calendar's file, from today on; events that are none, or that cannot be read, are left out. Empty
     * for what is no calendar.
     */
    public static Optional<Map<LocalDate, String>> calendar(String text, LocalDate today) {
        if (!text.contains(CALENDAR)) {
            return Optional.empty();
        }
        Map<LocalDate, String> found = new TreeMap<>();
        Matcher events = EVENT.matcher(text);
        while (events.find()) {
            try {
                event(events.group(), today, found);
            } catch (RuntimeException unreadable) {
                // One event that its writer got wrong does not spoil the others.
                log.debug("an event of a calendar of holidays is left out", unreadable);
            }
        }
        return Optional.of(ahead(found, today));
    }

    /** A line for each, as {@link #read} takes them. */
    public static String write(Map<LocalDate, String> holidays) {
        return new TreeMap<>(holidays)
                .entrySet().stream()
                        .map(day -> day.getKey() + (day.getValue().isEmpty() ? "" : ": " + day.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private static Map<LocalDate, String> ahead(Map<LocalDate, String> found, LocalDate today) {
        found.keySet().removeIf(date -> date.isBefore(today) || !date.isBefore(today.plusYears(YEARS)));
        return found;
    }

    private static boolean line(String line, LocalDate today, Map<LocalDate, String> found) {
        Matcher day = LINE.matcher(line);
        Optional<LocalDate> from = day.matches() ? DayWords.read(day.group("from"), today) : Optional.empty();
        Optional<LocalDate> to = from.flatMap(begin -> Optional.ofNullable(day.group("to"))
                .map(end -> DayWords.read(end, begin))
                .orElse(Optional.of(begin)));
        if (to.isEmpty()
                || to.get().isBefore(from.get())
                || longer(from.get(), to.get().plusDays(1))) {
            return false;
        }
        put(
                found,
                from.get(),
                to.get().plusDays(1),
                Optional.ofNullable(day.group("name")).orElse(""));
        return true;
    }

    private static Optional<String> event(String text, LocalDate today, Map<LocalDate, String> found) {
        VEvent event = Biweekly.parse("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + BEGIN
                        + text.substring(BEGIN.length(), text.length() - END.length()) + END + "\r\nEND:VCALENDAR\r\n")
                .first()
                .getEvents()
                .get(0);
        String name = event.getSummary() == null ? "" : event.getSummary().getValue();
        if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
            return Optional.of(TEXTS.say("holidays.no-date", "name", RuleWords.quoted(name)));
        }
        if (event.getDateStart().getValue().hasTime()
                || event.getStatus() != null && event.getStatus().equals(Status.cancelled())) {
            return Optional.empty();
        }
        LocalDate first = local(event.getDateStart().getValue());
        DateEnd end = event.getDateEnd();
        long days = end == null || end.getValue() == null
                ? 1
                : Math.max(1, ChronoUnit.DAYS.between(first, local(end.getValue())));
        if (days > LONGEST_DAYS) {
            return Optional.of(TEXTS.say("holidays.too-long", "name", RuleWords.quoted(name), "days", LONGEST_DAYS));
        }
        Iterator<Date> dates = event.getDateIterator(TimeZone.getDefault());
        for (int count = 0; count < MOST_RECURRENCES && dates.hasNext(); count++) {
            LocalDate date = local(dates.next());
            if (!date.isBefore(today.plusYears(YEARS))) {
                break;
            }
            put(found, date, date.plusDays(days), name);
        }
        return Optional.empty();
    }

    /** The library has whole days begin at midnight of the machine's zone. */
    private static LocalDate local(Date date) {
        return date.toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
    }

    private static boolean longer(LocalDate from, LocalDate until) {
        return ChronoUnit.DAYS.between(from, until) > LONGEST_DAYS;
    }

    private static void put(Map<LocalDate, String> found, LocalDate from, LocalDate until, String name) {
        String line = name.strip().replaceAll("\\s+", " ");
        String cut = line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME));
        from.datesUntil(until).forEach(date -> found.putIfAbsent(date, cut));
    }
}

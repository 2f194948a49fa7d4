package dev.lectern.group;

import dev.lectern.text.NearestWord;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the form's fields, other than the zone, from what a person may type. */
final class FormText {
    private static final Pattern TIME = Pattern.compile("(\\d{1,4})(?:[:.h](\\d{1,2}))?\\s*(?:([ap])\\.?m?\\.?)?");
    private static final Pattern WINDOW =
            Pattern.compile("(\\d{1,6})\\s*(h|hours?|d|days?|w|weeks?)?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_QUOTE = 40;

    private FormText() {}

    static Read<List<String>> topics(String text) {
        Map<String, String> topics = new LinkedHashMap<>();
        Stream.of(text.split("[,\\r\\n]+"))
                .map(topic -> topic.strip().replaceAll("\\s+", " "))
                .filter(topic -> !topic.isEmpty())
                .forEach(topic -> topics.putIfAbsent(topic.toLowerCase(Locale.ROOT), topic));
        Optional<String> tooLong =
                topics.values().stream().filter(FormText::tooLong).findFirst();
        if (tooLong.isPresent()) {
            return Read.not("The topic %s is longer than %d characters: shorten it, or split it with commas."
                    .formatted(quoted(tooLong.get()), Settings.LONGEST_TOPIC));
        }
        if (topics.size() > Settings.MOST_TOPICS) {
            return Read.not("These are %d topics, and a group can follow %d: take out the least important ones."
                    .formatted(topics.size(), Settings.MOST_TOPICS));
        }
        return Read.got(List.copyOf(topics.values()));
    }

    static Read<LocalTime> time(String text) {
        if (text.isBlank()) {
            return Read.not("A time is missing: write one from 00:00 to 23:59, such as 15:00.");
        }
        Matcher time = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!time.matches()) {
            return Read.not(
                    "I can't read %s as a time: write one from 00:00 to 23:59, such as 15:00.".formatted(quoted(text)));
        }
        int hour = Integer.parseInt(time.group(1));
        int minute = Optional.ofNullable(time.group(2)).map(Integer::parseInt).orElse(0);
        return Optional.ofNullable(time.group(3))
                .map(half -> twelveHours(hour, minute, half.equals("p")))
                .orElseGet(() -> wholeDay(hour, minute));
    }

    private static Read<LocalTime> wholeDay(int hour, int minute) {
        if (hour > 23) {
            return Read.not(
                    "There is no hour %d in a day: write a time from 00:00 to 23:59, such as 15:00.".formatted(hour));
        }
        return withMinute(hour, minute);
    }

    private static Read<LocalTime> twelveHours(int hour, int minute, boolean afternoon) {
        if (hour < 1 || hour > 12) {
            return Read.not(
                    "With am and pm the hour goes from 1 to 12, not to %d: write 3 pm or 15:00.".formatted(hour));
        }
        return withMinute(hour % 12 + (afternoon ? 12 : 0), minute);
    }

    private static Read<LocalTime> withMinute(int hour, int minute) {
        if (minute > 59) {
            return Read.not("There is no minute %d in an hour: write a time such as %02d:30.".formatted(minute, hour));
        }
        return Read.got(LocalTime.of(hour, minute));
    }

    static Read<DayOfWeek> day(String text) {
        if (text.isBlank()) {
            return Read.not("A day of the week is missing: choose one, such as Thursday.");
        }
        return knownDay(text).map(Read::got).orElseGet(() -> Read.not(unknownDay(text)));
    }

    static Read<Set<DayOfWeek>> days(List<String> texts) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String text : texts) {
            Optional<DayOfWeek> day = knownDay(text);
            if (day.isEmpty()) {
                return Read.not(unknownDay(text));
            }
            days.add(day.get());
        }
        return days.isEmpty()
                ? Read.not("The digest has no day: choose at least one, such as Monday.")
                : Read.got(days);
    }

    /** Full names and beginnings that only one day has, also in the plural: {@code thu}, {@code Thursdays}. */
    private static Optional<DayOfWeek> knownDay(String text) {
        String typed = text.strip().toUpperCase(Locale.ROOT);
        String singular = typed.endsWith("DAYS") ? typed.substring(0, typed.length() - 1) : typed;
        List<DayOfWeek> meant = Arrays.stream(DayOfWeek.values())
                .filter(day -> !singular.isEmpty() && day.name().startsWith(singular))
                .toList();
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private static String unknownDay(String text) {
        List<String> names = Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .toList();
        return "I don't know the day %s%s"
                .formatted(
                        quoted(text),
                        NearestWord.to(text, names)
                                .map(". Did you mean %s?"::formatted)
                                .orElse(": write one from Monday to Sunday."));
    }

    static Read<Rhythm> rhythm(String text) {
        String typed = text.strip().replaceAll("\\s+", " ");
        return Arrays.stream(Rhythm.values())
                .filter(rhythm -> typed.equalsIgnoreCase(rhythm.name()) || typed.equalsIgnoreCase(rhythm.label()))
                .findFirst()
                .map(Read::got)
                .orElseGet(() -> Read.not(
                        "I don't know the rhythm %s: choose weekly, fortnightly or monthly.".formatted(quoted(text))));
    }

    /** {@code 2} and {@code 2 days}, {@code 36 hours}, {@code 1 week}, or an ISO 8601 duration such as {@code PT36H}. */
    static Read<Duration> window(String text) {
        return duration(text.strip())
                .filter(Settings::fits)
                .map(Read::got)
                .orElseGet(() -> Read.not(
                        "%s: write how long people can vote, from 1 hour to 7 days, such as 2 days or 36 hours."
                                .formatted(
                                        text.isBlank()
                                                ? "The voting window is missing"
                                                : quoted(text) + " can't be a voting window")));
    }

    private static Optional<Duration> duration(String text) {
        Matcher window = WINDOW.matcher(text);
        if (window.matches()) {
            long count = Long.parseLong(window.group(1));
            String unit = Optional.ofNullable(window.group(2)).orElse("d").toLowerCase(Locale.ROOT);
            return Optional.of(
                    switch (unit.charAt(0)) {
                        case 'h' -> Duration.ofHours(count);
                        case 'w' -> Duration.ofDays(7 * count);
                        default -> Duration.ofDays(count);
                    });
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException notIso) {
            return Optional.empty();
        }
    }

    private static boolean tooLong(String topic) {
        return topic.codePointCount(0, topic.length()) > Settings.LONGEST_TOPIC;
    }

    /** In quotes, on one line, cut where it is long. */
    static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        boolean fits = line.codePointCount(0, line.length()) <= LONGEST_QUOTE;
        return "'" + (fits ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…") + "'";
    }
}

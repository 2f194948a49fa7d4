package dev.lectern.group;

import dev.lectern.text.NearestWord;
import dev.lectern.text.Texts;
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
    private static final Texts TEXTS = Texts.of(FormText.class);
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
            return Read.not(
                    TEXTS.say("form.topic-too-long", "topic", quoted(tooLong.get()), "most", Settings.LONGEST_TOPIC));
        }
        if (topics.size() > Settings.MOST_TOPICS) {
            return Read.not(TEXTS.say("form.too-many-topics", "topics", topics.size(), "most", Settings.MOST_TOPICS));
        }
        return Read.got(List.copyOf(topics.values()));
    }

    static Read<LocalTime> time(String text) {
        if (text.isBlank()) {
            return Read.not(TEXTS.say("form.time-missing"));
        }
        Matcher time = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!time.matches()) {
            return Read.not(TEXTS.say("form.no-time", "typed", quoted(text)));
        }
        int hour = Integer.parseInt(time.group(1));
        int minute = Optional.ofNullable(time.group(2)).map(Integer::parseInt).orElse(0);
        return Optional.ofNullable(time.group(3))
                .map(half -> twelveHours(hour, minute, half.equals("p")))
                .orElseGet(() -> wholeDay(hour, minute));
    }

    private static Read<LocalTime> wholeDay(int hour, int minute) {
        if (hour > 23) {
            return Read.not(TEXTS.say("form.no-hour", "hour", Integer.toString(hour)));
        }
        return withMinute(hour, minute);
    }

    private static Read<LocalTime> twelveHours(int hour, int minute, boolean afternoon) {
        if (hour < 1 || hour > 12) {
            return Read.not(TEXTS.say("form.no-hour-of-twelve", "hour", Integer.toString(hour)));
        }
        return withMinute(hour % 12 + (afternoon ? 12 : 0), minute);
    }

    private static Read<LocalTime> withMinute(int hour, int minute) {
        if (minute > 59) {
            return Read.not(
                    TEXTS.say("form.no-minute", "minute", Integer.toString(minute), "hour", "%02d".formatted(hour)));
        }
        return Read.got(LocalTime.of(hour, minute));
    }

    static Read<DayOfWeek> day(String text) {
        if (text.isBlank()) {
            return Read.not(TEXTS.say("form.day-missing"));
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
        return days.isEmpty() ? Read.not(TEXTS.say("form.no-day")) : Read.got(days);
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
        return NearestWord.to(text, names)
                .map(near -> TEXTS.say("form.unknown-day.near", "typed", quoted(text), "near", near))
                .orElseGet(() -> TEXTS.say("form.unknown-day", "typed", quoted(text)));
    }

    static Read<Rhythm> rhythm(String text) {
        String typed = text.strip().replaceAll("\\s+", " ");
        return Arrays.stream(Rhythm.values())
                .filter(rhythm -> typed.equalsIgnoreCase(rhythm.name()) || typed.equalsIgnoreCase(rhythm.typed()))
                .findFirst()
                .map(Read::got)
                .orElseGet(() -> Read.not(TEXTS.say("form.unknown-rhythm", "typed", quoted(text))));
    }

    /** {@code 2} and {@code 2 days}, {@code 36 hours}, {@code 1 week}, or an ISO 8601 duration such as {@code PT36H}. */
    static Read<Duration> window(String text) {
        return duration(text.strip())
                .filter(Settings::fits)
                .map(Read::got)
                .orElseGet(() -> Read.not(
                        text.isBlank()
                                ? TEXTS.say("form.window-missing")
                                : TEXTS.say("form.no-window", "typed", quoted(text))));
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

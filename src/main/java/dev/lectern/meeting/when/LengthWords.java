package dev.lectern.meeting.when;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a meeting lasts, within a sentence: {@code for 90 minutes}, {@code for an hour and a half}.
 *
 * @param typed as it stands there
 * @param length zero or longer, whether or not a meeting can last that long
 * @param rest the sentence without it
 */
record LengthWords(String typed, Duration length, String rest) {
    private static final String MINUTES = " ?(?:minutes?|mins?|m)";
    private static final String HOURS = "[ -]?(?:hours?|hrs?|h)";
    private static final Map<String, Integer> NUMBERS =
            Map.of("an", 1, "one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "six", 6);
    private static final Pattern LENGTH = Pattern.compile("\\bfor (?:(?<alone>\\d{1,4})" + MINUTES
            + "|(?<half>half an hour)"
            + "|(?<named>an|one|two|three|four|five|six) hours?(?<andHalf> and a half)?"
            + "|(?<hours>\\d{1,2})(?:[.,](?<part>\\d{1,2}))?" + HOURS
            + "(?: ?(?:and )?(?<more>\\d{1,2})(?:" + MINUTES + ")?)?)(?![\\w:])");

    /** The first of a sentence in lower case. */
    static Optional<LengthWords> find(String sentence) {
        Matcher found = LENGTH.matcher(sentence);
        return found.find()
                ? Optional.of(new LengthWords(
                        found.group(), Duration.ofMinutes(minutes(found)), Without.found(sentence, found)))
                : Optional.empty();
    }

    boolean isOfAMeeting() {
        return MeetingRule.canLast(length);
    }

    private static long minutes(Matcher found) {
        if (found.group("half") != null) {
            return 30;
        }
        return Optional.ofNullable(found.group("alone"))
                .map(Long::valueOf)
                .orElseGet(() -> 60 * hours(found)
                        + Math.round(60
                                * Double.parseDouble("0."
                                        + Optional.ofNullable(found.group("part"))
                                                .orElse("0")))
                        + Optional.ofNullable(found.group("more"))
                                .map(Long::valueOf)
                                .orElse(0L)
                        + (found.group("andHalf") == null ? 0 : 30));
    }

    private static long hours(Matcher found) {
        return Optional.ofNullable(found.group("named"))
                .map(name -> NUMBERS.getOrDefault(name, 0))
                .orElseGet(() -> Integer.valueOf(found.group("hours")));
    }
}

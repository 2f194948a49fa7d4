package dev.lectern.meeting.when;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day within a sentence: {@code at 15:00}, {@code 3pm}, {@code noon}.
 *
 * @param typed as it stands there
 * @param time empty where there is no such time of day
 * @param rest the sentence without it
 */
record TimeWords(String typed, Optional<LocalTime> time, String rest) {
    private static final Pattern TIME = Pattern.compile(
            "(?:\\b(?:at|from)|@)\\s*(?<at>\\d{1,2})(?:[:.h](?<atMinute>\\d{2}))?\\s*(?<atHalf>[ap])?(?:\\.?m\\.?)?(?![\\w:])"
                    + "|\\b(?<hour>\\d{1,2})[:.h](?<minute>\\d{2})\\s*(?<half>[ap])?(?:\\.?m\\.?)?(?![\\w:])"
                    + "|\\b(?<only>\\d{1,2})\\s*(?<onlyHalf>[ap])\\.?m\\.?(?![\\w:])"
                    + "|(?:\\bat\\s*)?\\b(?<noon>noon|midday|midnight)\\b");

    /** The first of a sentence in lower case. */
    static Optional<TimeWords> find(String sentence) {
        Matcher time = TIME.matcher(sentence);
        return time.find()
                ? Optional.of(new TimeWords(time.group(), clock(time), Without.found(sentence, time)))
                : Optional.empty();
    }

    private static Optional<LocalTime> clock(Matcher time) {
        if (time.group("noon") != null) {
            return Optional.of(time.group("noon").equals("midnight") ? LocalTime.MIDNIGHT : LocalTime.NOON);
        }
        int hour = Integer.parseInt(first(time, "at", "hour", "only").orElseThrow());
        int minute = first(time, "atMinute", "minute").map(Integer::parseInt).orElse(0);
        Optional<String> half = first(time, "atHalf", "half", "onlyHalf");
        boolean fits = minute < 60 && (half.isPresent() ? hour >= 1 && hour <= 12 : hour < 24);
        int whole = half.map(which -> hour % 12 + (which.equals("p") ? 12 : 0)).orElse(hour);
        return fits ? Optional.of(LocalTime.of(whole, minute)) : Optional.empty();
    }

    private static Optional<String> first(Matcher found, String... groups) {
        return Arrays.stream(groups)
                .flatMap(group -> Optional.ofNullable(found.group(group)).stream())
                .findFirst();
    }
}

package dev.lectern.meeting.when;

import dev.lectern.text.NearestWord;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads when a group meets from the words that people use, such as {@code every second Thursday at 15:00}, or from the
 * text of an RRULE (RFC 5545, section 3.3.10). {@link RuleSentence} says it back.
 */
public final class RuleWords {
    public static final String EXAMPLE = "every second Thursday at 15:00";

    private static final String OR = "Write for instance “" + EXAMPLE + "” or “first Monday of the month at 10”.";
    private static final Pattern RRULE =
            Pattern.compile("(?:by the rule )?(?:rrule:)?(freq=[a-z0-9=;,+-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile(
            "(?:\\b(?:at|from)|@)\\s*(?<at>\\d{1,2})(?:[:.h](?<atMinute>\\d{2}))?\\s*(?<atHalf>[ap])?(?:\\.?m\\.?)?(?![\\w:])"
                    + "|\\b(?<hour>\\d{1,2})[:.h](?<minute>\\d{2})\\s*(?<half>[ap])?(?:\\.?m\\.?)?(?![\\w:])"
                    + "|\\b(?<only>\\d{1,2})\\s*(?<onlyHalf>[ap])\\.?m\\.?(?![\\w:])"
                    + "|(?:\\bat\\s*)?\\b(?<noon>noon|midday|midnight)\\b");
    private static final int LONGEST_QUOTE = 40;

    private RuleWords() {}

    /** What became of reading. */
    public sealed interface Reading {}

    /**
     * @param rrule as {@link MeetingRule} has it
     * @param time empty where the text names none
     */
    public record Understood(String rrule, Optional<LocalTime> time) implements Reading {}

    /** @param problem one sentence or two, plain text: what was not understood, and an example */
    public record NotUnderstood(String problem) implements Reading {}

    public static Reading read(String text) {
        String typed = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        if (typed.isEmpty()) {
            return new NotUnderstood("It says nothing about when you meet. " + OR);
        }
        Matcher time = TIME.matcher(typed);
        if (!time.find()) {
            return rule(typed, text).then(rrule -> new Understood(rrule, Optional.empty()));
        }
        Optional<LocalTime> clock = clock(time);
        if (clock.isEmpty()) {
            return new NotUnderstood(quoted(time.group()) + " is no time of day. " + OR);
        }
        String rest = (typed.substring(0, time.start()) + " " + typed.substring(time.end())).strip();
        if (rest.isEmpty()) {
            return new NotUnderstood("It names a time, but no day. " + OR);
        }
        return rule(rest, text).then(rrule -> new Understood(rrule, clock));
    }

    private record Rule(Optional<String> rrule, String problem) {
        Reading then(java.util.function.Function<String, Reading> reading) {
            return rrule.map(reading).orElseGet(() -> new NotUnderstood(problem));
        }

        static Rule not(String problem) {
            return new Rule(Optional.empty(), problem);
        }
    }

    private static Rule rule(String typed, String whole) {
        Matcher raw = RRULE.matcher(typed);
        if (raw.matches()) {
            return checked(raw.group(1).toUpperCase(Locale.ROOT), whole);
        }
        List<String> signs = new ArrayList<>();
        String spaced = typed.replaceAll("[,;&+/]", " and ")
                .replaceAll("(?<=[a-z])\\s*[-–]\\s*(?=(?:mon|tue|wed|thu|fri|sat|sun))", " to ");
        for (String word : spaced.split("\\s+")) {
            String bare = word.replaceAll("\\.+$", "");
            Optional<String> sign = bare.isEmpty() ? Optional.of("") : RuleToken.sign(bare);
            if (sign.isEmpty()) {
                return Rule.not(unknown(bare));
            }
            sign.filter(one -> !one.isEmpty()).ifPresent(signs::add);
        }
        String sentence = String.join(" ", signs).replaceAll("(?:& )+", "& ");
        return RuleGrammar.rule(sentence)
                .map(rrule -> checked(rrule, whole))
                .orElseGet(() -> Rule.not(
                        sentence.contains("D") || sentence.contains("M") || sentence.contains("J")
                                ? "I don't understand " + quoted(whole) + " as a rule. " + OR
                                : quoted(whole) + " does not say on which day. " + OR));
    }

    private static Rule checked(String rrule, String whole) {
        try {
            Recurrence recurrence = Recurrence.of(rrule);
            return recurrence.everMeets()
                    ? new Rule(Optional.of(recurrence.rule().toString()), "")
                    : Rule.not("There is no such day: by " + quoted(whole) + " you would never meet. " + OR);
        } catch (IllegalArgumentException notOne) {
            return Rule.not("I can't use " + quoted(whole)
                    + " as an RRULE: it takes FREQ with DAILY, WEEKLY, MONTHLY or YEARLY, and no hours. " + OR);
        }
    }

    private static String unknown(String word) {
        return "I don't understand " + quoted(word)
                + NearestWord.to(word, RuleToken.names())
                        .map("; did you mean %s?"::formatted)
                        .orElse(".") + " " + OR;
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
        return java.util.Arrays.stream(groups)
                .flatMap(group -> Optional.ofNullable(found.group(group)).stream())
                .findFirst();
    }

    /** In quotes, on one line, cut where it is long. */
    static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        boolean fits = line.codePointCount(0, line.length()) <= LONGEST_QUOTE;
        return "“" + (fits ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…") + "”";
    }
}

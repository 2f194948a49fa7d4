package dev.lectern.meeting.when;

import dev.lectern.text.NearestWord;
import dev.lectern.text.Texts;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads when a group meets from the words that people use, such as {@code every second Thursday at 15:00}, or from the
 * text of an RRULE (RFC 5545, section 3.3.10). {@link RuleSentence} says it back.
 */
public final class RuleWords {
    private static final Texts TEXTS = Texts.of(RuleWords.class);
    private static final Pattern RRULE =
            Pattern.compile("(?:by the rule )?(?:rrule:)?(freq=[a-z0-9=;,+-]+)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_QUOTE = 40;

    private RuleWords() {}

    /** What became of reading. */
    public sealed interface Reading {}

    /**
     * @param rrule as {@link MeetingRule} has it
     * @param time empty where the text names none
     * @param length how long a meeting lasts; empty where the text does not say so
     * @param zone empty where the text names none
     */
    public record Understood(
            String rrule, Optional<LocalTime> time, Optional<Duration> length, Optional<ZoneWords> zone)
            implements Reading {}

    /** @param problem one sentence or two, plain text: what was not understood, and an example */
    public record NotUnderstood(String problem) implements Reading {}

    /** In English, or in another of the languages that Lectern speaks. */
    public static Reading read(String text) {
        return ForeignWords.read(text, RuleWords::inEnglish, Understood.class::isInstance);
    }

    private static Reading inEnglish(String text) {
        String typed = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        Optional<LengthWords> length = LengthWords.find(typed);
        String timely = length.map(LengthWords::rest).orElse(typed);
        Optional<ZoneWords> zone = ZoneWords.find(timely);
        String rest = zone.map(ZoneWords::rest).orElse(timely);
        if (rest.isEmpty()) {
            return new NotUnderstood(TEXTS.say("words.nothing", "example", example()));
        }
        return length.filter(words -> !words.isOfAMeeting())
                .<Reading>map(words -> new NotUnderstood(TEXTS.say(
                        "words.no-length",
                        "typed",
                        quoted(words.typed()),
                        "shortest",
                        MeetingRule.SHORTEST.toMinutes(),
                        "longest",
                        MeetingRule.LONGEST.toMinutes())))
                .orElseGet(() -> days(
                        rest,
                        text,
                        (rrule, time) -> new Understood(rrule, time, length.map(LengthWords::length), zone)));
    }

    /** What is read of the days and of the hour. */
    private static Reading days(
            String typed, String whole, BiFunction<String, Optional<LocalTime>, Reading> understood) {
        Optional<TimeWords> time = TimeWords.find(typed);
        if (time.isEmpty()) {
            return rule(typed, whole).then(rrule -> understood.apply(rrule, Optional.empty()));
        }
        if (time.get().time().isEmpty()) {
            return new NotUnderstood(
                    TEXTS.say("words.no-time", "typed", quoted(time.get().typed()), "example", example()));
        }
        String rest = time.get().rest();
        return rest.isEmpty()
                ? new NotUnderstood(TEXTS.say("words.no-day", "example", example()))
                : rule(rest, whole)
                        .then(rrule -> understood.apply(rrule, time.get().time()));
    }

    private record Rule(Optional<String> rrule, String problem) {
        Reading then(Function<String, Reading> reading) {
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
        String sentence = String.join(" ", signs).replaceAll("(?:& )+", "& ").replaceAll("^& | &$", "");
        return RuleGrammar.rule(sentence)
                .map(rrule -> checked(rrule, whole))
                .orElseGet(() -> Rule.not(
                        sentence.contains("D") || sentence.contains("M") || sentence.contains("J")
                                ? TEXTS.say("words.no-rule", "typed", quoted(whole), "example", example())
                                : TEXTS.say("words.which-day", "typed", quoted(whole), "example", example())));
    }

    private static Rule checked(String rrule, String whole) {
        try {
            Recurrence recurrence = Recurrence.of(rrule);
            return recurrence.everMeets()
                    ? new Rule(Optional.of(recurrence.rule().toString()), "")
                    : Rule.not(TEXTS.say("words.never", "typed", quoted(whole), "example", example()));
        } catch (IllegalArgumentException notOne) {
            return Rule.not(TEXTS.say("words.no-rrule", "typed", quoted(whole), "example", example()));
        }
    }

    private static String unknown(String word) {
        return NearestWord.to(word, RuleToken.names())
                .map(near -> TEXTS.say("words.unknown.near", "typed", quoted(word), "near", near, "example", example()))
                .orElseGet(() -> TEXTS.say("words.unknown", "typed", quoted(word), "example", example()));
    }

    /** A rule that is understood, such as {@code every second Thursday at 15:00}, in the language that is spoken now. */
    public static String anExample() {
        return TEXTS.say("words.example.rule");
    }

    private static String example() {
        return TEXTS.say("words.example", "one", anExample(), "other", TEXTS.say("words.example.rule.other"));
    }

    /** In quotes, on one line, cut where it is long. */
    public static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        boolean fits = line.codePointCount(0, line.length()) <= LONGEST_QUOTE;
        String shown = fits ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
        return TEXTS.say("quoted", "text", shown);
    }
}

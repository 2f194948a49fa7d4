package dev.lectern.meeting.when;

import dev.lectern.text.Texts;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a pause: {@code until 1 September}, {@code from 20 Dec until 6 Jan: winter break}. */
public final class PauseWords {
    private static final Pattern PAUSE = Pattern.compile(
            "(?:(?:from )?(?<from>" + DayWords.DATE + ") ?)?(?:until|till|to|-|–) ?(?<until>" + DayWords.DATE
                    + ")(?:[,:;]? (?<reason>.*))?",
            Pattern.CASE_INSENSITIVE);
    private static final Texts TEXTS = Texts.of(PauseWords.class);
    /** Whoever pauses longer has ended. */
    private static final int LONGEST_YEARS = 2;

    private PauseWords() {}

    /** What became of reading. */
    public sealed interface Reading {}

    public record Understood(Pause pause) implements Reading {}

    /** @param problem a sentence or two, plain text */
    public record NotUnderstood(String problem) implements Reading {}

    /** @param today where no beginning is written, the pause begins now */
    public static Reading read(String text, LocalDate today) {
        Reading asItStands = inEnglish(text, today);
        return asItStands instanceof Understood
                ? asItStands
                : ForeignWords.read(daysOf(text), typed -> inEnglish(typed, today), PauseWords::isWithoutReason)
                                        instanceof Understood understood
                                && isWithoutReason(understood)
                        ? of(understood.pause().from(), understood.pause().until(), reasonOf(text), today)
                        : asItStands;
    }

    /** A reason is nobody's to translate: in another language than English a colon or a comma stands before it. */
    private static boolean isWithoutReason(Reading reading) {
        return reading instanceof Understood understood
                && understood.pause().reason().isEmpty();
    }

    private static String daysOf(String text) {
        return text.split("[,:;] ", 2)[0];
    }

    private static String reasonOf(String text) {
        String[] parts = text.strip().split("[,:;] ", 2);
        return parts.length == 2 ? parts[1] : "";
    }

    private static Reading inEnglish(String text, LocalDate today) {
        Matcher found = PAUSE.matcher(text.strip().replaceAll("\\s+", " "));
        if (!found.matches()) {
            return new NotUnderstood(TEXTS.say("pause.unknown", "typed", RuleWords.quoted(text), "example", example()));
        }
        Optional<LocalDate> from = Optional.ofNullable(found.group("from"))
                .map(day -> DayWords.read(day, today))
                .orElse(Optional.of(today));
        Optional<LocalDate> until = from.flatMap(begin -> DayWords.read(found.group("until"), begin));
        if (from.isEmpty() || until.isEmpty()) {
            return new NotUnderstood(TEXTS.say(
                    "pause.no-date",
                    "typed",
                    RuleWords.quoted(from.isEmpty() ? found.group("from") : found.group("until")),
                    "example",
                    example()));
        }
        String reason =
                Optional.ofNullable(found.group("reason")).orElse("").replaceFirst("(?i)^(?:because of|for) ", "");
        return of(from.get(), until.get(), reason, today);
    }

    /** @param until the first day with meetings again */
    public static Reading of(LocalDate from, LocalDate until, String reason, LocalDate today) {
        if (!from.isBefore(until)) {
            return new NotUnderstood(TEXTS.say("pause.backwards", "from", from.toString(), "until", until.toString()));
        }
        if (!until.isAfter(today)) {
            return new NotUnderstood(TEXTS.say("pause.over", "until", until.toString()));
        }
        if (until.isAfter(from.plusYears(LONGEST_YEARS))) {
            return new NotUnderstood(TEXTS.say("pause.too-long", "years", LONGEST_YEARS, "until", until.toString()));
        }
        return new Understood(new Pause(from, until, reason.strip()));
    }

    private static String example() {
        return TEXTS.say("pause.example");
    }
}

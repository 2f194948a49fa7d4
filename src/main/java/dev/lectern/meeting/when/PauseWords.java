package dev.lectern.meeting.when;

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
    private static final String WAY_OUT = " Write for instance “until 1 September” or “20 December until 6 January”.";
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
        Matcher found = PAUSE.matcher(text.strip().replaceAll("\\s+", " "));
        if (!found.matches()) {
            return new NotUnderstood("I don't understand " + RuleWords.quoted(text) + " as a pause." + WAY_OUT);
        }
        Optional<LocalDate> from = Optional.ofNullable(found.group("from"))
                .map(day -> DayWords.read(day, today))
                .orElse(Optional.of(today));
        Optional<LocalDate> until = from.flatMap(begin -> DayWords.read(found.group("until"), begin));
        if (from.isEmpty() || until.isEmpty()) {
            return new NotUnderstood(RuleWords.quoted(from.isEmpty() ? found.group("from") : found.group("until"))
                    + " is no date." + WAY_OUT);
        }
        String reason =
                Optional.ofNullable(found.group("reason")).orElse("").replaceFirst("(?i)^(?:because of|for) ", "");
        return of(from.get(), until.get(), reason, today);
    }

    /** @param until the first day with meetings again */
    public static Reading of(LocalDate from, LocalDate until, String reason, LocalDate today) {
        if (!from.isBefore(until)) {
            return new NotUnderstood("A pause that begins on " + from + " can't end on " + until + ".");
        }
        if (!until.isAfter(today)) {
            return new NotUnderstood(until + " is not ahead, so nothing would be paused.");
        }
        if (until.isAfter(from.plusYears(LONGEST_YEARS))) {
            return new NotUnderstood("A pause is " + LONGEST_YEARS + " years at most: " + until + " is too far away.");
        }
        return new Understood(new Pause(from, until, reason.strip()));
    }
}

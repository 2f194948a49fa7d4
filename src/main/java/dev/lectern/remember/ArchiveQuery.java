package dev.lectern.remember;

import dev.lectern.group.UserId;
import dev.lectern.paper.NormalizedTitle;
import dev.lectern.paper.ShortText;
import dev.lectern.paper.search.PaperSearch.WrongQuery;
import dev.lectern.text.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody looks for in the archive, understood: the filters are written as in {@code /papers search}.
 *
 * @param words all that is no filter, as it was written; may be empty
 * @param people each presented or nominated it
 * @param since the first day that counts, in the group's zone
 * @param until the last day that counts
 * @param rating how many stars at least
 */
record ArchiveQuery(
        String words,
        List<String> people,
        Optional<LocalDate> since,
        Optional<LocalDate> until,
        Optional<Double> rating) {
    private static final Texts TEXTS = Texts.of(ArchiveQuery.class);
    private static final String ME = "me";
    private static final Pattern FILTER = Pattern.compile(
            "(?<!\\S)(?<filter>(?i:by|since|until|rating)):(?:[\"“”„](?<quoted>[^\"“”„]*)[\"“”„]|(?<value>\\S*))");

    ArchiveQuery {
        people = List.copyOf(people);
    }

    /** @throws WrongQuery when a filter's value is none; its message is a sentence for whoever asked */
    static ArchiveQuery parse(String query) {
        Reading reading = new Reading();
        String words = FILTER.matcher(ShortText.clean(query))
                .replaceAll(match -> Matcher.quoteReplacement(reading.take(match)))
                .replaceAll("\\s+", " ")
                .strip();
        return new ArchiveQuery(words, reading.people, reading.since, reading.until, reading.rating);
    }

    /**
     * Whether the filters let it pass, whatever its words.
     *
     * @param names how people are called
     * @param asker whom {@code by:me} means
     */
    boolean admits(ReadPaper read, Function<UserId, String> names, UserId asker) {
        return since.filter(day -> read.date().isBefore(day)).isEmpty()
                && until.filter(day -> read.date().isAfter(day)).isEmpty()
                && rating.filter(stars -> !read.stars().isAtLeast(stars)).isEmpty()
                && people.stream()
                        .allMatch(wanted -> read.people().anyMatch(who -> isMeant(wanted, who, names, asker)));
    }

    /** Each word typed begins a word of the name; or it is the id, as Slack may write it. */
    private static boolean isMeant(String wanted, UserId who, Function<UserId, String> names, UserId asker) {
        if (wanted.equalsIgnoreCase(ME)) {
            return who.equals(asker);
        }
        if (wanted.equalsIgnoreCase(who.value())) {
            return true;
        }
        List<String> parts = folded(names.apply(who));
        return folded(wanted).stream().allMatch(word -> parts.stream().anyMatch(part -> part.startsWith(word)));
    }

    private static List<String> folded(String name) {
        return name.isBlank()
                ? List.of()
                : Arrays.asList(NormalizedTitle.of(name).value().split(" "));
    }

    /** What was read so far. */
    private static final class Reading {
        private static final Pattern MENTION = Pattern.compile("<@([A-Z0-9]+)(?:\\|[^>]*)?>");
        private static final Pattern STARS = Pattern.compile("[1-5](?:\\.\\d)?");
        private static final int LONGEST_SHOWN = 40;

        private final List<String> people = new ArrayList<>();
        private Optional<LocalDate> since = Optional.empty();
        private Optional<LocalDate> until = Optional.empty();
        private Optional<Double> rating = Optional.empty();

        String take(MatchResult match) {
            String value = Optional.ofNullable(match.group(2))
                    .orElseGet(() -> Optional.ofNullable(match.group(3)).orElse(""))
                    .strip();
            switch (match.group(1).toLowerCase(Locale.ROOT)) {
                case "by" -> people.add(person(value));
                case "since" -> since = Optional.of(day(value, "since", false));
                case "until" -> until = Optional.of(day(value, "until", true));
                default -> rating = Optional.of(stars(value));
            }
            return " ";
        }

        private static String person(String value) {
            String name = MENTION.matcher(value)
                    .replaceAll("$1")
                    .replaceFirst("^@", "")
                    .replace('_', ' ')
                    .strip();
            if (name.chars().noneMatch(Character::isLetterOrDigit)) {
                throw new WrongQuery(TEXTS.say("archive.wrong.name"));
            }
            return name;
        }

        /** A year or a month stands for its first day, or its last. */
        private static LocalDate day(String value, String filter, boolean last) {
            try {
                return switch (value.length()) {
                    case 4 ->
                        last
                                ? Year.parse(value).atMonth(12).atEndOfMonth()
                                : Year.parse(value).atDay(1);
                    case 7 ->
                        last
                                ? YearMonth.parse(value).atEndOfMonth()
                                : YearMonth.parse(value).atDay(1);
                    default -> LocalDate.parse(value);
                };
            } catch (DateTimeException none) {
                throw new WrongQuery(TEXTS.say("archive.wrong.day", "typed", shown(value), "filter", filter));
            }
        }

        private static double stars(String value) {
            if (!STARS.matcher(value).matches() || Double.parseDouble(value) > 5) {
                throw new WrongQuery(TEXTS.say("archive.wrong.rating", "typed", shown(value)));
            }
            return Double.parseDouble(value);
        }

        private static String shown(String value) {
            return ShortText.cut(value, LONGEST_SHOWN);
        }
    }
}

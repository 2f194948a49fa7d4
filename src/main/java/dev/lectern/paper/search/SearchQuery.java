package dev.lectern.paper.search;

import dev.lectern.paper.ShortText;
import dev.lectern.paper.search.PaperSearch.WrongQuery;
import dev.lectern.text.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for, understood.
 *
 * @param text all words outside of filters, those of phrases too, as they were written; may be empty
 * @param phrases what stood in quotation marks: each must stand in a paper word by word
 * @param authors each must be an author's name or a part of one
 * @param organizations each must be the organization's name or some words of it
 * @param since the first day (UTC) that counts
 * @param read whether it must be read, or must not
 */
record SearchQuery(
        String text,
        List<String> phrases,
        List<String> authors,
        List<String> organizations,
        Optional<LocalDate> since,
        Optional<Boolean> read) {
    private static final Texts TEXTS = Texts.of(SearchQuery.class);

    private static final String QUOTE = "[\"“”„«»]";
    /** A filter with its value, or a phrase; everything else is words. */
    private static final Pattern SPECIAL =
            Pattern.compile("(?<![^\\s])(?<filter>(?i:author|org|since|read)):(?:" + QUOTE + "(?<quoted>[^\"“”„«»]*)"
                    + QUOTE + "|(?<value>[^\\s\"“”„«»]*))|" + QUOTE + "(?<phrase>[^\"“”„«»]+)" + QUOTE);

    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");

    SearchQuery {
        phrases = List.copyOf(phrases);
        authors = List.copyOf(authors);
        organizations = List.copyOf(organizations);
    }

    /** @throws WrongQuery when there is nothing to look for, or a filter's value is none */
    static SearchQuery parse(String query) {
        Reading reading = new Reading();
        String text = SPECIAL.matcher(ShortText.clean(query))
                .replaceAll(match -> Matcher.quoteReplacement(reading.take(match)))
                .replaceAll(" +", " ")
                .strip();
        SearchQuery read = reading.query(text);
        if (read.text.isEmpty() && !read.hasFilters()) {
            throw new WrongQuery(TEXTS.say("query.nothing"));
        }
        return read;
    }

    boolean hasFilters() {
        return !authors.isEmpty() || !organizations.isEmpty() || since.isPresent() || read.isPresent();
    }

    /** All words, and the names in filters. */
    String words() {
        return Stream.of(List.of(text), authors, organizations)
                .flatMap(List::stream)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** What was read so far. */
    private static final class Reading {
        private final List<String> phrases = new ArrayList<>();
        private final List<String> authors = new ArrayList<>();
        private final List<String> organizations = new ArrayList<>();
        private Optional<LocalDate> since = Optional.empty();
        private Optional<Boolean> read = Optional.empty();

        /** Keeps what it says, and gives back what of it is words. */
        String take(MatchResult match) {
            String phrase = match.group(4);
            if (phrase != null) {
                phrases.add(phrase);
                return " " + phrase + " ";
            }
            String name = match.group(1);
            String value = Optional.ofNullable(match.group(2))
                    .orElseGet(() -> match.group(3))
                    .strip();
            if (value.isEmpty() && !name.equals(name.toLowerCase(Locale.ROOT))) {
                // "Author: Unknown" is a title.
                return match.group();
            }
            filter(name.toLowerCase(Locale.ROOT), value);
            return " ";
        }

        private void filter(String name, String value) {
            switch (name) {
                case "author" -> authors.add(name(value, "author:vaswani"));
                case "org" -> organizations.add(name(value, "org:mila"));
                case "since" -> since = Optional.of(day(value));
                default -> read = Optional.of(isRead(value));
            }
        }

        private static String name(String value, String example) {
            // An underscore joins what cannot have a space; folding would glue the words.
            String name = value.replace('_', ' ').strip();
            if (Words.folded(name).isEmpty()) {
                throw new WrongQuery(TEXTS.say("query.name", "example", example));
            }
            return name;
        }

        private static LocalDate day(String value) {
            Matcher day = DAY.matcher(value);
            try {
                if (day.matches()) {
                    return LocalDate.of(number(day.group(1)), number(day.group(2)), number(day.group(3)));
                }
            } catch (DateTimeException e) {
                // No such day in the calendar: told below.
            }
            throw new WrongQuery(TEXTS.say("query.day", "value", shown(value)));
        }

        private static int number(@Nullable String digits) {
            return digits == null ? 1 : Integer.parseInt(digits);
        }

        private static boolean isRead(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw new WrongQuery(TEXTS.say("query.read", "value", shown(value)));
            };
        }

        private static String shown(String value) {
            return ShortText.cut(value, 40);
        }

        SearchQuery query(String text) {
            return new SearchQuery(text, phrases, authors, organizations, since, read);
        }
    }
}

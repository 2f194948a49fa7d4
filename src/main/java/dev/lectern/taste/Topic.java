package dev.lectern.taste;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A topic as a run of words that a text may contain: whole words, case aside, each in the singular or the plural. Hyphens
 * and other punctuation only separate words, so that {@code long context} is in {@code Long-Context Models}.
 */
final class Topic {
    static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}+#]+");
    /** Words that look like the plural of another word and are none. */
    private static final Set<String> NO_PLURALS = Set.of("news", "means");

    private static final int SHORTEST_SINGULAR = 2;

    private final List<String> words;

    private Topic(List<String> words) {
        this.words = words;
    }

    static Topic of(String text) {
        return new Topic(words(text));
    }

    /** A text's words in lower case, to look for topics in. */
    static List<String> words(String text) {
        return Stream.of(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether the topic's words stand in the text, next to each other and in order; never for a topic without words. */
    boolean isIn(List<String> text) {
        return !words.isEmpty()
                && IntStream.rangeClosed(0, text.size() - words.size()).anyMatch(at -> standsAt(text, at));
    }

    private boolean standsAt(List<String> text, int at) {
        return IntStream.range(0, words.size()).allMatch(i -> same(words.get(i), text.get(at + i)));
    }

    private static boolean same(String one, String other) {
        return one.equals(other) || isPlural(one, other) || isPlural(other, one);
    }

    private static boolean isPlural(String plural, String singular) {
        if (singular.length() < SHORTEST_SINGULAR || NO_PLURALS.contains(plural)) {
            return false;
        }
        return plural.equals(singular + "s")
                || plural.equals(singular + "es")
                || (singular.endsWith("y") && plural.equals(singular.substring(0, singular.length() - 1) + "ies"));
    }
}

package dev.lectern.taste;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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

    private record Ending(String singular, String plural) {}

    private static final List<Ending> PLURALS =
            List.of(new Ending("", "s"), new Ending("", "es"), new Ending("y", "ies"));

    /** One after the other, each with all forms that count as the same word. */
    private final List<Set<String>> words;

    private Topic(List<Set<String>> words) {
        this.words = words;
    }

    static Topic of(String text) {
        return new Topic(words(text).stream().map(Topic::forms).toList());
    }

    /** A text's words in lower case, to look for topics in. */
    static List<String> words(String text) {
        return Stream.of(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether the topic's words stand in one of the texts, next to each other and in order; never without words. */
    boolean isIn(SubjectWords texts) {
        // Most texts lack one of the words: a look at each of them is enough to pass over these.
        return !words.isEmpty() && mayBeIn(texts) && texts.each().stream().anyMatch(this::isIn);
    }

    private boolean mayBeIn(SubjectWords texts) {
        for (Set<String> forms : words) {
            if (!anyIn(forms, texts.words())) {
                return false;
            }
        }
        return true;
    }

    private static boolean anyIn(Set<String> forms, Set<String> all) {
        for (String form : forms) {
            if (all.contains(form)) {
                return true;
            }
        }
        return false;
    }

    private boolean isIn(List<String> text) {
        for (int at = 0; at + words.size() <= text.size(); at++) {
            if (standsAt(text, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean standsAt(List<String> text, int at) {
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).contains(text.get(at + i))) {
                return false;
            }
        }
        return true;
    }

    /** The word, its plurals, and what it may be the plural of. */
    private static Set<String> forms(String word) {
        Set<String> forms = new HashSet<>();
        forms.add(word);
        plurals(word).filter(plural -> !NO_PLURALS.contains(plural)).forEach(forms::add);
        if (!NO_PLURALS.contains(word)) {
            singulars(word)
                    .filter(singular -> singular.length() >= SHORTEST_SINGULAR)
                    .forEach(forms::add);
        }
        return forms;
    }

    private static Stream<String> plurals(String word) {
        if (word.length() < SHORTEST_SINGULAR) {
            return Stream.empty();
        }
        return PLURALS.stream()
                .filter(ending -> word.endsWith(ending.singular()))
                .map(ending -> replaced(word, ending.singular(), ending.plural()));
    }

    private static Stream<String> singulars(String word) {
        return PLURALS.stream()
                .filter(ending -> word.endsWith(ending.plural()))
                .map(ending -> replaced(word, ending.plural(), ending.singular()));
    }

    private static String replaced(String word, String ending, String by) {
        return word.substring(0, word.length() - ending.length()) + by;
    }
}

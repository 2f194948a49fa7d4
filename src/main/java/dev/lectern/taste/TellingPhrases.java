package dev.lectern.taste;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What some papers are about, in a few phrases for people: the papers' own keywords where they have any, else single
 * words, written as they are in the titles. What the words of a phrase weigh on average decides; no two phrases share a
 * word.
 */
final class TellingPhrases {
    private final List<Subject> papers;
    private final Map<String, Double> weights = new HashMap<>();

    private TellingPhrases(Map<Subject, WordWeights.Bag> papers) {
        this.papers = papers.keySet().stream()
                .sorted(Comparator.comparing(Subject::id))
                .toList();
        // In a fixed order, so that sums come out the same everywhere.
        this.papers.forEach(
                paper -> bag(papers, paper).forEach((word, weight) -> weights.merge(word, weight, Double::sum)));
    }

    private static WordWeights.Bag bag(Map<Subject, WordWeights.Bag> papers, Subject paper) {
        WordWeights.Bag bag = papers.get(paper);
        if (bag == null) {
            throw new IllegalArgumentException("a paper without words");
        }
        return bag;
    }

    /** The most telling first. @param papers each with what its words weigh */
    static List<String> of(Map<Subject, WordWeights.Bag> papers, int max) {
        TellingPhrases phrases = new TellingPhrases(papers);
        List<String> told = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        phrases.take(phrases.keywords(), told, taken, max);
        phrases.take(phrases.words(), told, taken, max);
        return told;
    }

    private void take(Stream<Phrase> candidates, List<String> told, Set<String> taken, int max) {
        candidates.sorted(Phrase.MOST_TELLING_FIRST).forEach(phrase -> {
            if (told.size() < max && phrase.words().stream().noneMatch(taken::contains)) {
                told.add(phrase.written());
                taken.addAll(phrase.words());
            }
        });
    }

    private record Phrase(String written, Set<String> words, double weight) {
        static final Comparator<Phrase> MOST_TELLING_FIRST =
                Comparator.comparingDouble(Phrase::weight).reversed().thenComparing(Phrase::written);
    }

    private Stream<Phrase> keywords() {
        return papers.stream()
                .flatMap(paper -> paper.keywords().stream())
                .distinct()
                .map(keyword -> phrase(keyword, WordWeights.counted(keyword).collect(Collectors.toSet())))
                .filter(phrase -> !phrase.words().isEmpty());
    }

    private Stream<Phrase> words() {
        return weights.keySet().stream().map(word -> phrase(asWritten(word), Set.of(word)));
    }

    private Phrase phrase(String written, Set<String> words) {
        double mean = words.stream()
                .sorted()
                .mapToDouble(word -> weights.getOrDefault(word, 0.0))
                .average()
                .orElse(0);
        return new Phrase(written, words, mean);
    }

    /** As it stands in a title, in small letters unless it is a name such as {@code LoRA}. */
    private String asWritten(String counted) {
        return papers.stream()
                .flatMap(paper -> Arrays.stream(Topic.BETWEEN_WORDS.split(paper.title())))
                .filter(word -> WordWeights.counted(word).anyMatch(counted::equals))
                .map(word -> isName(word) ? word : word.toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(counted);
    }

    private static boolean isName(String word) {
        return word.chars().skip(1).anyMatch(Character::isUpperCase);
    }
}

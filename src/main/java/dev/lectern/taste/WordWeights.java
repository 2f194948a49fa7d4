package dev.lectern.taste;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.Stream;

/**
 * A paper's words, each counted by the logarithm of how often it stands there, times the logarithm of how rare it is
 * among the papers around (tf-idf; Salton and Buckley, 1988), all of it of length 1.
 */
final class WordWeights {
    private static final int TITLE_COUNTS = 3;
    private static final int KEYWORD_COUNTS = 2;
    private static final int SHORTEST = 3;
    private static final Set<String> STOP_WORDS = Set.copyOf(Arrays.asList(
            ("about above across after all also although and any are based been being between both but can could does "
                            + "each even every few for from further given has have having here how however into its "
                            + "itself just large made make many may more most much need new not only other our out "
                            + "over own paper per propose proposed recent results same several show shows since some "
                            + "still such than that the their them then there these they this those three through thus "
                            + "toward towards two under until upon use used using very via was well were what when "
                            + "where whether which while who whose why will with within without work yet you your "
                            + "approach method methods novel introduce present existing achieves demonstrate")
                    .split(" ")));

    private final Map<String, Integer> papersWith;
    private final int papers;

    private WordWeights(Map<String, Integer> papersWith, int papers) {
        this.papersWith = papersWith;
        this.papers = papers;
    }

    static WordWeights among(Collection<Subject> background) {
        Map<String, Integer> papersWith = new HashMap<>();
        background.forEach(
                subject -> counts(subject).keySet().forEach(word -> papersWith.merge(word, 1, Integer::sum)));
        return new WordWeights(papersWith, background.size());
    }

    /** By word, in a fixed order, so that sums come out the same everywhere. */
    Bag of(Subject subject) {
        Map<String, Double> weights = new TreeMap<>();
        counts(subject).forEach((word, count) -> weights.put(word, (1 + Math.log(count)) * rarity(word)));
        double length = Math.sqrt(
                weights.values().stream().mapToDouble(weight -> weight * weight).sum());
        weights.replaceAll((word, weight) -> weight / length);
        return new Bag(
                weights.keySet().toArray(new String[0]),
                weights.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Words in alphabetical order, and what each counts: two are compared in one pass. */
    static final class Bag {
        private final String[] words;
        private final double[] weights;

        private Bag(String[] words, double[] weights) {
            this.words = words;
            this.weights = weights;
        }

        /** The cosine of two papers' weights: 0 where they share no word, 1 where they have the same. */
        double cosine(Bag other) {
            double sum = 0;
            int here = 0;
            int there = 0;
            while (here < words.length && there < other.words.length) {
                int order = words[here].compareTo(other.words[there]);
                if (order == 0) {
                    sum += weights[here] * other.weights[there];
                }
                here += order <= 0 ? 1 : 0;
                there += order >= 0 ? 1 : 0;
            }
            return sum;
        }

        void forEach(ObjDoubleConsumer<String> what) {
            for (int i = 0; i < words.length; i++) {
                what.accept(words[i], weights[i]);
            }
        }
    }

    private double rarity(String word) {
        return Math.log(1 + (papers + 1.0) / papersWith.getOrDefault(word, 1));
    }

    private static Map<String, Integer> counts(Subject subject) {
        Map<String, Integer> counts = new HashMap<>();
        count(subject.title(), TITLE_COUNTS, counts);
        subject.keywords().forEach(keyword -> count(keyword, KEYWORD_COUNTS, counts));
        count(subject.text(), 1, counts);
        return counts;
    }

    private static void count(String text, int times, Map<String, Integer> counts) {
        counted(text).forEach(word -> counts.merge(word, times, Integer::sum));
    }

    /** A text's words as they are counted: in small letters and the singular, without those that tell nothing. */
    static Stream<String> counted(String text) {
        return Topic.words(text).stream()
                .filter(word -> word.length() >= SHORTEST && !STOP_WORDS.contains(word))
                .map(WordWeights::singular);
    }

    private static String singular(String word) {
        return word.length() > SHORTEST && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}

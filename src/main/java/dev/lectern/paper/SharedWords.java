package dev.lectern.paper;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * "More like this" by shared words: the cosine of the papers' word weights, each word counted by the logarithm of how
 * often it stands there, times the logarithm of how rare it is among the papers (tf-idf; Salton and Buckley, 1988).
 */
public final class SharedWords {
    private static final int TITLE_COUNTS = 3;
    private static final int KEYWORD_COUNTS = 2;
    private static final int WORDS_TOLD = 5;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> STOP_WORDS = Set.copyOf(Arrays.asList(
            ("a about above across after all also although an and any are as at based be been being between both but by "
                            + "can could do does each even every few for from further give given has have having here "
                            + "how however however i if in into is it its itself just large made make many may more "
                            + "most much need new no nor not of on one only or other our out over own paper per propose "
                            + "proposed recent results same several show shows since so some still such than that the "
                            + "their them then there these they this those three through thus to toward towards two "
                            + "under until up upon us use used using very via was we well were what when where whether "
                            + "which while who whose why will with within without work yet you your approach method "
                            + "methods novel introduce present existing achieves demonstrate")
                    .split(" ")));

    private SharedWords() {}

    /** At most {@code n} other papers that share a word with this one, the likest first. */
    public static List<Similar> similar(Paper paper, Collection<Paper> all, int n) {
        Map<PaperId, Map<String, Double>> counts = new HashMap<>();
        all.forEach(other -> counts.put(other.id(), counts(other)));
        counts.put(paper.id(), counts(paper));
        Map<String, Double> rarity = rarity(counts.values());
        Map<String, Double> own = weights(counts.getOrDefault(paper.id(), Map.of()), rarity);
        return all.stream()
                .filter(other -> !other.id().equals(paper.id()))
                .map(other -> compare(own, other, weights(counts.getOrDefault(other.id(), Map.of()), rarity)))
                .filter(similar -> similar.score() > 0)
                .sorted(Comparator.comparingDouble(Similar::score)
                        .reversed()
                        .thenComparing(similar -> similar.paper().id()))
                .limit(n)
                .toList();
    }

    private static Map<String, Double> counts(Paper paper) {
        Map<String, Double> counts = new HashMap<>();
        count(paper.title(), TITLE_COUNTS, counts);
        paper.keywords().forEach(keyword -> count(keyword, KEYWORD_COUNTS, counts));
        count(paper.abstractText(), 1, counts);
        paper.shortSummary().ifPresent(summary -> count(summary, 1, counts));
        return counts;
    }

    private static void count(String text, double worth, Map<String, Double> counts) {
        if (text.isBlank()) {
            return;
        }
        for (String word : NO_WORD.split(NormalizedTitle.of(text).value())) {
            if (word.length() > 1 && !STOP_WORDS.contains(word) && !word.chars().allMatch(Character::isDigit)) {
                counts.merge(singular(word), worth, Double::sum);
            }
        }
    }

    /** Agents are agent, but bus and class stay. */
    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.matches(".*(?:ss|us|is)")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    private static Map<String, Double> rarity(Collection<Map<String, Double>> papers) {
        Map<String, Integer> holders = new HashMap<>();
        papers.forEach(words -> words.keySet().forEach(word -> holders.merge(word, 1, Integer::sum)));
        Map<String, Double> rarity = new HashMap<>();
        holders.forEach((word, count) -> rarity.put(word, Math.log(1 + (double) papers.size() / count)));
        return rarity;
    }

    private static Map<String, Double> weights(Map<String, Double> counts, Map<String, Double> rarity) {
        Map<String, Double> weights = new HashMap<>();
        counts.forEach((word, count) -> weights.put(word, (1 + Math.log(count)) * rarity.getOrDefault(word, 0.0)));
        double length = Math.sqrt(
                weights.values().stream().mapToDouble(weight -> weight * weight).sum());
        weights.replaceAll((word, weight) -> weight / length);
        return weights;
    }

    private static Similar compare(Map<String, Double> own, Paper other, Map<String, Double> theirs) {
        Map<String, Double> shared = new HashMap<>();
        own.forEach((word, weight) -> {
            double product = weight * theirs.getOrDefault(word, 0.0);
            if (product > 0) {
                shared.put(word, product);
            }
        });
        double score = shared.values().stream().mapToDouble(Double::doubleValue).sum();
        List<String> words = shared.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(WORDS_TOLD)
                .map(Map.Entry::getKey)
                .toList();
        return new Similar(other, Math.min(1, score), words);
    }
}

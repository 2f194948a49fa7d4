package dev.lectern.paper.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Picks the sentences that tell most of a text: near to the middle of all of them, and not alike each other (maximal
 * marginal relevance), in the order of the text.
 *
 * @see <a href="https://doi.org/10.1145/290941.291025">Carbonell and Goldstein 1998, on maximal marginal relevance</a>
 * @see <a href="https://doi.org/10.1016/j.ipm.2003.10.006">Radev et al. 2004, on summaries by centroids</a>
 */
final class TellingSentences {
    /** More than a card shows is of no use. */
    private static final int MOST = 3;
    /** UTF-16 units, of all that are picked. */
    private static final int ROOM = 300;
    /** What nearness to the middle counts beside being unlike what was picked before. */
    private static final double RELEVANCE = 0.6;
    /** Nearer than this are as good as each other; then the earlier one stands before. */
    private static final double TIE = 1e-6;

    private TellingSentences() {}

    /** Whether there is anything to pick: of two sentences none can be left out. */
    static boolean canChoose(List<String> sentences) {
        return sentences.size() > 2 && sentences.stream().anyMatch(sentence -> sentence.length() <= ROOM);
    }

    /**
     * Whether these words can be what {@link #pick} answered for that text: a few pieces of it, in its order. However
     * another version splits sentences, so that two of them, on one Redis, take each other's for good.
     */
    static boolean areOf(String telling, String text) {
        String rest = telling;
        int from = 0;
        for (int pieces = 0; pieces < MOST && !rest.isEmpty(); pieces++) {
            int length = longestStart(rest, text, from);
            from = text.indexOf(rest.substring(0, length), from) + length;
            rest = rest.substring(length).strip();
        }
        return rest.isEmpty();
    }

    /** How much of the words, from their beginning, stands in the text somewhere after that place. */
    private static int longestStart(String words, String text, int from) {
        int found = 0;
        int missed = words.length() + 1;
        while (missed - found > 1) {
            int length = (found + missed) / 2;
            if (text.indexOf(words.substring(0, length), from) >= 0) {
                found = length;
            } else {
                missed = length;
            }
        }
        return found;
    }

    /**
     * The most telling sentences, together.
     *
     * @param sentences such that {@link #canChoose}
     * @param vectors one of each sentence, of length 1
     */
    static String pick(List<String> sentences, List<float[]> vectors) {
        float[] middle = middle(vectors);
        SortedSet<Integer> picked = new TreeSet<>();
        int room = ROOM;
        Optional<Integer> next = best(sentences, vectors, middle, picked, room);
        while (next.isPresent() && picked.size() < MOST) {
            picked.add(next.get());
            room -= sentences.get(next.get()).length() + 1;
            next = best(sentences, vectors, middle, picked, room);
        }
        return picked.stream().map(sentences::get).collect(Collectors.joining(" "));
    }

    private static Optional<Integer> best(
            List<String> sentences, List<float[]> vectors, float[] middle, SortedSet<Integer> picked, int room) {
        List<Integer> open = IntStream.range(0, sentences.size())
                .filter(i -> !picked.contains(i) && sentences.get(i).length() <= room)
                .boxed()
                .toList();
        Optional<Integer> best = Optional.empty();
        double highest = Double.NEGATIVE_INFINITY;
        for (int i : open) {
            double score = RELEVANCE * product(vectors.get(i), middle)
                    - (1 - RELEVANCE) * nearest(vectors.get(i), vectors, picked);
            if (score > highest + TIE) {
                best = Optional.of(i);
                highest = score;
            }
        }
        return best;
    }

    private static double nearest(float[] vector, List<float[]> vectors, SortedSet<Integer> picked) {
        return picked.stream()
                .map(i -> product(vector, vectors.get(i)))
                .max(Comparator.naturalOrder())
                .orElse(0.0);
    }

    /** The mean, made as long as the vectors are. */
    private static float[] middle(List<float[]> vectors) {
        float[] sum = new float[vectors.get(0).length];
        for (float[] vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        double length = Math.sqrt(product(sum, sum));
        for (int i = 0; i < sum.length; i++) {
            sum[i] = length == 0 ? 0 : (float) (sum[i] / length);
        }
        return sum;
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}

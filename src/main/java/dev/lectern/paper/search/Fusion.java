package dev.lectern.paper.search;

/**
 * How the two halves of an answer are joined: what the words say, and what the vectors say. A convex combination of
 * scores on scales of their own, rather than of ranks (Bruch, Gai and Ingber, "An Analysis of Fusion Functions for
 * Hybrid Retrieval", ACM TOIS 2023); how much the vectors weigh depends on how well the best paper has the words. The
 * numbers were chosen on the half of the papers whose arXiv id ends with an even digit.
 */
final class Fusion {
    /** Where some paper says what is asked for, word by word, vectors only break ties. */
    private static final double LEAST_WEIGHT = 0.02;
    /** Added for each unit that the best paper falls short of {@link #WELL_SAID}. */
    private static final double WEIGHT_OF_SHORTAGE = 0.2;
    /** BM25 counts one mention in a text of usual length by a little less than half of a word's rarity. */
    private static final double WELL_SAID = 0.5;

    /** So many standard deviations above the mean cosine is near in meaning: about one paper in fifty. */
    private static final double NEAR = 2;

    private final float[] words;
    private final float[] cosines;
    private final double mean;
    private final double deviation;
    private final double weight;

    /**
     * @param words from 0 to 1, as {@link WordScores} counts
     * @param cosines with the question; NaN for papers without a vector, which count as of average nearness
     */
    Fusion(float[] words, float[] cosines) {
        this.words = words;
        this.cosines = cosines;
        int count = 0;
        double sum = 0;
        double squares = 0;
        for (float cosine : cosines) {
            if (!Float.isNaN(cosine)) {
                count++;
                sum += cosine;
                squares += (double) cosine * cosine;
            }
        }
        this.mean = count == 0 ? 0 : sum / count;
        this.deviation = count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean * mean));
        this.weight = LEAST_WEIGHT + WEIGHT_OF_SHORTAGE * Math.max(0, WELL_SAID - best(words));
    }

    private static double best(float[] words) {
        float best = 0;
        for (float score : words) {
            best = Math.max(best, score);
        }
        return best;
    }

    /** Whether it answers the question at all: it has one of the words, or is near in meaning. */
    boolean fits(int document) {
        return hasWords(document) || nearness(document) >= NEAR;
    }

    boolean hasWords(int document) {
        return words[document] > 0;
    }

    double score(int document) {
        return words[document] + weight * nearness(document);
    }

    /** In standard deviations above the mean. */
    private double nearness(int document) {
        return Float.isNaN(cosines[document]) || deviation == 0 ? 0 : (cosines[document] - mean) / deviation;
    }
}

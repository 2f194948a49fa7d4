package dev.lectern.paper.search;

import java.util.Locale;

/**
 * A model that takes no time: each longer word has a dimension of its own, and texts with the same words are near. As
 * with the real one, all texts have so much in common that cosines lie in a narrow band around 0.7.
 */
public final class WordsEmbedder implements Embedder {
    private static final int DIMENSIONS = 384;
    private static final int SHORTEST = 4;
    private static final double IN_COMMON = 1.45;

    @Override
    public String model() {
        return "words";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] embed(String text) {
        float[] vector = new float[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
            if (word.length() >= SHORTEST) {
                vector[1 + Math.floorMod(word.hashCode() * 0x9E3779B9, DIMENSIONS - 1)] += 1;
            }
        }
        double length = length(vector);
        vector[0] = (float) (IN_COMMON * (length == 0 ? 1 : length));
        double whole = length(vector);
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= (float) whole;
        }
        return vector;
    }

    private static double length(float[] vector) {
        double square = 0;
        for (float component : vector) {
            square += component * component;
        }
        return Math.sqrt(square);
    }
}

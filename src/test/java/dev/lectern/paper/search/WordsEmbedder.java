package dev.lectern.paper.search;

import java.util.Locale;
import java.util.Random;

/** A model that takes no time: each word has a direction of its own, and texts with the same words are near. */
public final class WordsEmbedder implements Embedder {
    private static final int DIMENSIONS = 32;

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
        double[] sum = new double[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
            Random direction = new Random(word.hashCode());
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += direction.nextGaussian();
            }
        }
        double square = 0;
        for (double component : sum) {
            square += component * component;
        }
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (sum[i] / Math.sqrt(square));
        }
        return vector;
    }
}

package dev.lectern.taste;

import static dev.lectern.Samples.paper;

import dev.lectern.paper.PaperId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Papers with made-up vectors that lie as bge-small's do: close together all of them, closer on one continent, and two
 * that tell the same.
 */
public final class Planet {
    public static final int PAPERS = 60;
    public static final int CONTINENTS = 5;
    public static final PaperId OF = paper(10);
    /** Tells the same as {@link #OF}. */
    public static final PaperId TWIN = paper(5);

    private static final int DIMENSIONS = 96;

    private Planet() {}

    public static int continent(PaperId paper) {
        return Integer.parseInt(paper.value().substring(5)) % CONTINENTS;
    }

    static List<PaperId> papers() {
        return IntStream.range(0, PAPERS).mapToObj(i -> paper(i)).toList();
    }

    public static Likeness likeness(long seed) {
        return Likeness.among(
                papers().stream()
                        .map(id -> new Subject(id, "Paper " + id, List.of("land " + continent(id)), ""))
                        .toList(),
                vectors(new Random(seed)));
    }

    static Map<PaperId, float[]> vectors(Random random) {
        double[] common = gaussian(random);
        double[][] lands =
                IntStream.range(0, CONTINENTS).mapToObj(i -> gaussian(random)).toArray(double[][]::new);
        Map<PaperId, float[]> vectors = new HashMap<>();
        for (PaperId paper : papers()) {
            double[] own = gaussian(random);
            double[] land = lands[continent(paper)];
            float[] vector = new float[DIMENSIONS];
            for (int i = 0; i < DIMENSIONS; i++) {
                vector[i] = (float) (1.7 * common[i] + 0.62 * land[i] + 0.6 * own[i]);
            }
            vectors.put(paper, unit(vector));
        }
        vectors.put(TWIN, vectors.get(OF));
        return vectors;
    }

    private static double[] gaussian(Random random) {
        return IntStream.range(0, DIMENSIONS)
                .mapToDouble(i -> random.nextGaussian())
                .toArray();
    }

    private static float[] unit(float[] vector) {
        double length = Math.sqrt(Spread.dot(vector, vector));
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }
}

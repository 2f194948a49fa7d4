package dev.lectern.taste;

import dev.lectern.paper.PaperId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How the cosines of vectors are spread: models differ in it, and bge-small's lie in a narrow band, so that only the
 * distance from the mean in standard deviations says something.
 */
record Spread(double mean, double deviation) {
    /** Of all pairs of 1,076 papers of Daily Papers by bge-small-en-v1.5: what few papers are measured by. */
    private static final Spread USUAL = new Spread(0.726, 0.053);

    private static final int USUAL_COUNTS = 20;
    /** Enough for the mean and the deviation, and few enough to be quick. */
    private static final int MOST = 200;

    private static final int FEWEST = 20;
    private static final double NARROWEST = 0.01;

    /** Of the cosines of all pairs; where there are few vectors, drawn to what is usual. */
    static Spread of(Map<PaperId, float[]> vectors) {
        List<float[]> some = evenly(vectors);
        double[] cosines = IntStream.range(0, some.size())
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, i).mapToDouble(j -> dot(some.get(i), some.get(j))))
                .toArray();
        Spread seen = cosines.length == 0 ? USUAL : measured(cosines);
        double counts = some.size() / (double) (some.size() + USUAL_COUNTS);
        return new Spread(
                counts * seen.mean + (1 - counts) * USUAL.mean,
                counts * seen.deviation + (1 - counts) * USUAL.deviation);
    }

    /** Of these vectors' cosines with one other; empty for so few that it says nothing. */
    static Optional<Spread> to(float[] one, Collection<float[]> others) {
        return others.size() < FEWEST
                ? Optional.empty()
                : Optional.of(measured(others.stream()
                        .mapToDouble(other -> dot(one, other))
                        .sorted()
                        .toArray()));
    }

    private static List<float[]> evenly(Map<PaperId, float[]> vectors) {
        List<float[]> all = vectors.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        int step = (all.size() + MOST - 1) / MOST;
        return IntStream.range(0, all.size())
                .filter(i -> i % Math.max(1, step) == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static Spread measured(double[] cosines) {
        double mean = DoubleStream.of(cosines).average().orElse(USUAL.mean);
        double variance = DoubleStream.of(cosines)
                .map(c -> (c - mean) * (c - mean))
                .average()
                .orElse(0);
        return new Spread(mean, Math.max(NARROWEST, Math.sqrt(variance)));
    }

    double deviations(double cosine) {
        return (cosine - mean) / deviation;
    }

    static double dot(float[] one, float[] other) {
        // Four sums beside each other: a single one would wait for each addition before it begins the next.
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < one.length; i += 4) {
            first += one[i] * other[i];
            second += one[i + 1] * other[i + 1];
            third += one[i + 2] * other[i + 2];
            fourth += one[i + 3] * other[i + 3];
        }
        for (; i < one.length; i++) {
            first += one[i] * other[i];
        }
        return first + second + third + fourth;
    }
}

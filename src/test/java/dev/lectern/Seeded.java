package dev.lectern;

import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Checks that something holds for many generated cases, the same ones every time; a failure names the case's seed. */
public final class Seeded {
    private static final int FIRST_SEED = 20260402;

    private Seeded() {}

    public static void times(int cases, Consumer<Random> property) {
        IntStream.range(FIRST_SEED, FIRST_SEED + cases).forEach(seed -> once(seed, property));
    }

    /** One case again, by the seed that a failure named. */
    public static void once(long seed, Consumer<Random> property) {
        try {
            property.accept(new Random(seed));
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("with seed " + seed + ": " + failure.getMessage(), failure);
        }
    }
}

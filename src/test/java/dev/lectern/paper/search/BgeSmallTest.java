package dev.lectern.paper.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BgeSmallTest {
    private final Embedder model = new BgeSmall();

    @Test
    void texts_of_like_meaning_are_nearer_than_others() {
        float[] forgets = model.embed("Agents that forget what they were told");
        float[] memory = model.embed("Long-term memory for language model agents");
        float[] cooking = model.embed("How to bake sourdough bread at home");
        assertThat(forgets).hasSize(model.dimensions());
        assertThat(product(forgets, forgets)).isCloseTo(1, within(1e-3));
        assertThat(product(forgets, memory)).isGreaterThan(product(forgets, cooking));
    }

    @Test
    void no_text_is_too_short_or_too_long() {
        assertThat(model.embed("")).hasSize(model.dimensions());
        assertThat(model.embed("agent ".repeat(5_000))).hasSize(model.dimensions());
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}

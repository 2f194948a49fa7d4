package dev.lectern.paper.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TellingSentencesTest {
    private static final float[] X = {1, 0, 0};
    private static final float[] Y = {0, 1, 0};
    private static final float[] Z = {0, 0, 1};
    private static final float[] XY = {0.7071f, 0.7071f, 0};
    /** With it, one is full. */
    private static final String LONG = "l".repeat(200) + ".";

    @Test
    void the_sentence_nearest_to_the_middle_of_all_comes_first() {
        assertThat(TellingSentences.pick(List.of("x" + LONG, "y" + LONG, "xy" + LONG), List.of(X, Y, XY)))
                .isEqualTo("xy" + LONG);
    }

    @Test
    void of_two_that_say_the_same_one_is_enough_and_they_stand_in_the_order_of_the_text() {
        String half = "h".repeat(120) + ".";
        assertThat(TellingSentences.pick(
                        List.of("z" + half, "x" + half, "x'" + half, "x''" + half), List.of(Z, X, X, X)))
                .isEqualTo("z" + half + " x" + half);
    }

    @Test
    void of_equals_the_earlier_one_is_taken() {
        assertThat(TellingSentences.pick(List.of("a" + LONG, "b" + LONG, "c" + LONG), List.of(X, X, X)))
                .isEqualTo("a" + LONG);
    }

    @Test
    void a_sentence_that_is_too_long_for_a_card_is_left_out_as_a_whole() {
        List<String> sentences = List.of("x".repeat(301), "y.", "z.");
        assertThat(TellingSentences.canChoose(sentences)).isTrue();
        assertThat(TellingSentences.pick(sentences, List.of(X, Y, Z))).isEqualTo("y. z.");
        assertThat(TellingSentences.canChoose(List.of("x".repeat(301), "y".repeat(301), "z".repeat(301))))
                .isFalse();
        assertThat(TellingSentences.canChoose(List.of("a.", "b."))).isFalse();
    }

    @Test
    void whatever_the_vectors_whole_sentences_are_picked_that_fit_and_are_known_again() {
        Seeded.times(1000, random -> {
            int count = 3 + random.nextInt(10);
            List<String> sentences = new ArrayList<>();
            List<float[]> vectors = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                sentences.add(words(random, 1 + random.nextInt(60)));
                vectors.add(new WordsEmbedder().embed(sentences.get(i)));
            }
            if (!TellingSentences.canChoose(sentences)) {
                return;
            }
            String picked = TellingSentences.pick(sentences, vectors);
            assertThat(picked).isNotEmpty().hasSizeLessThanOrEqualTo(300);
            assertThat(subsets(sentences)).contains(picked);
            assertThat(TellingSentences.areOf(picked, String.join(" ", sentences)))
                    .isTrue();
            assertThat(TellingSentences.areOf(picked, words(random, 30).toUpperCase(Locale.ROOT)))
                    .isFalse();
        });
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                        .mapToObj(i ->
                                Character.toString('a' + random.nextInt(20)).repeat(1 + random.nextInt(8)))
                        .collect(Collectors.joining(" "))
                + ".";
    }

    private static List<String> subsets(List<String> sentences) {
        List<String> subsets = new ArrayList<>();
        for (int bits = 1; bits < 1 << sentences.size(); bits++) {
            if (Integer.bitCount(bits) <= 3) {
                int chosen = bits;
                subsets.add(IntStream.range(0, sentences.size())
                        .filter(i -> (chosen & 1 << i) != 0)
                        .mapToObj(sentences::get)
                        .collect(Collectors.joining(" ")));
            }
        }
        return subsets;
    }
}

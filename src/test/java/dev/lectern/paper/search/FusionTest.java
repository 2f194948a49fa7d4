package dev.lectern.paper.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FusionTest {
    private static final float NONE = Float.NaN;

    @Test
    void where_words_find_it_vectors_only_break_ties() {
        Fusion fusion = new Fusion(new float[] {0.6f, 0.6f, 0.5f, 0}, new float[] {0.5f, 0.6f, 0.7f, 0.4f});
        assertThat(fusion.score(1)).isGreaterThan(fusion.score(0));
        assertThat(fusion.score(0)).isGreaterThan(fusion.score(2));
    }

    @Test
    void where_words_fail_vectors_decide() {
        Fusion fusion = new Fusion(new float[] {0.1f, 0.05f, 0}, new float[] {0.5f, 0.9f, 0.5f});
        assertThat(fusion.score(1)).isGreaterThan(fusion.score(0));
        assertThat(fusion.score(0)).isGreaterThan(fusion.score(2));
    }

    @Test
    void a_paper_without_a_vector_counts_as_of_average_nearness() {
        Fusion fusion = new Fusion(new float[] {0.2f, 0.2f, 0.2f, 0.2f}, new float[] {0.4f, NONE, 0.6f, 0.5f});
        assertThat(fusion.score(1)).isEqualTo(0.2, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(fusion.score(2)).isGreaterThan(fusion.score(1));
        assertThat(fusion.score(0)).isLessThan(fusion.score(1));
        Fusion wordsAlone = new Fusion(new float[] {0.1f, 0.2f}, new float[] {NONE, NONE});
        assertThat(wordsAlone.score(1)).isGreaterThan(wordsAlone.score(0));
    }

    @Test
    void only_what_has_a_word_or_stands_out_in_meaning_fits() {
        float[] words = new float[30];
        float[] cosines = new float[30];
        java.util.Arrays.fill(cosines, 0.5f);
        words[3] = 0.01f;
        cosines[7] = 0.9f;
        Fusion fusion = new Fusion(words, cosines);
        for (int i = 0; i < words.length; i++) {
            assertThat(fusion.fits(i)).as("%s", i).isEqualTo(i == 3 || i == 7);
            assertThat(fusion.hasWords(i)).as("%s", i).isEqualTo(i == 3);
        }
    }
}

package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizedTitleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "$\\text{Memory}^3$: Language Modeling~Memory³ – language   modeling",
                "$\\text{Memory}^3$: Language Modeling~Memory^3: Language Modeling",
                "D$^{2}$MoE: Dual Routing~D2MoE: Dual Routing",
                "A Simple $L_2$ Norm~A Simple L_2\u00A0Norm",
                "Effective 2D \\& 3D Segmentation~Effective 2D and 3D Segmentation",
                "On $\\alpha$-Stable Noise~On α‐stable noise",
                "Schr\\\"odinger Bridges~Schrödinger bridges",
                "Schrödinger Bridges~Schro\u0308dinger bridges",
                "“Quoted” — Titles~\"quoted\": titles",
                "B'MOJO: Hybrid~B’MOJO: Hybrid",
                "ﬁne-tuning~Fine Tuning",
                "Straße~STRASSE",
            })
    void ways_to_write_one_title_are_one(String one, String other) {
        assertThat(NormalizedTitle.of(one)).isEqualTo(NormalizedTitle.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"C++ Agents~C Agents", "Llama 2~Llama 3", "日本語の論文~中文论文", "A B~AB"})
    void different_titles_stay_different(String one, String other) {
        assertThat(NormalizedTitle.of(one)).isNotEqualTo(NormalizedTitle.of(other));
    }

    @Test
    void a_title_of_signs_alone_is_a_title() {
        assertThat(NormalizedTitle.of("???")).isNotEqualTo(NormalizedTitle.of("!!!"));
        assertThatThrownBy(() -> NormalizedTitle.of(" \u00A0")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void normalizing_twice_changes_nothing() {
        long seed = 20260401;
        System.out.println("NormalizedTitleTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String title = RandomText.title(random);
            String once = NormalizedTitle.of(title).value();
            assertThat(NormalizedTitle.of(once).value()).as(title).isEqualTo(once);
        }
    }
}

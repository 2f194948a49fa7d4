package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedWordsTest {

    @Test
    void papers_that_share_rare_words_come_first_and_say_which() {
        Paper asked = paper("Speech Recognition on Edge Devices", "quantization of speech models");
        Paper close = paper("Quantized Speech Recognition", "speech on phones");
        Paper far = paper("Models for Robots", "robots learn models");
        Paper other = paper("Proteins", "folding");
        List<Similar> similar = SharedWords.similar(asked, List.of(other, far, close, asked), 5);
        assertThat(similar).extracting(Similar::paper).containsExactly(close, far);
        assertThat(similar.get(0).sharedWords())
                .contains("speech", "recognition")
                .doesNotContain("on");
        assertThat(similar.get(1).sharedWords()).containsExactly("model");
    }

    @Test
    void a_rare_word_counts_more_than_one_that_all_have() {
        Paper asked = paper("Tokens and proteins", "");
        Paper rare = paper("Proteins folded", "");
        Paper common = paper("Tokens counted", "");
        List<Paper> all = List.of(common, rare, paper("Tokens again", ""), paper("Tokens forever", ""));
        List<Similar> similar = SharedWords.similar(asked, all, 4);
        assertThat(similar.get(0).paper()).isEqualTo(rare);
        assertThat(similar.get(0).score()).isGreaterThan(2 * similar.get(1).score());
    }

    @Test
    void a_plural_is_the_same_word() {
        Paper asked = paper("Agent memory", "");
        assertThat(SharedWords.similar(asked, List.of(paper("Agents everywhere", "")), 1)
                        .get(0)
                        .sharedWords())
                .containsExactly("agent");
    }

    @Test
    void likeness_is_mutual_between_0_and_1_and_at_most_n_are_told() {
        Random random = new Random(11);
        List<Paper> papers = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            papers.add(paper(i + " " + RandomText.title(random), RandomText.of(random, 60)));
        }
        for (Paper one : papers) {
            List<Similar> all = SharedWords.similar(one, papers, 100);
            assertThat(all).allSatisfy(similar -> {
                assertThat(similar.score()).isBetween(0.0, 1.0);
                assertThat(similar.paper()).isNotEqualTo(one);
                double back = SharedWords.similar(similar.paper(), papers, 100).stream()
                        .filter(other -> other.paper().equals(one))
                        .findFirst()
                        .orElseThrow()
                        .score();
                assertThat(back).isCloseTo(similar.score(), org.assertj.core.data.Offset.offset(1e-9));
            });
            assertThat(SharedWords.similar(one, papers, 3)).isEqualTo(all.subList(0, Math.min(3, all.size())));
        }
    }

    private static Paper paper(String title, String text) {
        return Paper.added(Draft.titled(title).withAbstract(text), Instant.EPOCH);
    }
}

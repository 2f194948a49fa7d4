package dev.lectern.taste;

import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.PaperId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TellingPhrasesTest {
    private static final Subject DRAFTS =
            new Subject(paper(1), "MARS: Reading Ahead", List.of("speculative decoding", "serving", "robots"), "");
    private static final Subject TREES =
            new Subject(paper(2), "Trees of Guesses", List.of("speculative decoding", "decoding trees"), "");
    private static final Subject BARE = new Subject(paper(3), "MARS Merges LoRAs", List.of(), "Merges them.");

    private static List<String> phrases(List<Subject> more, int max, Subject... of) {
        List<Subject> all =
                Stream.concat(more.stream(), Stream.of(DRAFTS, TREES, BARE)).toList();
        List<PaperId> asked = Stream.of(of).map(Subject::id).toList();
        return Likeness.among(all, Map.of()).tellingPhrases(asked, max);
    }

    private static List<Subject> robots() {
        return IntStream.range(10, 60)
                .mapToObj(i -> new Subject(paper(i), "A Robot", List.of("robots"), "Robots make tea."))
                .toList();
    }

    @Test
    void keywords_tell_what_papers_are_about_those_of_several_first_and_common_ones_last() {
        assertThat(phrases(robots(), 3, DRAFTS, TREES)).containsExactly("speculative decoding", "serving", "robots");
        assertThat(phrases(robots(), 1, DRAFTS)).containsExactly("serving");
    }

    @Test
    void no_two_phrases_share_a_word() {
        assertThat(phrases(robots(), 9, TREES))
                .contains("decoding trees")
                .doesNotContain("speculative decoding", "decoding", "trees")
                .doesNotHaveDuplicates();
    }

    @Test
    void without_keywords_words_tell_it_as_they_are_written_in_the_title() {
        assertThat(phrases(robots(), 3, BARE)).containsExactlyInAnyOrder("MARS", "merges", "LoRAs");
    }

    @Test
    void there_are_never_more_than_wanted_and_the_order_of_papers_does_not_matter() {
        List<Subject> all = new ArrayList<>(List.of(DRAFTS, TREES, BARE));
        List<String> told = phrases(robots(), 4, all.toArray(Subject[]::new));
        assertThat(told).hasSize(4);
        Collections.shuffle(all, new Random(4));
        assertThat(phrases(robots(), 4, all.toArray(Subject[]::new))).isEqualTo(told);
        assertThat(phrases(robots(), 0, DRAFTS)).isEmpty();
        assertThat(phrases(robots(), 3)).isEmpty();
    }
}

package dev.lectern.remember;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArchiveWordsTest {
    private static final List<List<String>> TEXTS = List.of(
            List.of("Training agents in a world", "Émile Zola"),
            List.of("World models", "Ada Moreau", "an agent learns"),
            List.of("Learning to trade", "Models of the world"));

    @Test
    void all_words_must_stand_in_a_text_by_their_stems_in_any_of_its_parts() {
        assertThat(ArchiveWords.matching(TEXTS, "agents")).containsExactlyInAnyOrder(0, 1);
        assertThat(ArchiveWords.matching(TEXTS, "WORLD, model")).containsExactlyInAnyOrder(1, 2);
        assertThat(ArchiveWords.matching(TEXTS, "emile training")).containsExactly(0);
        assertThat(ArchiveWords.matching(TEXTS, "emile models")).isEmpty();
    }

    @Test
    void quoted_words_must_stand_together_within_one_part() {
        assertThat(ArchiveWords.matching(TEXTS, "“world models”")).containsExactly(1);
        assertThat(ArchiveWords.matching(TEXTS, "\"trade models\"")).isEmpty();
    }

    @Test
    void without_a_word_everything_matches_and_nothing_where_there_is_nothing() {
        assertThat(ArchiveWords.matching(TEXTS, "?! \"…\"")).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(ArchiveWords.matching(List.of(), "world")).isEmpty();
        assertThat(ArchiveWords.matching(List.of(List.of()), "world")).isEmpty();
    }

    @Test
    void what_query_language_elsewhere_means_means_nothing_here() {
        for (String query : List.of("(world", "world AND", "title:world", "wor*", "world~", "\"world")) {
            assertThat(ArchiveWords.matching(TEXTS, query)).as(query).isNotNull();
        }
    }

    @Test
    void of_many_texts_each_is_found_at_its_own_place() {
        Random random = new Random(6);
        List<List<String>> many = IntStream.range(0, 3_000)
                .mapToObj(i -> List.of("paper number" + i, "x".repeat(random.nextInt(200))))
                .toList();
        for (int i = 0; i < 20; i++) {
            int place = random.nextInt(many.size());
            assertThat(ArchiveWords.matching(many, "number" + place)).isEqualTo(Set.of(place));
        }
    }
}

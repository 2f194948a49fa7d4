package dev.lectern.paper.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Seeded;
import dev.lectern.paper.SharedData;
import dev.lectern.redis.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SentencesTest {
    @Test
    void a_text_is_split_after_its_full_stops_and_questions() {
        assertThat(Sentences.of("Do agents forget? They do! We show that 3.5 % of facts are lost. Code is at x.org."))
                .containsExactly(
                        "Do agents forget?", "They do!", "We show that 3.5 % of facts are lost.", "Code is at x.org.");
        assertThat(Sentences.of("No end")).containsExactly("No end");
        assertThat(Sentences.of("")).isEmpty();
        assertThat(Sentences.of("第一句。第二句。")).containsExactly("第一句。", "第二句。");
    }

    @Test
    void an_abbreviation_or_an_initial_is_no_end() {
        assertThat(Sentences.of("As Smith et al. We follow. Models, e.g. Claude, learn. A. Turing asked."))
                .containsExactly("As Smith et al. We follow.", "Models, e.g. Claude, learn.", "A. Turing asked.");
    }

    @Test
    void a_formula_a_group_an_escape_and_parentheses_stay_whole() {
        for (String whole : List.of(
                "It costs $O(n). And C$ time.",
                "The \\textbf{best. Ever} one.",
                "Take \\(x. Y\\) for it.",
                "We scale (up. And down) at will.",
                "Written in \\. Istanbul.")) {
            assertThat(Sentences.of(whole + " Next one.")).containsExactly(whole, "Next one.");
        }
    }

    @Test
    void a_dollar_sign_that_is_money_does_not_glue_the_rest_together() {
        assertThat(Sentences.of("It costs \\$5 only. " + "A sentence of some length stands here. ".repeat(12)))
                .hasSize(13);
        assertThat(Sentences.of("It costs $5 only. " + "A sentence of some length stands here. ".repeat(12)))
                .hasSize(13);
    }

    @Test
    void whatever_the_text_nothing_is_lost() {
        String alphabet = "aB. $\\{}()?!。 e.g. \n\uD83D\uDE00";
        Seeded.times(2000, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(String.join("", Sentences.of(text.toString())).replaceAll("\\s", ""))
                    .isEqualTo(text.toString().replaceAll("\\s", ""));
        });
    }

    @Test
    void real_abstracts_have_sentences_of_a_sensible_length() throws IOException {
        int abstracts = 0;
        int sentences = 0;
        for (Path file : SharedData.dailyPapers()) {
            for (JsonNode row : Json.MAPPER.readTree(Files.readString(file))) {
                List<String> found =
                        Sentences.of(row.path("paper").path("summary").asString());
                abstracts++;
                sentences += found.size();
                assertThat(found).hasSizeBetween(1, 40);
            }
        }
        assertThat(abstracts).isGreaterThan(1000);
        assertThat((double) sentences / abstracts).isBetween(5.0, 12.0);
    }
}

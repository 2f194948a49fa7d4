package dev.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestWordTest {
    private static final List<String> VERBS =
            List.of("help", "setup", "nominate", "backlog", "vote", "present", "settings");

    @ParameterizedTest
    @CsvSource({
        "hepl, help",
        "nomnate, nominate",
        "NOMINTAE, nominate",
        "bakclog, backlog",
        "votes, vote",
        "presnet, present",
        "nom, nominate",
        "ovte, vote",
        "help, help"
    })
    void a_slip_finds_the_word_that_was_meant(String typed, String meant) {
        assertThat(NearestWord.to(typed, VERBS)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "x", "dance", "qwertyuiop", "no"})
    void a_word_far_from_all_finds_none(String typed) {
        assertThat(NearestWord.to(typed, VERBS)).isEmpty();
    }

    @Test
    void of_two_as_near_the_alphabet_decides() {
        assertThat(NearestWord.to("cat", List.of("rat", "bat"))).contains("bat");
        assertThat(NearestWord.to("cat", List.of("bat", "rat"))).contains("bat");
    }

    @Test
    void more_than_three_slips_are_too_many_in_the_longest_word() {
        List<String> known = List.of("reinforcement learning");
        assertThat(NearestWord.to("reinforsement lerning!", known)).isPresent();
        assertThat(NearestWord.to("rainforsement lerning!", known)).isEmpty();
    }

    @Test
    void without_known_words_there_is_none() {
        assertThat(NearestWord.to("help", List.of())).isEmpty();
    }

    @Test
    void one_slip_in_any_longer_word_is_forgiven() {
        List<String> words = List.of("nominate", "backlog", "present", "settings");
        Seeded.times(500, random -> {
            String word = Samples.oneOf(words, random);
            String typed = slipped(word, random);
            assertThat(NearestWord.to(typed, words)).as(typed).contains(word);
        });
    }

    private static String slipped(String word, Random random) {
        int at = random.nextInt(word.length() - 1);
        String before = word.substring(0, at);
        String letter = String.valueOf((char) ('a' + random.nextInt(26)));
        String slipped = switch (random.nextInt(4)) {
            case 0 -> before + word.substring(at + 1);
            case 1 -> before + letter + word.substring(at);
            case 2 -> before + letter + word.substring(at + 1);
            default -> before + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
        return random.nextBoolean() ? slipped : slipped.toUpperCase(Locale.ROOT);
    }
}

package dev.lectern.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTextTest {
    @ParameterizedTest
    @CsvSource({
        "Deutsch, GERMAN",
        "' german ', GERMAN",
        "de, GERMAN",
        "ドイツ語, GERMAN",
        "日本語, JAPANESE",
        "Japanisch, JAPANESE",
        "JAPANESE, JAPANESE",
        "english, ENGLISH",
        "Englisch, ENGLISH",
    })
    void a_language_is_read_by_its_name_in_any_of_the_languages(String typed, Language language) {
        assertThat(LanguageText.read(typed)).contains(language);
    }

    @Test
    void what_is_no_language_of_ours_is_none() {
        assertThat(LanguageText.read("Klingon")).isEmpty();
        assertThat(LanguageText.read("")).isEmpty();
    }
}

package dev.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language is spoken where, and how it writes days and lists. */
class LanguageTest {
    private static final ZonedDateTime MEETING = ZonedDateTime.of(2026, 4, 9, 15, 0, 0, 0, ZoneId.of("Europe/Berlin"));

    private static String in(Language language, java.util.function.Supplier<String> work) {
        return Language.speaking(language, work);
    }

    @ParameterizedTest
    @CsvSource({"en-US,ENGLISH", "en,ENGLISH", "de-DE,GERMAN", "de_AT,GERMAN", "ja-JP,JAPANESE", "' ja ',JAPANESE"})
    void a_locale_is_spoken_in_its_language(String locale, Language language) {
        assertThat(Language.of(locale)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fr-FR", "denglish", "x", "-", "de DE"})
    void what_is_none_of_the_languages_is_none(String locale) {
        assertThat(Language.of(locale)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | GERMAN",
                "de-CH-1996, en;q=0.9 | GERMAN",
                "fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5 | ENGLISH",
                "en;q=0.1, ja;q=0.9 | JAPANESE",
                "de;q=0, ja;q=0.2 | JAPANESE",
                "en-US,en;q=0.5 | ENGLISH",
            })
    void a_browser_gets_the_first_of_its_languages_that_is_spoken(String accepted, Language language) {
        assertThat(Language.accepted(accepted)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "fr", "de;q=2", "de;q=x", ";", "de DE", "<script>", "de-", "-"})
    void a_browser_that_takes_none_of_them_or_says_nothing_that_can_be_read_gets_none(String accepted) {
        assertThat(Language.accepted(accepted)).isEmpty();
    }

    @Test
    void whatever_a_browser_says_it_takes_is_heard() {
        Random random = new Random(20260409);
        String[] parts = {"de", "en", "ja", "-", ",", ";", "q=", "0.", "1", "*", " ", "x", "=", "q", "CH", "\t", "ß"};
        for (int round = 0; round < 20_000; round++) {
            String accepted = random.ints(random.nextInt(8), 0, parts.length)
                    .mapToObj(at -> parts[at])
                    .collect(Collectors.joining());
            assertThatCode(() -> Language.accepted(accepted)).as(accepted).doesNotThrowAnyException();
        }
    }

    @Test
    void languages_name_themselves() {
        assertThat(List.of(Language.values()).stream().map(Language::ownName))
                .containsExactly("English", "Deutsch", "日本語");
    }

    @Test
    void english_is_spoken_until_another_is_and_again_after_it_whatever_happens() {
        assertThat(Language.spoken()).isEqualTo(Language.ENGLISH);
        assertThat(Language.speaking(Language.GERMAN, () -> Language.speaking(Language.JAPANESE, Language::spoken)))
                .isEqualTo(Language.JAPANESE);
        assertThatThrownBy(() -> Language.speaking(Language.GERMAN, () -> {
                    throw new IllegalStateException(Language.spoken().tag());
                }))
                .hasMessage("de");
        assertThat(Language.spoken()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void another_thread_begins_in_english() {
        assertThat(Language.speaking(
                        Language.GERMAN,
                        () -> CompletableFuture.supplyAsync(Language::spoken).join()))
                .isEqualTo(Language.ENGLISH);
    }

    @Test
    void nobody_is_asked_for_a_language_in_which_nothing_is_said() {
        AtomicInteger asked = new AtomicInteger();
        Language.speaking(
                () -> {
                    asked.incrementAndGet();
                    return Language.GERMAN;
                },
                () -> "nothing");
        assertThat(asked).hasValue(0);
    }

    @Test
    void days_are_written_as_the_language_writes_them() {
        assertThat(in(Language.ENGLISH, () -> Dates.weekday(MEETING))).isEqualTo("Thursday 9 April");
        assertThat(in(Language.GERMAN, () -> Dates.weekday(MEETING))).isEqualTo("Donnerstag, 9. April");
        assertThat(in(Language.JAPANESE, () -> Dates.weekday(MEETING))).isEqualTo("4月9日(木)");
        assertThat(in(Language.ENGLISH, () -> Dates.momentAndZone(MEETING)))
                .isEqualTo("Thu 9 Apr 2026, 15:00 (Europe/Berlin)");
        assertThat(in(Language.GERMAN, () -> Dates.monthAndYear(MEETING))).isEqualTo("April 2026");
        assertThat(in(Language.JAPANESE, () -> Dates.month(MEETING))).isEqualTo("4月");
        assertThat(in(Language.GERMAN, () -> Dates.name(DayOfWeek.WEDNESDAY))).isEqualTo("Mittwoch");
        assertThat(in(Language.JAPANESE, () -> Dates.name(Month.MAY))).isEqualTo("5月");
    }

    @Test
    void several_things_are_listed_as_the_language_lists_them() {
        List<String> three = List.of("a", "b", "c");
        assertThat(in(Language.ENGLISH, () -> Enumerations.and(three))).isEqualTo("a, b and c");
        assertThat(in(Language.ENGLISH, () -> Enumerations.or(three.subList(0, 2))))
                .isEqualTo("a or b");
        assertThat(in(Language.GERMAN, () -> Enumerations.and(three))).isEqualTo("a, b und c");
        assertThat(in(Language.JAPANESE, () -> Enumerations.and(three))).isEqualTo("a、b、c");
        assertThat(Enumerations.and(List.of())).isEmpty();
    }

    @Test
    void a_sentence_that_there_is_not_is_named() {
        Texts texts = Texts.of(LanguageTest.class);
        assertThatThrownBy(() -> texts.say("no.such.sentence"))
                .isInstanceOf(MissingResourceException.class)
                .hasMessageContaining("no.such.sentence");
        assertThatThrownBy(() -> texts.say("date.day", "name")).isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.slack.install.Installer.Arrival;
import dev.lectern.slack.install.Installer.Outcome;
import dev.lectern.text.Language;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read in the browser after an installation, however it went. */
class InstallPageTest {
    private static String page(Language language, Outcome outcome, String name) {
        return Language.speaking(language, () -> InstallPage.of(new Arrival(outcome, name)));
    }

    static Stream<Arguments> everyOutcomeInEveryLanguage() {
        return Arrays.stream(Language.values())
                .flatMap(language -> Arrays.stream(Outcome.values()).map(outcome -> Arguments.of(language, outcome)));
    }

    @ParameterizedTest
    @MethodSource("everyOutcomeInEveryLanguage")
    void every_page_says_its_language_and_has_a_title_and_no_gap_left(Language language, Outcome outcome) {
        String page = page(language, outcome, "");
        assertThat(page)
                .startsWith("<!doctype html>\n<html lang=\"" + language.tag() + "\">")
                .containsPattern("<title>[^<{}]+</title>");
        assertThat(page.substring(page.indexOf("<body>")))
                .doesNotContain("{", "}", "''")
                .containsPattern("<h1>[^<]+</h1><p>.+</p>");
    }

    @ParameterizedTest
    @EnumSource(names = {"DENIED", "STATE_GONE", "CODE_GONE", "NOT_NOW"})
    void what_may_work_at_the_second_try_links_to_it(Outcome outcome) {
        for (Language language : Language.values()) {
            assertThat(page(language, outcome, "")).contains("<a href=\"install\">");
        }
    }

    @Test
    void the_workspaces_name_is_no_html() {
        assertThat(page(Language.GERMAN, Outcome.INSTALLED, "<b>Ada's {lab}</b> & Co"))
                .contains("im Workspace &lt;b&gt;Ada&#39;s {lab}&lt;/b&gt; &amp; Co.")
                .contains("<code>/papers setup</code>");
    }
}

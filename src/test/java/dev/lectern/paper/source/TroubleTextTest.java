package dev.lectern.paper.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import dev.lectern.text.Language;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTextTest {
    private static final Path BUNDLES = Path.of("src/main/resources/dev/lectern/paper/source");

    private static String in(Language language, String clause) {
        return Language.speaking(language, () -> TroubleText.said(clause));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arXiv refuses the question (HTTP 403) | arXiv lehnt die Anfrage ab (HTTP 403)",
                "Hugging Face did not answer in time | Hugging Face hat nicht rechtzeitig geantwortet",
                "the source did not answer in time | die Quelle hat nicht rechtzeitig geantwortet",
                "arXiv is out of service (HTTP 503), so it is left alone for a while"
                        + " | arXiv ist außer Betrieb (HTTP 503); deshalb wird eine Weile nicht gefragt",
                "nobody knows doi:10.1/x | niemand kennt doi:10.1/x",
                "what stands at https://a.example/b is a PDF, which I don't read"
                        + " | unter https://a.example/b steht ein PDF, und PDFs lese ich nicht"
            })
    void a_clause_is_said_in_german_with_what_it_tells(String clause, String german) {
        assertThat(in(Language.GERMAN, clause)).isEqualTo(german);
    }

    @Test
    void a_failed_try_is_understood_as_the_site_says_it() {
        String clause = String.valueOf(
                FailedTry.tooMany(Optional.empty()).trouble("arXiv").getMessage());
        assertThat(in(Language.ENGLISH, clause)).isEqualTo(clause);
        assertThat(in(Language.JAPANESE, clause)).isEqualTo("arXiv から、問い合わせを減らして待つよう求められています（HTTP 429）");
        String down = String.valueOf(
                FailedTry.illFor(Duration.ofHours(1), 503).trouble("arXiv").getMessage());
        assertThat(in(Language.GERMAN, down)).isEqualTo("arXiv ist außer Betrieb und bittet um Geduld (HTTP 503)");
    }

    @Test
    void what_is_none_of_the_sources_clauses_stays_as_it_is() {
        assertThat(in(Language.GERMAN, "something new is wrong")).isEqualTo("something new is wrong");
    }

    /** Each clause is read back as itself and as no other that comes before it. */
    @Test
    void each_clause_is_told_from_all_others() throws IOException {
        Properties english = bundle("texts.properties");
        Properties german = bundle("texts_de.properties");
        for (String key : english.stringPropertyNames()) {
            Map<String, Object> gaps = new HashMap<>();
            new MessageFormat(english.getProperty(key)).getArgumentNames().forEach(gap -> gaps.put(gap, "X" + gap));
            String clause = new MessageFormat(english.getProperty(key)).format(gaps);
            assertThat(in(Language.GERMAN, clause))
                    .as(key)
                    .isEqualTo(new MessageFormat(german.getProperty(key)).format(gaps));
        }
    }

    private static Properties bundle(String name) throws IOException {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name))) {
            read.load(reader);
        }
        return read;
    }
}

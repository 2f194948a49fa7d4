package dev.lectern.paper.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.ShortText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BibTexEntryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{BERT}: Pre-training of {D}eep | BERT: Pre-training of Deep",
                "M{\\\"u}ller and M\\\"{u}ller | Müller and Müller",
                "Lo\\\"\\i c, na{\\\"{\\i}}ve, {\\'\\i} | Loïc, naïve, í",
                "Fran{\\c c}ois, Fran\\c{c}ois | François, François",
                "Erd\\H{o}s and \\v{S}koda and {\\u g} | Erdős and Škoda and ğ",
                "{\\O}rsted {\\ss} {\\ae} \\aa ngstrom {\\L}ukasz {\\oe}uvre | Ørsted ß æ ångstrom Łukasz œuvre",
                "50\\% of R\\&D costs \\$5 \\_ \\# \\{x\\} | 50% of R&D costs $5 _ # x",
                "pages 3--7 --- ``so'' it's | pages 3–7 — “so” it's",
                "\\emph{very} {\\em much} \\textbf{so} | very much so",
                "\\LaTeX{} and \\TeX | LaTeX and TeX",
                "R$^3$Mem of $\\alpha_{1}$ and \\(x^2\\) | R³Mem of α₁ and x²",
                "{R$^3$Mem} | R³Mem",
                "one~two\\ three\\,four\\\\five | one two three four five",
                "\\unknown{kept} \\other | kept other",
                "it costs $5 | it costs $5",
                "half { open and half } closed | half open and half closed",
                "the end \\ | the end",
                "日本語 stays 🎉 | 日本語 stays 🎉"
            })
    void latex_becomes_text(String tex, String text) {
        assertThat(BibTexEntry.plain(tex)).isEqualTo(text);
    }

    @Test
    void whatever_stands_there_one_clean_line_comes_out() {
        Random random = new Random(11);
        List<String> pieces = List.of(
                "\\", "{", "}", "$", "\"", "'", "`", "~", "^", "-", "c", "v", "i", " ", "\\(", "\\)", "%", "é",
                "\uD83D", "\u0301", "\\url", "alpha", "\n", "{\\'", "\\H");
        for (int round = 0; round < 5000; round++) {
            StringBuilder tex = new StringBuilder();
            for (int i = random.nextInt(16); i >= 0; i--) {
                tex.append(pieces.get(random.nextInt(pieces.size())));
            }
            String text = BibTexEntry.plain(tex.toString());
            assertThat(text).as("%s", tex).isEqualTo(ShortText.clean(text));
        }
    }

    @Test
    void depth_and_length_cost_nothing() {
        assertThat(BibTexEntry.plain("{".repeat(9_000) + "x" + "}".repeat(9_000)))
                .isEqualTo("x");
        assertThat(BibTexEntry.plain("$ ".repeat(1000))).startsWith("$ $");
        assertThat(BibTexEntry.plain("word " + "\\( ".repeat(100_000))).startsWith("word");
    }
}

package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.paper.source.PaperFiles;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableTexTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "$\\alpha$ | α",
                "R$^3$Mem | R³Mem",
                "D$^{2}$MoE: Dual Routing | D²MoE: Dual Routing",
                "$\\text{Memory}^3$: Language Modeling | Memory³: Language Modeling",
                "A Simple $L_2$ Norm | A Simple L₂ Norm",
                "10\\% of R\\&D for \\$200 | 10% of R&D for $200",
                "\\textbf{bold}, \\emph{slanted} and \\texttt{typed} | bold, slanted and typed",
                "\\textsc{Small \\emph{Caps}} | Small Caps",
                "{\\bf LeJEPA}, {\\it lean} | LeJEPA, lean",
                "``quotes'' and `one' | “quotes” and ‘one’",
                "pages 3--7---all | pages 3–7—all",
                "Table~2, models~(LLMs) | Table 2, models (LLMs)",
                "\\'Etienne na\\\"ively \\\"{o} \\v{s} \\c{c} \\~n \\^{\\i} | Étienne naïvely ö š ç ñ î",
                "Stra\\ss e, \\O rsted, {\\aa}ngstr\\\"om | Straß e, Ø rsted, ångström",
                "$x_{ab}$, $x_{ij}$, $x^{n+1}$, $x^{(n,2)}$ | x_ab, xᵢⱼ, xⁿ⁺¹, x^((n,2))",
                "$V_{0.5}$ and $d_{in}$ | V_0.5 and dᵢₙ",
                "$a \\times b \\leq c \\rightarrow d \\sim e \\approx f$ | a × b ≤ c → d ∼ e ≈ f",
                "$x \\in \\mathbb{R}^d$, $\\sum_i \\infty \\cdot \\pm$ | x ∈ ℝᵈ, ∑ᵢ ∞ · ±",
                "$\\mathcal{O}(\\varepsilon^{-2})$ | O(ε⁻²)",
                "$\\frac{a}{b}$, $\\frac{a+b}{2}$, $\\frac12$ | a/b, (a+b)/2, 1/2",
                "$\\sqrt{x}$, $\\sqrt{x+1}$, $\\sqrt[3]{x}$ | √x, √(x+1), ³√x",
                "$\\hat{x}$, $\\bar{xy}$, $x \\not= y$ | x̂, xy, x ≠ y",
                "\\url{https://a.example/b_c} | https://a.example/b_c",
                "at \\href{https://a.example/b\\_c}{this page}. | at this page (https://a.example/b_c).",
                "\\href{https://a.example}{https://a.example} | https://a.example",
                "earlier work~\\cite{a,b} and \\citep[see][]{c}. | earlier work and.",
                "\\unknown{kept} and \\minerupro wins | kept and minerupro wins",
                "a {\\small \\url{https://a.example}} | a https://a.example",
                "\\textcolor{red}{warm} | warm",
                "$$E = mc^2$$ and \\( Ax \\) | E = mc² and Ax",
                "$360^\\circ$, $\\lambda^\\star$, $f'$, $A^\\top$ | 360°, λ⋆, f′, Aᵀ",
                "$\\left( \\frac{a}{b} \\right)$ | ( a/b )",
                "6{,}181 lines | 6,181 lines",
                "$\\{1, 2\\}$ | {1, 2}"
            })
    void tex_becomes_readable(String tex, String readable) {
        assertThat(ReadableTex.of(tex)).isEqualTo(readable);
    }

    /** Daily Papers strips backslashes and dollar signs, and leaves the rest. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DR^{3}-Eval, T^3RL, Pass^k, G^2RPO | DR³-Eval, T³RL, Passᵏ, G²RPO",
                "360^{circ} and 256^2 and 10^-4 | 360° and 256² and 10⁻⁴",
                "mathcal{O}(varepsilon^{-2.5}) | O(ε^(-2.5))",
                "mathcal{mathcal{O} }(n) | O(n)",
                "a matrix of 16 times 16 or 64times64 | a matrix of 16 × 16 or 64×64",
                "32times fewer, 3 times faster, 92.1 pm 0.3, 1.04sim2.2times | 32× fewer, 3 times faster, 92.1 ± 0.3, 1.04∼2.2×",
                "p_c approx 0.593, M geq d^2 | p_c ≈ 0.593, M ≥ d²",
                "only {sim}1K entries | only ∼1K entries",
                "https://a.example/b_c{this page}. | this page (https://a.example/b_c).",
                "https://a.example/b{mypink{Github}} | Github (https://a.example/b)",
                "https://a.example/b{https://a.example/b}. | https://a.example/b.",
                "O(ell^{-β}) | O(ℓ⁻ᵝ)",
                "V_{0.5}, L_2, Z_T and q_i | V_0.5, L₂, Z_T and qᵢ"
            })
    void what_is_left_of_tex_without_its_signs_becomes_readable_too(String stripped, String readable) {
        assertThat(ReadableTex.of(stripped)).isEqualTo(readable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It costs $5 to $10, or $1.47 million",
                "from <$10 to only $25 and without",
                "between $5 and 10$ or so",
                "a price in US$ and in CA$",
                "ai_parse_document, fix_1@1 and v2m_zero",
                "https://a.example/some_page/a--b?x^2=~y",
                "only ~40% of it, ( ~45.5) and 10~20 hours",
                "run it with --verbose, or - as I said - without",
                "a rule ---------- across",
                "don't, the models' own, rock 'n' roll",
                "approx. 5 of them, alpha and beta testers, in time, at 5 pm",
                "the set {+1, -1} of signs",
                "{1, 2}",
                "100% & more",
                "a ^ b, ^_^ and x ~ y"
            })
    void what_only_looks_like_tex_stays(String text) {
        assertThat(ReadableTex.of(text)).isEqualTo(text);
    }

    @Test
    void a_formula_is_one_word_until_the_text_is_cut() {
        assertThat(ReadableTex.unbroken("for all $a + b$ in it")).isEqualTo("for all a\u00A0+\u00A0b in it");
        assertThat(ReadableTex.of("for all $a + b$ in it")).isEqualTo("for all a + b in it");
    }

    @Test
    void text_without_tex_is_unchanged() {
        Seeded.times(500, random -> {
            String text = Stream.of(RandomText.plain(random, 30).split(" "))
                    .filter(word -> TexSymbols.bare(word).isEmpty())
                    .collect(Collectors.joining(" "));
            assertThat(ReadableTex.of(text)).isSameAs(text);
        });
    }

    @Test
    void any_text_can_be_read_and_reading_it_again_changes_nothing() {
        Seeded.times(3000, random -> {
            String once = ReadableTex.of(anyTex(random));
            assertThat(ReadableTex.of(once)).isEqualTo(once);
        });
    }

    @Test
    void deep_braces_and_long_rows_of_signs_are_read_in_no_time() {
        for (String sign : List.of("{", "}", "$", "\\", "^{", "\\frac{", "_", "`", "'", "-", "\\'", "$a{", "~")) {
            assertThat(ReadableTex.of(sign.repeat(3000))).isNotNull();
        }
        assertThat(ReadableTex.of("{".repeat(3000) + "x" + "}".repeat(3000))).isEqualTo("x");
    }

    /** Abstracts in which braces are those of a set of numbers, to be read as such. */
    private static final int SETS_IN_BRACES = 2;

    private static final List<String> PIECES = List.of(
            "\\alpha",
            "\\frac",
            "\\sqrt",
            "\\text",
            "\\unknown",
            "\\href",
            "\\cite",
            "\\left",
            "\\not",
            "\\hat",
            "\\'",
            "\\\"",
            "\\$",
            "\\{",
            "\\}",
            "\\%",
            "\\",
            "\\(",
            "\\)",
            "{",
            "}",
            "{a}",
            "{a,b}",
            "{sim}",
            "[",
            "]",
            "$",
            "$$",
            "^",
            "_",
            "^2",
            "_i",
            "^{2q}",
            "_{ab}",
            "~",
            "``",
            "''",
            "`",
            "'",
            "\"",
            "--",
            "---",
            "-",
            "a",
            "x",
            "word",
            "1",
            "2.5",
            " ",
            " ",
            "times",
            "approx",
            "mathcal",
            "https://a.example/x",
            ".",
            ",",
            "(",
            ")",
            "é",
            "😀",
            "=");

    private static String anyTex(Random random) {
        return IntStream.range(0, random.nextInt(16))
                .mapToObj(i -> Samples.oneOf(PIECES, random))
                .collect(Collectors.joining());
    }

    @Test
    void of_all_real_titles_and_abstracts_none_keeps_tex_but_those_counted() {
        List<String> texts = new ArrayList<>();
        for (Path file : Stream.concat(SharedData.dailyPapers().stream(), SharedData.pages().stream())
                .toList()) {
            PaperFiles.read(file.toString(), Optional.of(Year.of(2026)))
                    .papers()
                    .forEach(draft -> {
                        texts.add(draft.title());
                        texts.add(draft.abstractText());
                        draft.shortSummary().ifPresent(texts::add);
                    });
        }
        assertThat(texts).hasSizeGreaterThan(3000);
        Pattern left = Pattern.compile("\\$[^$\\s][^$]*\\$|\\\\\\p{L}+|[{}]");
        List<String> keeping = texts.stream()
                .map(ReadableTex::of)
                .filter(text -> left.matcher(text).find())
                .toList();
        assertThat(keeping).as("those with a set in braces").hasSize(SETS_IN_BRACES);
        long changed = texts.stream()
                .filter(text -> !ReadableTex.of(text).equals(text))
                .count();
        System.out.println("readable TeX: " + texts.size() + " texts, " + changed + " changed, " + keeping.size()
                + " keep braces or signs");
        texts.forEach(text -> assertThat(ReadableTex.of(ReadableTex.of(text))).isEqualTo(ReadableTex.of(text)));
    }
}

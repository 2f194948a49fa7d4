package dev.lectern.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What TeX's commands without an argument stand for. */
final class TexSymbols {
    private static final String RESOURCE = "/paper/tex-symbols.txt";
    private static final Map<String, String> SYMBOLS = load();

    /**
     * Those that no English text holds as words: Daily Papers strips TeX's backslashes and dollar signs, and what is left
     * of {@code $x \leq 3$} is {@code x leq 3}.
     */
    private static final Set<String> BARE =
            TexNames.words("leq geq neq approx propto varepsilon vartheta varphi infty cdot cdots ldots ell "
                    + "rightarrow leftarrow leftrightarrow Rightarrow mapsto subseteq notin");

    private static final Set<String> RAISED = TexNames.words("circ star ast prime dagger top perp infty pm degree");

    private static final Set<String> GROUPED = TexNames.words("sim times circ pm sum");

    private TexSymbols() {}

    static Optional<String> of(String name) {
        return Optional.ofNullable(SYMBOLS.get(name));
    }

    /** For a name that stands in a text without its backslash. */
    static Optional<String> bare(String word) {
        return BARE.contains(word) ? of(word) : Optional.empty();
    }

    /** A regular expression for {@link #bare}. */
    static String barePattern() {
        return "\\b(?:" + String.join("|", BARE) + ")\\b";
    }

    /** For a name that lost its backslash and stands alone in braces. */
    static Optional<String> grouped(String name) {
        return GROUPED.contains(name) || isGreek(name) ? of(name) : bare(name);
    }

    /** For a name that lost its backslash in an exponent or index: {@code d_{in}} is no relation. */
    static Optional<String> inScript(String name, boolean raised) {
        return isGreek(name) || "infty".equals(name) || (raised && RAISED.contains(name)) ? of(name) : Optional.empty();
    }

    private static boolean isGreek(String name) {
        return of(name).filter(sign -> Character.UnicodeBlock.of(sign.codePointAt(0)) == Character.UnicodeBlock.GREEK)
                .isPresent();
    }

    private static Map<String, String> load() {
        try (InputStream in = TexSymbols.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the table of TeX's signs is missing: " + RESOURCE);
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(List<String> lines) {
        Map<String, String> symbols = new HashMap<>();
        for (String line : lines) {
            if (!line.startsWith("#")) {
                String[] pairs = line.split(" ");
                for (int i = 0; i < pairs.length; i += 2) {
                    symbols.put(pairs[i], pairs[i + 1].replace("et_al", "et al"));
                }
            }
        }
        return Map.copyOf(symbols);
    }
}

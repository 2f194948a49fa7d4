package dev.lectern.paper;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A title as it compares: Unicode compatibility forms, case, accents, TeX markup, punctuation and white space folded, so
 * that {@code $\text{Memory}^3$: A Model} and {@code Memory³ — a model} are one. Two papers may still share a title.
 *
 * @param value words of letters, marks and digits with single spaces between; never blank
 */
public record NormalizedTitle(String value) {
    private static final Map<String, String> GREEK = greek();
    private static final Pattern GREEK_COMMAND =
            Pattern.compile("\\\\(?:var)?(" + String.join("|", GREEK.keySet()) + ")(?![A-Za-z])");
    private static final Pattern COMMAND = Pattern.compile("\\\\[A-Za-z]+\\*?");
    private static final Pattern ACCENT = Pattern.compile("\\\\[`'^\"~=.](?=\\{?\\p{L})");
    private static final Pattern GLUE = Pattern.compile("[$^_{}\\\\\u200B-\u200D\u2060\uFEFF\u00AD'’`]");
    private static final Pattern LATIN_MARKS = Pattern.compile("[\u0300-\u036F]");
    // C++ and C# are not C.
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}+#]+");

    public NormalizedTitle {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a title is empty");
        }
    }

    /** @throws IllegalArgumentException for a blank title */
    public static NormalizedTitle of(String title) {
        String folded = fold(title);
        return new NormalizedTitle(folded.isEmpty() ? unfolded(title) : folded);
    }

    private static String fold(String title) {
        String plain = COMMAND.matcher(ACCENT.matcher(greekLetters(title)).replaceAll(""))
                .replaceAll("");
        String glued = GLUE.matcher(compatible(plain)).replaceAll("");
        String small = lower(glued.replace("&", " and "));
        String bare = LATIN_MARKS
                .matcher(Normalizer.normalize(small, Normalizer.Form.NFKD))
                .replaceAll("");
        return NO_WORD.matcher(compatible(bare)).replaceAll(" ").strip();
    }

    private static String greekLetters(String title) {
        return GREEK_COMMAND.matcher(title).replaceAll(match -> GREEK.getOrDefault(match.group(1), ""));
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Up and down: Java has no case folding of its own, and this folds ß and ς as Unicode does. */
    private static String lower(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
    }

    /** For a title of signs alone, which would fold to nothing. */
    private static String unfolded(String title) {
        return lower(compatible(title)).strip().replaceAll("\\s+", " ");
    }

    private static Map<String, String> greek() {
        List<String> names = List.of(
                ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma "
                                + "tau upsilon phi chi psi omega")
                        .split(" "));
        return names.stream()
                .collect(
                        Collectors.toMap(name -> name, name -> Character.toString((char) ('α' + names.indexOf(name)))));
    }

    public List<String> words() {
        return Arrays.asList(value.split(" "));
    }

    String sha256() {
        return DigestUtils.sha256Hex(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

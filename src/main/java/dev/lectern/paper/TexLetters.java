package dev.lectern.paper;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/** TeX's accents, and its alphabets as far as Unicode's are known to people. */
final class TexLetters {
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("'", "\u0301"),
            Map.entry("`", "\u0300"),
            Map.entry("^", "\u0302"),
            Map.entry("\"", "\u0308"),
            Map.entry("~", "\u0303"),
            Map.entry("=", "\u0304"),
            Map.entry(".", "\u0307"),
            Map.entry("u", "\u0306"),
            Map.entry("v", "\u030C"),
            Map.entry("H", "\u030B"),
            Map.entry("c", "\u0327"),
            Map.entry("k", "\u0328"),
            Map.entry("r", "\u030A"),
            Map.entry("d", "\u0323"),
            Map.entry("b", "\u0331"),
            Map.entry("hat", "\u0302"),
            Map.entry("widehat", "\u0302"),
            Map.entry("tilde", "\u0303"),
            Map.entry("widetilde", "\u0303"),
            Map.entry("bar", "\u0304"),
            Map.entry("overline", "\u0304"),
            Map.entry("vec", "\u20D7"),
            Map.entry("dot", "\u0307"),
            Map.entry("ddot", "\u0308"),
            Map.entry("acute", "\u0301"),
            Map.entry("grave", "\u0300"),
            Map.entry("check", "\u030C"),
            Map.entry("breve", "\u0306"),
            Map.entry("not", "\u0338"));

    private static final Map<String, String> DOUBLE_STRUCK = Map.ofEntries(
            Map.entry("C", "ℂ"),
            Map.entry("E", "𝔼"),
            Map.entry("H", "ℍ"),
            Map.entry("N", "ℕ"),
            Map.entry("P", "ℙ"),
            Map.entry("Q", "ℚ"),
            Map.entry("R", "ℝ"),
            Map.entry("Z", "ℤ"),
            Map.entry("1", "𝟙"));

    private TexLetters() {}

    static boolean isAccent(String command) {
        return ACCENTS.containsKey(command);
    }

    /** The letter with its accent; longer texts stay without one. */
    static String accented(String command, String letter) {
        String base = "ı".equals(letter) ? "i" : letter;
        String accent = ACCENTS.getOrDefault(command, "");
        return base.codePointCount(0, base.length()) == 1
                ? Normalizer.normalize(base + accent, Normalizer.Form.NFC)
                : letter;
    }

    /** Where Unicode has one character for it: so an accent is told from a quotation mark that somebody escaped. */
    static Optional<String> oneCharacter(String command, String letter) {
        return Optional.of(accented(command, letter)).filter(one -> one.length() == 1 && !one.equals(letter));
    }

    /** In blackboard bold, as sets and expectations are written; other letters stay plain. */
    static String doubleStruck(String letter) {
        return DOUBLE_STRUCK.getOrDefault(letter, letter);
    }
}

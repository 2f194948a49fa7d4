package dev.lectern.paper.source;

import dev.lectern.paper.ShortText;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import org.jbibtex.LaTeXPrinter;

/**
 * The plain text of LaTeX as it stands in BibTeX fields: accents, symbols and escapes become letters, groups and font
 * commands go, formulas stay as they are. Takes whatever people write, balanced or not, in one pass; jbibtex' own parser
 * refuses formulas, emoji and single braces.
 */
final class LatexText {
    private static final int LONGEST_FORMULA = 400;

    /** What is set over or under a letter, as Unicode's combining characters. */
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("`", "\u0300"),
            Map.entry("'", "\u0301"),
            Map.entry("^", "\u0302"),
            Map.entry("~", "\u0303"),
            Map.entry("=", "\u0304"),
            Map.entry("u", "\u0306"),
            Map.entry(".", "\u0307"),
            Map.entry("\"", "\u0308"),
            Map.entry("r", "\u030A"),
            Map.entry("H", "\u030B"),
            Map.entry("v", "\u030C"),
            Map.entry("d", "\u0323"),
            Map.entry("c", "\u0327"),
            Map.entry("k", "\u0328"),
            Map.entry("b", "\u0331"));

    /** Letters that jbibtex does not know. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("l", "ł"),
            Map.entry("L", "Ł"),
            Map.entry("i", "ı"),
            Map.entry("j", "ȷ"),
            Map.entry("oe", "œ"),
            Map.entry("OE", "Œ"),
            Map.entry("dh", "ð"),
            Map.entry("DH", "Ð"),
            Map.entry("th", "þ"),
            Map.entry("TH", "Þ"),
            Map.entry("dj", "đ"),
            Map.entry("DJ", "Đ"),
            Map.entry("ng", "ŋ"),
            Map.entry("dots", "…"),
            Map.entry("times", "×"));

    private final String tex;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private LatexText(String tex) {
        this.tex = tex;
    }

    /** One clean line. */
    static String of(String tex) {
        LatexText reader = new LatexText(tex);
        while (reader.at < tex.length()) {
            reader.readNext();
        }
        return ShortText.clean(reader.text.toString());
    }

    private void readNext() {
        char next = tex.charAt(at);
        switch (next) {
            case '\\' -> readCommand();
            case '{', '}' -> at++;
            case '~' -> replace(1, " ");
            case '$' -> readFormula("$");
            case '-' -> readRun('-', "—", "–");
            case '`' -> readRun('`', "“", "“");
            case '\'' -> readRun('\'', "”", "”");
            default -> replace(1, String.valueOf(next));
        }
    }

    private void replace(int length, String by) {
        at += length;
        text.append(by);
    }

    /** Three or two of the same make one sign; one is itself. */
    private void readRun(char sign, String three, String two) {
        String pair = String.valueOf(sign) + sign;
        if (sign == '-' && tex.startsWith("---", at)) {
            replace(3, three);
        } else if (tex.startsWith(pair, at)) {
            replace(2, two);
        } else {
            replace(1, String.valueOf(sign));
        }
    }

    private void readFormula(String closing) {
        int end = tex.indexOf(closing, at + closing.length());
        boolean whole = end >= 0 && end - at <= LONGEST_FORMULA;
        replace(whole ? end + closing.length() - at : 1, whole ? tex.substring(at, end + closing.length()) : "$");
    }

    private void readCommand() {
        String name = commandName();
        if (name.equals("(") && tex.indexOf("\\)", at) > at && tex.indexOf("\\)", at) - at <= LONGEST_FORMULA) {
            int end = tex.indexOf("\\)", at) + 2;
            replace(end - at, tex.substring(at, end));
            return;
        }
        at += 1 + name.length();
        if (ACCENTS.containsKey(name)) {
            readAccented(name);
        } else if (!name.isEmpty() && Character.isLetter(name.charAt(0))) {
            readWord(name);
        } else if (name.matches("[\\\\,;: /]")) {
            text.append(name.equals("/") ? "" : " ");
        } else if (!name.matches("[-!]")) {
            text.append(name);
        }
    }

    /** Letters, or one other character. */
    private String commandName() {
        int end = at + 1;
        while (end < tex.length() && isAsciiLetter(tex.charAt(end))) {
            end++;
        }
        return tex.substring(at + 1, end > at + 1 ? end : Math.min(end + 1, tex.length()));
    }

    private static boolean isAsciiLetter(char some) {
        return (some >= 'a' && some <= 'z') || (some >= 'A' && some <= 'Z');
    }

    private void readWord(String name) {
        symbol(name).ifPresent(text::append);
        skipSpaces();
    }

    private static Optional<String> symbol(String name) {
        return Optional.ofNullable(LETTERS.get(name)).or(() -> Optional.ofNullable(LaTeXPrinter.getSymbol(name)));
    }

    private void readAccented(String accent) {
        skipSpaces();
        while (at < tex.length() && tex.charAt(at) == '{') {
            at++;
        }
        String letter = letter();
        text.append(Normalizer.normalize(letter + (letter.isEmpty() ? "" : ACCENTS.get(accent)), Normalizer.Form.NFC));
    }

    /** What an accent is set on: an i keeps no dot below it. */
    private String letter() {
        if (at >= tex.length() || tex.charAt(at) == '}' || Character.isWhitespace(tex.charAt(at))) {
            return "";
        }
        if (tex.charAt(at) != '\\') {
            int point = tex.codePointAt(at);
            at += Character.charCount(point);
            return Character.toString(point);
        }
        String name = commandName();
        at += 1 + name.length();
        skipSpaces();
        return name.equals("i") || name.equals("j") ? name : symbol(name).orElse("");
    }

    private void skipSpaces() {
        while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
            at++;
        }
    }
}

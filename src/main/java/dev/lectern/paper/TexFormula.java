package dev.lectern.paper;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a formula between single dollar signs is one, and where the signs mean money. The rule is Pandoc's (manual,
 * extension {@code tex_math_dollars}): no white space inside the signs, no digit behind the closing one; and besides, what
 * reads like prose is prose.
 */
final class TexFormula {
    private static final int LONGEST = 300;
    private static final Pattern FORMAL = Pattern.compile("[\\\\^_{}=<>+*/|]");
    private static final Pattern PHRASE = Pattern.compile("(?s)\\p{L}{2}.*[\\s\u00A0]|[\\s\u00A0].*\\p{L}{2}");
    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2,}[\\s\u00A0]+\\p{L}{2,}");

    private TexFormula() {}

    /** What stands between the dollar sign at this place and the one that closes it. */
    static Optional<String> at(String text, int open) {
        for (int close = open + 1; close < Math.min(text.length(), open + LONGEST); close++) {
            char c = text.charAt(close);
            if (c == '\\') {
                close++;
            } else if (c == '$') {
                return Optional.of(text.substring(open + 1, close))
                        .filter(content ->
                                isFormula(content, text, text.offsetByCodePoints(open, 1) + content.length()));
            }
        }
        return Optional.empty();
    }

    private static boolean isFormula(String content, String text, int close) {
        if (content.isEmpty()
                || TexReader.isSpace(content.charAt(0))
                || TexReader.isSpace(content.charAt(content.length() - 1))) {
            return false;
        }
        boolean command = content.indexOf('\\') >= 0;
        boolean wordFollows = close + 1 < text.length() && Character.isLetterOrDigit(text.charAt(close + 1));
        boolean digitFollows = wordFollows && Character.isDigit(text.charAt(close + 1));
        return FORMAL.matcher(content).find()
                ? command || (!digitFollows && !SENTENCE.matcher(content).find())
                : !wordFollows && !(PHRASE.matcher(content).find());
    }
}

package dev.lectern.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets Slack see formatting in a sentence without spaces. Slack takes {@code *bold*}, {@code _italic_} and code for such
 * only where white space or punctuation of its own kind stands on both sides; a kana or kanji, or a full stop as wide as
 * they are, leaves the marks standing there as they were typed. A zero-width space between them is enough, and is not
 * seen.
 */
final class Boundaries {
    private static final char ZERO_WIDTH_SPACE = '\u200B';
    private static final Pattern FORMATTED =
            Pattern.compile("`[^`\\n]+`|(?<![A-Za-z0-9])(?:\\*[^*\\n]+\\*|_[^_\\n]+_)");
    /** The punctuation beside which Slack is known to see its marks; in a pattern, a brace may stand for any sign. */
    private static final Pattern SAFE =
            Pattern.compile("[\\s\\p{Punct}\\u200B\\u2013\\u2014\\u2018-\\u201D\\u2022\\u2026&&[^{}*_`#]]");

    private Boundaries() {}

    /** The pattern with an invisible space wherever its formatting would not be seen. */
    static String seen(String pattern) {
        Matcher formatted = FORMATTED.matcher(pattern);
        StringBuilder seen = new StringBuilder(pattern.length());
        int copied = 0;
        while (formatted.find()) {
            seen.append(pattern, copied, formatted.start());
            if (isUnsafe(pattern, formatted.start() - 1)) {
                seen.append(ZERO_WIDTH_SPACE);
            }
            seen.append(formatted.group());
            if (isUnsafe(pattern, formatted.end())) {
                seen.append(ZERO_WIDTH_SPACE);
            }
            copied = formatted.end();
        }
        return seen.append(pattern, copied, pattern.length()).toString();
    }

    private static boolean isUnsafe(String pattern, int at) {
        return at >= 0
                && at < pattern.length()
                && !SAFE.matcher(pattern.substring(at, at + 1)).matches();
    }
}

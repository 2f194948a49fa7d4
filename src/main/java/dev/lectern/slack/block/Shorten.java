package dev.lectern.slack.block;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shortens texts to a number of UTF-16 units, an ellipsis included: at the end of a word, unless that would throw away
 * more than half of what fits. A character of several units (an emoji with its modifiers, a letter with its accents)
 * stays whole. A text that fits is returned as it is.
 */
public final class Shorten {
    private static final String ELLIPSIS = "…";
    private static final String LEFT_OVER = ",:-–—([";
    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final Pattern TOKEN = Pattern.compile("&(?:amp|lt|gt);|<[^<>]*>|\\X");
    private static final Pattern FORMATTED =
            Pattern.compile("(?<![\\p{L}\\p{N}])([*_~`])(?=\\S)[^\\n]*?(?<=\\S)\\1(?![\\p{L}\\p{N}])");

    private Shorten() {}

    /** Shortens a text that is shown as it is. */
    public static String plain(String text, int max) {
        return text.length() <= max ? text : text.substring(0, end(text, max - 1, CHARACTER)) + ELLIPSIS;
    }

    /**
     * Shortens mrkdwn. An escape such as {@code &amp;} and a link or mention in angle brackets is kept whole or dropped
     * whole; formatting that is cut in its middle is closed after the ellipsis.
     */
    public static String mrkdwn(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = end(text, max - 1, TOKEN);
        String closing = formattingAround(text, end);
        if (!closing.isEmpty()) {
            end = end(text, max - 2, TOKEN);
            closing = formattingAround(text, end);
        }
        return text.substring(0, end) + ELLIPSIS + closing;
    }

    private static int end(String text, int room, Pattern piece) {
        if (room < 0) {
            throw new IllegalArgumentException("no room for even an ellipsis");
        }
        Matcher pieces = piece.matcher(text);
        int reached = 0;
        int wordEnd = 0;
        while (pieces.find() && pieces.end() <= room) {
            if (isSpace(text, pieces.start()) && !isSpace(text, pieces.start() - 1)) {
                wordEnd = pieces.start();
            }
            reached = pieces.end();
        }
        if (isSpace(text, reached)) {
            wordEnd = reached;
        }
        return tidied(text, wordEnd * 2 >= reached ? wordEnd : reached);
    }

    private static int tidied(String text, int end) {
        int tidy = end;
        while (tidy > 0 && (isSpace(text, tidy - 1) || LEFT_OVER.indexOf(text.charAt(tidy - 1)) >= 0)) {
            tidy--;
        }
        return tidy;
    }

    private static boolean isSpace(String text, int at) {
        return at >= 0 && at < text.length() && Character.isWhitespace(text.charAt(at));
    }

    private static String formattingAround(String text, int end) {
        Matcher formatted = FORMATTED.matcher(text);
        while (formatted.find() && formatted.start() < end) {
            if (formatted.end() > end) {
                return formatted.group(1);
            }
        }
        return "";
    }
}

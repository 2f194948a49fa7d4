package dev.lectern.paper;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text made clean and short for a card. */
public final class ShortText {
    private static final String ELLIPSIS = "…";
    /** A sentence that ends before this share of the room leaves too much of it empty. */
    private static final double EARLIEST_END = 0.4;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\uFEFF]+");
    private static final Pattern LONE_SURROGATE = Pattern.compile("[\\x{D800}-\\x{DFFF}]");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]+[\"'”’)\\]]*(?=\\s|$)|[。！？]+[」』”）]*");
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Pattern LOOSE_END = Pattern.compile("[\\s,;:(\\[{–—-]+$");
    private static final Set<String> ABBREVIATIONS = Set.of(
            "e.g", "i.e", "etc", "vs", "al", "cf", "fig", "figs", "eq", "eqs", "sec", "dr", "prof", "mr", "ms", "mrs",
            "no", "approx", "resp", "w.r.t", "st", "ca", "tab", "ref", "refs", "viz");

    private ShortText() {}

    /** One line: white space and control characters become single spaces, broken surrogates U+FFFD. */
    public static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        String whole = LONE_SURROGATE.matcher(text).replaceAll("\uFFFD");
        return SPACE.matcher(whole).replaceAll(" ").strip();
    }

    /** Most texts are, and are told so far sooner than by patterns; of what lies beyond ASCII only letters are sure to be. */
    private static boolean isClean(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char here = text.charAt(i);
            boolean sure = here > ' ' && here < 0x7F || Character.isLetter(here);
            if (!sure && (here != ' ' || before == ' ')) {
                return false;
            }
            before = here;
        }
        return text.isEmpty() || before != ' ';
    }

    /**
     * The text, cleaned, in at most {@code max} UTF-16 units: up to the end of its last sentence that fits, unless that
     * comes absurdly early; else up to a word, with an ellipsis. Never a part of a character.
     */
    public static String cut(String text, int max) {
        return cutLine(clean(text), max);
    }

    /** As {@link #cut} of a text that is clean; where it holds no-break spaces, it is not cut. */
    static String cutLine(String line, int max) {
        if (line.length() <= max) {
            return line;
        }
        if (max <= 0) {
            return "";
        }
        int end = lastSentenceEnd(line, max);
        return end >= max * EARLIEST_END ? line.substring(0, end) : cutAtWord(line, max - ELLIPSIS.length()) + ELLIPSIS;
    }

    private static int lastSentenceEnd(String line, int max) {
        Matcher ends = SENTENCE_END.matcher(line);
        int last = 0;
        while (ends.find() && ends.end() <= max) {
            if (!isAbbreviation(line, ends.toMatchResult())) {
                last = ends.end();
            }
        }
        return last;
    }

    private static boolean isAbbreviation(String line, MatchResult end) {
        if (line.charAt(end.start()) != '.' || end.end() == line.length()) {
            return false;
        }
        return isAbbreviation(line.substring(line.lastIndexOf(' ', end.start()) + 1, end.start()));
    }

    /** Whether a text ends in an abbreviation's or an initial's full stop, so that its sentence may go on after it. */
    public static boolean endsInAbbreviation(String text) {
        String line = text.strip();
        return line.endsWith(".") && isAbbreviation(line.substring(line.lastIndexOf(' ') + 1, line.length() - 1));
    }

    /** @param lastWord without its full stop */
    private static boolean isAbbreviation(String lastWord) {
        String word = lastWord.replaceFirst("^[(\\[\"'“‘]+", "");
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        return initial || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static String cutAtWord(String line, int room) {
        int space = line.lastIndexOf(' ', room);
        if (space > 0) {
            String words = LOOSE_END.matcher(line.substring(0, space)).replaceAll("");
            if (!words.isEmpty()) {
                return words;
            }
        }
        return line.substring(0, lastGraphemeEnd(line, room));
    }

    private static int lastGraphemeEnd(String line, int room) {
        Matcher graphemes = GRAPHEME.matcher(line);
        int last = 0;
        while (graphemes.find() && graphemes.end() <= room) {
            last = graphemes.end();
        }
        return last;
    }
}

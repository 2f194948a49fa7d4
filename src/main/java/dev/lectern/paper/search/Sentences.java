package dev.lectern.paper.search;

import dev.lectern.paper.ShortText;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text into its sentences: never inside a formula, a TeX group, an escape or parentheses. */
final class Sentences {
    /** What is longer than this was not closed where it was meant to be: a dollar sign may just be money. */
    private static final String SHORT = "{1,200}?";

    private static final Pattern WHOLE = Pattern.compile("(?<!\\\\)\\$[^$]" + SHORT + "(?<!\\\\)\\$"
            + "|\\\\\\(." + SHORT + "\\\\\\)"
            + "|(?<!\\\\)\\{[^{}]" + SHORT + "\\}"
            + "|\\([^()]" + SHORT + "\\)"
            + "|\\\\.\\s+\\S");

    private Sentences() {}

    /** The sentences, in order and without the space between them; together they are the whole text. */
    static List<String> of(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        Matcher spans = WHOLE.matcher(text);
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            boolean last = end == text.length();
            if (last || !isInside(spans, end) && !ShortText.endsInAbbreviation(text.substring(start, end))) {
                String sentence = text.substring(start, end).strip();
                if (!sentence.isEmpty()) {
                    sentences.add(sentence);
                }
                start = end;
            }
        }
        return sentences;
    }

    private static boolean isInside(Matcher spans, int position) {
        spans.reset();
        while (spans.find() && spans.start() < position) {
            if (position < spans.end()) {
                return true;
            }
        }
        return false;
    }
}

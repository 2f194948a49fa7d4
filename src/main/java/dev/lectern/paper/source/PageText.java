package dev.lectern.paper.source;

import dev.lectern.paper.Draft;
import dev.lectern.paper.ShortText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Daily Papers page as a browser copies it to text: tells the layout and hands over to its reader. */
final class PageText {
    private static final int LARGEST = 64 << 20;
    /** No title is as long; hardly an abstract is shorter. */
    private static final int LONG = 250;

    private static final int SURE_PAIRS = 3;

    private PageText() {}

    static Reading read(InputStream in, Charset charset, Optional<Year> asOf) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return Reading.unreadable("this is too large for a page of papers (more than 64 MB)");
        }
        List<String> lines = lines(new String(bytes, charset));
        boolean headed = lines.stream().anyMatch(PageHead::isUnmistakable);
        if (lines.stream().anyMatch(MetaLine::isUnmistakable) || (headed && isSpaced(lines))) {
            return reading(Format.PAGE_SPACED, SpacedPage.read(lines, asOf));
        }
        if (headed || isListOfPairs(lines)) {
            return reading(Format.PAGE_TIGHT, TightPage.read(lines));
        }
        return Reading.unreadable(
                "this is neither a Daily Papers answer (JSON), nor BibTeX, nor a feed, nor the text of a Daily Papers page");
    }

    /** The lines of a text, white space at their ends and of odd kinds folded; blank ones are empty. */
    static List<String> lines(String text) {
        return text.replace("\uFEFF", "").lines().map(ShortText::clean).toList();
    }

    static boolean isLong(String line) {
        return line.length() >= LONG;
    }

    private static boolean isSpaced(List<String> lines) {
        long blank = lines.stream()
                .dropWhile(String::isEmpty)
                .filter(String::isEmpty)
                .count();
        return blank * 3 > lines.size();
    }

    /** A page copied without its head: titles and abstracts in turn, and nothing else. */
    private static boolean isListOfPairs(List<String> lines) {
        List<String> filled = lines.stream().filter(line -> !line.isEmpty()).toList();
        for (int i = 0; i < filled.size(); i++) {
            if (isLong(filled.get(i)) != (i % 2 == 1)) {
                return false;
            }
        }
        return filled.size() >= 2 * SURE_PAIRS;
    }

    private static Reading reading(Format format, Found found) {
        Optional<String> problem = found.papers.isEmpty() && found.skipped.isEmpty()
                ? Optional.of("the page has no papers")
                : Optional.empty();
        return new Reading(Optional.of(format), found.papers, found.skipped, problem);
    }

    /** What a reader has found so far. */
    static final class Found {
        private final List<Draft> papers = new ArrayList<>();
        private final List<Skipped> skipped = new ArrayList<>();

        void add(Draft paper) {
            papers.add(paper);
        }

        void skip(String why) {
            skipped.add(new Skipped(papers.size() + skipped.size() + 1, why));
        }

        void skipTitle(String title, boolean atEnd) {
            String quoted = "\"" + ShortText.cut(title, 120) + "\"";
            skip(
                    atEnd
                            ? "the page ends after the title " + quoted + ", before its abstract"
                            : "the title " + quoted + " has no abstract");
        }
    }
}

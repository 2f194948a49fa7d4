package dev.lectern.paper.source;

import dev.lectern.paper.Draft;
import dev.lectern.paper.ShortText;
import java.util.List;

/** The tight layout: title and abstract on alternate lines. */
final class TightPage {
    private final List<String> lines;
    private final PageText.Found found = new PageText.Found();

    private TightPage(List<String> lines) {
        this.lines = lines;
    }

    static PageText.Found read(List<String> lines) {
        List<String> filled =
                PageHead.cutOff(lines).stream().filter(line -> !line.isEmpty()).toList();
        TightPage page = new TightPage(filled);
        page.readPairs();
        return page.found;
    }

    private void readPairs() {
        int next = 0;
        while (next < lines.size()) {
            next = readPaper(next);
        }
    }

    private int readPaper(int title) {
        if (PageText.isLong(lines.get(title))) {
            found.skip("an abstract without a title: \"" + ShortText.cut(lines.get(title), 60) + "\"");
            return title + 1;
        }
        if (!hasAbstract(title)) {
            found.skipTitle(lines.get(title), title + 1 == lines.size());
            return title + 1;
        }
        int end = endOfAbstract(title + 1);
        found.add(Draft.titled(lines.get(title)).withAbstract(String.join(" ", lines.subList(title + 1, end))));
        return end;
    }

    /** A short line that is no sentence and has an abstract of its own below it is the next title. */
    private boolean hasAbstract(int title) {
        if (title + 1 == lines.size()) {
            return false;
        }
        String next = lines.get(title + 1);
        boolean nextIsTitle = !PageText.isLong(next)
                && !next.matches(".*[.!?]")
                && title + 2 < lines.size()
                && PageText.isLong(lines.get(title + 2));
        return !nextIsTitle;
    }

    /** Further long lines are paragraphs of the same abstract. */
    private int endOfAbstract(int first) {
        int end = first + 1;
        while (end < lines.size() && PageText.isLong(lines.get(end))) {
            end++;
        }
        return end;
    }
}

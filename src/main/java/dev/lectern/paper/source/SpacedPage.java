package dev.lectern.paper.source;

import dev.lectern.paper.Authors;
import dev.lectern.paper.Draft;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The spaced layout: blocks between blank lines; a title, its abstract, and mostly a block of authors or organization,
 * a dot, and the date.
 */
final class SpacedPage {
    private static final int LONGEST_NAME = 120;

    /** One paper's parts as far as they have been met. */
    private static final class Entry {
        private final String title;
        private final List<String> paragraphs = new ArrayList<>();
        private boolean hasMeta;
        private int authors;
        private Optional<String> organization = Optional.empty();
        private Optional<PrintedDate> date = Optional.empty();

        Entry(String title) {
            this.title = title;
        }

        Draft draft(Optional<Year> pageYear) {
            Draft plain = Draft.titled(title)
                    .withAbstract(String.join(" ", paragraphs))
                    .withAuthors(new Authors(List.of(), authors, organization))
                    .withEcho(0, date.map(PrintedDate::comments).orElse(0));
            return date.flatMap(printed -> printed.in(pageYear))
                    .map(plain::withPublished)
                    .orElse(plain);
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    private SpacedPage() {}

    static PageText.Found read(List<String> lines, Optional<Year> asOf) {
        SpacedPage page = new SpacedPage();
        for (List<String> block : blocks(PageHead.cutOff(lines))) {
            page.readBlock(block);
        }
        return page.found(asOf);
    }

    private static List<List<String>> blocks(List<String> lines) {
        List<List<String>> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : lines) {
            if (!line.isEmpty()) {
                block.addAll(MetaLine.unfold(line));
            } else if (!block.isEmpty()) {
                blocks.add(block);
                block = new ArrayList<>();
            }
        }
        if (!block.isEmpty()) {
            blocks.add(block);
        }
        return blocks;
    }

    private void readBlock(List<String> block) {
        int meta = startOfMeta(block);
        readTexts(block.subList(0, meta));
        if (meta < block.size()) {
            readMeta(block.subList(meta, block.size()));
        }
    }

    /** Where author line, dot and date begin; the block's end when it has none. */
    private int startOfMeta(List<String> block) {
        for (int i = 0; i < block.size(); i++) {
            if (MetaLine.isUnmistakable(block.get(i))) {
                boolean named = MetaLine.isDot(block.get(i)) && i > 0 && isOrganization(block, i - 1);
                return named ? i - 1 : i;
            }
        }
        return block.size() == 1 && PrintedDate.parse(block.get(0)).isPresent() ? 0 : block.size();
    }

    private boolean isOrganization(List<String> block, int at) {
        String line = block.get(at);
        boolean abstractKnown = at > 1
                || (at == 0 && current().filter(e -> !e.paragraphs.isEmpty()).isPresent());
        boolean afterAbstract =
                at == 1 && (PageText.isLong(block.get(0)) || current().isPresent());
        return line.length() <= LONGEST_NAME && !line.endsWith(".") && (abstractKnown || afterAbstract);
    }

    /** The paper that still waits for an abstract or a date. */
    private Optional<Entry> current() {
        return entries.isEmpty() || entries.get(entries.size() - 1).hasMeta
                ? Optional.empty()
                : Optional.of(entries.get(entries.size() - 1));
    }

    /** Short lines above a long one are the title; lines that are all short are one text, broken by hand. */
    private void readTexts(List<String> texts) {
        long titleLines =
                texts.stream().takeWhile(line -> !PageText.isLong(line)).count();
        readText(String.join(" ", texts.subList(0, (int) titleLines)));
        readText(String.join(" ", texts.subList((int) titleLines, texts.size())));
    }

    private void readText(String text) {
        if (text.isEmpty()) {
            return;
        }
        Optional<Entry> waiting = current();
        boolean needsAbstract =
                waiting.filter(entry -> entry.paragraphs.isEmpty()).isPresent();
        if (needsAbstract || (waiting.isPresent() && PageText.isLong(text))) {
            waiting.orElseThrow().paragraphs.add(text);
        } else {
            entries.add(new Entry(text));
        }
    }

    private void readMeta(List<String> meta) {
        if (entries.isEmpty()) {
            return;
        }
        if (MetaLine.isDot(meta.get(0))) {
            takeLoneOrganization();
        }
        Entry entry = entries.get(entries.size() - 1);
        entry.hasMeta = true;
        int dot = meta.indexOf("·");
        for (int i = 0; i < meta.size(); i++) {
            String line = meta.get(i);
            if (MetaLine.authorCount(line).isPresent()) {
                entry.authors = MetaLine.authorCount(line).getAsInt();
            } else if (PrintedDate.parse(line).isPresent()) {
                entry.date = PrintedDate.parse(line);
            } else if (i < dot) {
                entry.organization = Optional.of(MetaLine.organization(line));
            }
        }
    }

    /** What looked like the next title was the organization's line, when a blank line stood between it and the dot. */
    private void takeLoneOrganization() {
        int last = entries.size() - 1;
        if (last == 0 || !entries.get(last).paragraphs.isEmpty()) {
            return;
        }
        Entry before = entries.get(last - 1);
        if (!before.hasMeta && entries.get(last).title.length() <= LONGEST_NAME) {
            before.organization = Optional.of(MetaLine.organization(entries.remove(last).title));
        }
    }

    private PageText.Found found(Optional<Year> asOf) {
        Optional<Year> pageYear = asOf.or(this::yearAfterNewestPrinted);
        PageText.Found found = new PageText.Found();
        for (Entry entry : entries) {
            boolean last = entry == entries.get(entries.size() - 1);
            if (entry.paragraphs.isEmpty() && !entry.hasMeta) {
                found.skipTitle(entry.title, last);
            } else {
                found.add(entry.draft(pageYear));
            }
        }
        return found;
    }

    /** The site prints no year for dates of the running one. */
    private Optional<Year> yearAfterNewestPrinted() {
        return entries.stream()
                .flatMap(entry -> entry.date.flatMap(PrintedDate::year).stream())
                .max(Comparator.naturalOrder())
                .map(newest -> newest.plusYears(1));
    }
}

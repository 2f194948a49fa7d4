package dev.lectern.paper.source;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Authors;
import dev.lectern.paper.Doi;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.Names;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.ShortText;
import dev.lectern.paper.source.SourceTrouble.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * arXiv's Atom: answers of its API, and its announcements. Read by jsoup, which knows no document types and fetches no
 * entities.
 *
 * @see <a href="https://info.arxiv.org/help/api/user-manual.html">arXiv API User's Manual</a>
 * @see <a href="https://info.arxiv.org/help/rss_specifications.html">arXiv's feeds</a>
 */
final class ArxivAtom {
    private static final Logger log = LoggerFactory.getLogger(ArxivAtom.class);
    private static final Set<String> FIRST_SHOWN = Set.of("new", "cross");
    private static final Pattern PREFIX =
            Pattern.compile("^arXiv:\\S+\\s+Announce Type:\\s*(\\S+)\\s*(?:Abstract:\\s*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN_NAMES = Pattern.compile(",\\s*+(?![^()]*\\))(?!(?:Jr|Sr)\\b\\.?|I{2,3}\\b)");
    private static final Pattern ERROR = Pattern.compile("/api/errors\\b");
    private static final int TAIL = 200;

    private final Document document;
    private final boolean whole;

    private ArxivAtom(Document document, boolean whole) {
        this.document = document;
        this.whole = whole;
    }

    /** @throws SourceTrouble when it is no Atom feed at all */
    static ArxivAtom read(byte[] body) throws SourceTrouble {
        Document document = parse(body);
        Element root = document.firstElementChild();
        if (root == null || !root.tagName().equalsIgnoreCase("feed")) {
            String what = document.text().isBlank() && root == null
                    ? "nothing"
                    : root != null && root.tagName().equalsIgnoreCase("html") ? "a web page" : "something else";
            throw new SourceTrouble(Kind.LATER, Arxiv.NAME + " answers with " + what + " instead of papers");
        }
        byte[] tail = Arrays.copyOfRange(body, Math.max(0, body.length - TAIL), body.length);
        return new ArxivAtom(
                document, new String(tail, StandardCharsets.UTF_8).strip().endsWith("</feed>"));
    }

    private static Document parse(byte[] body) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(body), null, "", Parser.xmlParser());
        } catch (IOException e) {
            throw new IllegalStateException("memory always answers", e);
        }
    }

    /** @throws SourceTrouble when arXiv did not understand the question */
    Listed answer() throws SourceTrouble {
        for (Element entry : entries()) {
            if (ERROR.matcher(text(entry, "id").orElse("")).find()) {
                throw new SourceTrouble(
                        Kind.NEVER,
                        Arxiv.NAME + " does not understand the question ("
                                + ShortText.cut(text(entry, "summary").orElse("no reason given"), TAIL) + ")");
            }
        }
        return listed(ArxivAtom::fromApi);
    }

    /**
     * What was announced and not seen before: new papers and those new in the category, not new versions.
     *
     * @param today for what does not say when it was announced
     */
    Listed announced(String category, LocalDate today) {
        LocalDate feedDay = date(document, "updated").map(ArxivAtom::utcDay).orElse(today);
        return listed(entry -> announced(entry, category, feedDay));
    }

    private interface Row {
        Optional<Draft> read(Element entry) throws BadRow;
    }

    private static final class BadRow extends Exception {
        private static final long serialVersionUID = 1L;

        BadRow(String why) {
            super(why);
        }
    }

    private Listed listed(Row reader) {
        List<Element> entries = entries();
        // Of an answer that was cut off, the last row may be half of one.
        int good = whole ? entries.size() : Math.max(0, entries.size() - 1);
        List<Draft> papers = new ArrayList<>();
        for (int i = 0; i < good; i++) {
            try {
                reader.read(entries.get(i)).ifPresent(papers::add);
            } catch (BadRow e) {
                log.warn("{}: row {} is left out: {}", Arxiv.NAME, i + 1, e.getMessage());
            }
        }
        return new Listed(papers, whole ? Optional.empty() : Optional.of(Arxiv.NAME + " broke off its answer"));
    }

    private List<Element> entries() {
        return document.getElementsByTag("entry");
    }

    private static Optional<Draft> fromApi(Element entry) throws BadRow {
        Draft paper = common(entry).withAbstract(text(entry, "summary").orElse(""));
        List<String> authors = children(entry, "author").stream()
                .flatMap(author -> text(author, "name").stream())
                .toList();
        Draft authored = paper.withAuthors(new Authors(authors, authors.size(), Optional.empty()));
        return Optional.of(date(entry, "published")
                .map(at -> authored.withPublished(utcDay(at)))
                .orElse(authored));
    }

    private static Optional<Draft> announced(Element entry, String category, LocalDate feedDay) throws BadRow {
        String summary = text(entry, "summary").orElse("");
        Matcher prefix = PREFIX.matcher(summary);
        boolean prefixed = prefix.find();
        String type = text(entry, "arxiv:announce_type")
                .or(() -> prefixed ? Optional.of(prefix.group(1)) : Optional.empty())
                .orElseThrow(() -> new BadRow("it does not say whether it is new"));
        if (!FIRST_SHOWN.contains(type)) {
            return Optional.empty();
        }
        LocalDate day = date(entry, "published").map(ArxivAtom::utcDay).orElse(feedDay);
        List<String> names =
                Arrays.asList(BETWEEN_NAMES.split(text(entry, "dc:creator").orElse("")));
        Draft paper = common(entry)
                .withAbstract(prefixed ? summary.substring(prefix.end()) : summary)
                .withAuthors(new Authors(names, 0, Optional.empty()))
                .withListings(List.of(new Listing(PaperList.arxiv(category), day)));
        return Optional.of(type.equals("new") ? paper.withPublished(day) : paper);
    }

    private static Draft common(Element entry) throws BadRow {
        ArxivId id = text(entry, "id").flatMap(ArxivAtom::id).orElseThrow(() -> new BadRow("it has no arXiv id"));
        String title = text(entry, "title").orElseThrow(() -> new BadRow(id + " has no title"));
        Names names = Names.NONE.withArxiv(id);
        Draft paper = Draft.titled(title)
                .withNames(text(entry, "arxiv:doi")
                        .flatMap(Doi::find)
                        .map(names::withDoi)
                        .orElse(names));
        return withdrawn(entry).map(paper::withWithdrawn).orElse(paper);
    }

    /** Of {@code http://arxiv.org/abs/2401.12345v2} or {@code oai:arXiv.org:2608.12345v1}. */
    private static Optional<ArxivId> id(String text) {
        return ArxivId.find(text.replaceFirst("^oai:arXiv\\.org:", "arXiv:"));
    }

    private static Optional<Instant> withdrawn(Element entry) {
        boolean gone = text(entry, "arxiv:comment").filter(Withdrawal::isTold).isPresent()
                || text(entry, "summary").filter(Withdrawal::isTold).isPresent();
        return gone ? date(entry, "updated").or(() -> date(entry, "published")) : Optional.empty();
    }

    private static List<Element> children(Element parent, String name) {
        return parent.children().stream()
                .filter(child -> child.tagName().equalsIgnoreCase(name))
                .toList();
    }

    private static Optional<String> text(Element parent, String name) {
        return children(parent, name).stream()
                .map(child -> ShortText.clean(child.wholeText()))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static Optional<Instant> date(Element parent, String name) {
        Element holder = parent instanceof Document whole ? whole.firstElementChild() : parent;
        return holder == null ? Optional.empty() : text(holder, name).flatMap(ArxivAtom::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate utcDay(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}

package dev.lectern.paper.source;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.lectern.paper.Draft;
import dev.lectern.paper.ShortText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A feed: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0. Document types, and with them entities of any kind, are refused. */
final class FeedFile {
    private static final int LARGEST = 32 << 20;
    /** Against XML 1.0, 2.2; common in the wild, and fatal to every parser. */
    private static final Pattern NO_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    /** The bytes are no feed that we read; the message is a clause for a person about them. */
    static final class NoFeed extends Exception {
        private static final long serialVersionUID = 1L;

        NoFeed(String why) {
            super(why);
        }
    }

    /**
     * @param title may be empty
     * @param entries in the feed's order
     */
    record Content(String title, List<FeedEntry> entries, List<Skipped> skipped) {}

    private FeedFile() {}

    /** A file, of which nobody knows where it came from: its papers are of no list. */
    static Reading read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return Reading.unreadable("this is too large for a feed (more than 32 MB)");
        }
        try {
            Content content = parse(bytes, Optional.empty());
            List<Draft> papers =
                    content.entries().stream().map(FeedEntry::draft).toList();
            boolean empty = papers.isEmpty() && content.skipped().isEmpty();
            return new Reading(
                    Optional.of(Format.FEED),
                    papers,
                    content.skipped(),
                    empty ? Optional.of("the feed has no entries") : Optional.empty());
        } catch (NoFeed e) {
            return Reading.unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** @param address where the feed was found, for the links in it that are relative */
    static Content parse(byte[] bytes, Optional<URI> address) throws NoFeed {
        SyndFeed feed = feed(text(bytes));
        List<FeedEntry> entries = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (SyndEntry entry : feed.getEntries()) {
            Optional<FeedEntry> read = FeedEntry.read(entry, address.or(() -> link(feed)));
            read.ifPresent(entries::add);
            if (read.isEmpty()) {
                skipped.add(new Skipped(entries.size() + skipped.size() + 1, "it has no title"));
            }
        }
        return new Content(
                Optional.ofNullable(feed.getTitle()).map(HtmlText::ofTitle).orElse(""), entries, skipped);
    }

    private static Optional<URI> link(SyndFeed feed) {
        return Optional.ofNullable(feed.getLink()).flatMap(WebAddress::of).map(URI::create);
    }

    private static String text(byte[] bytes) throws NoFeed {
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(bytes), true)) {
            Writer text = new StringWriter();
            reader.transferTo(text);
            return NO_XML.matcher(text.toString()).replaceAll("");
        } catch (IOException e) {
            throw new NoFeed(
                    "it is in no encoding that we know: " + ShortText.cut(String.valueOf(e.getMessage()), 200));
        }
    }

    private static SyndFeed feed(String text) throws NoFeed {
        SyndFeedInput input = new SyndFeedInput(false, Locale.US);
        input.setAllowDoctypes(false);
        try {
            return input.build(new StringReader(text));
        } catch (FeedException e) {
            String why = String.valueOf(e.getMessage());
            throw new NoFeed(
                    why.contains("DOCTYPE is disallowed")
                            ? "it declares a document type, which a feed has no need of and may do harm"
                            : "it is not well-formed: " + ShortText.cut(why.replaceFirst("^Invalid XML: ", ""), 200));
        } catch (IllegalArgumentException e) {
            throw new NoFeed("this is XML, but neither RSS nor Atom");
        }
    }
}

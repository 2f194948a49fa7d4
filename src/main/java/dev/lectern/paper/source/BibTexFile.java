package dev.lectern.paper.source;

import dev.lectern.paper.Draft;
import dev.lectern.paper.ShortText;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;

/**
 * A BibTeX file, entry by entry, so that a broken one costs itself only. Abbreviations ({@code @string}) hold for the
 * entries after them; one that nobody defined stands for itself. A row is an entry; comments and the like are none.
 */
final class BibTexFile {
    private static final int LARGEST = 64 << 20;
    private static final Charset OLD = Charset.forName("windows-1252");
    private static final Set<String> NO_ENTRIES = Set.of("comment", "preamble", "string");

    private final Map<String, String> abbreviations = new LinkedHashMap<>();
    private final List<Draft> papers = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private int row;

    private BibTexFile() {}

    static Reading read(InputStream in, Charset charset) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return Reading.unreadable("this is too large for a BibTeX file (more than 64 MB)");
        }
        return read(decode(bytes, charset));
    }

    private static Reading read(String text) {
        BibTexFile file = new BibTexFile();
        BibTexScan.parts(text).forEach(file::readPart);
        boolean empty = file.papers.isEmpty() && file.skipped.isEmpty();
        return new Reading(
                Optional.of(Format.BIBTEX),
                file.papers,
                file.skipped,
                empty ? Optional.of("the file has no entries") : Optional.empty());
    }

    /** Old files are in the encoding of the machine that they were written on. */
    private static String decode(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, OLD);
        }
    }

    private void readPart(BibTexScan.Part part) {
        if (part.type().equals("string")) {
            readAbbreviation(part);
        }
        if (NO_ENTRIES.contains(part.type())) {
            return;
        }
        row++;
        try {
            papers.add(BibTexEntry.draft(fields(part)));
        } catch (Unusable e) {
            skipped.add(new Skipped(row, place(part) + ": " + e.getMessage()));
        }
    }

    private static String place(BibTexScan.Part part) {
        String key = ShortText.cut(part.key(), 60);
        return "line " + part.line() + (key.isEmpty() ? "" : ", " + key);
    }

    private Map<String, String> fields(BibTexScan.Part part) throws Unusable {
        if (part.trouble().isPresent()) {
            throw new Unusable(part.trouble().get());
        }
        // The key may hold what jbibtex does not take, and is of no use here.
        BibTeXDatabase database = parse("@" + part.type() + "{key," + part.body() + "}", part.line());
        BibTeXEntry entry =
                database.getEntries().values().stream().findFirst().orElseThrow(() -> new Unusable("it has no fields"));
        Map<String, String> fields = new LinkedHashMap<>();
        entry.getFields()
                .forEach((name, value) -> fields.put(name.getValue().toLowerCase(Locale.ROOT), value.toUserString()));
        return fields;
    }

    private void readAbbreviation(BibTexScan.Part part) {
        try {
            parse("@string{" + part.body() + "}", part.line())
                    .getStrings()
                    .forEach((key, string) ->
                            abbreviations.put(key.getValue(), string.getValue().toUserString()));
        } catch (Unusable e) {
            // Whoever uses it shows its name instead: no reason to lose a paper.
            return;
        }
    }

    private BibTeXDatabase parse(String text, int firstLine) throws Unusable {
        try {
            BibTeXParser parser = new Lenient();
            abbreviations.forEach(parser::addMacro);
            return parser.parse(new StringReader(text));
        } catch (ParseException e) {
            throw new Unusable(describe(e, firstLine));
        } catch (TokenMgrException | ObjectResolutionException e) {
            throw new Unusable("it is not written as BibTeX wants it");
        }
    }

    private static String describe(ParseException e, int firstLine) {
        if (e.currentToken == null || e.currentToken.next == null || e.currentToken.next.image.isEmpty()) {
            return "it is not written as BibTeX wants it";
        }
        return "something is missing before \"" + ShortText.cut(e.currentToken.next.image, 40) + "\" in line "
                + (firstLine + e.currentToken.next.beginLine - 1);
    }

    /** Names that lead nowhere stand for themselves. */
    private static final class Lenient extends BibTeXParser {
        Lenient() throws ParseException {
            super();
        }

        @Override
        public void checkStringResolution(Key key, BibTeXString string) {}

        @Override
        public void checkCrossReferenceResolution(Key key, BibTeXEntry entry) {}
    }

    /** The entry is no paper that could be kept. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String why) {
            super(why);
        }
    }
}

package dev.lectern.paper.search;

import dev.lectern.group.GroupId;
import dev.lectern.paper.Listing;
import dev.lectern.paper.Names;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** A paper as the index holds it. */
final class PaperDocument {
    /** Change it with anything here or in {@link Words}: an index of another schema is built anew. */
    static final int SCHEMA = 2;

    static final String ID = "id";
    /** All names, each with its kind before it. */
    static final String NAME = "name";
    /** Title, keywords and abstract in one: what a paper says. Counted together, a word that all of them have is found best. */
    static final String TEXT = "text";
    /** Authors and the organization, in one: where plain words may find them. */
    static final String PEOPLE = "people";

    static final String AUTHORS = "authors";
    static final String ORGANIZATION = "organization";
    static final String TITLE_WORDS = "title-words";
    static final String TITLE_WHOLE = "title-whole";
    /** When it appeared, in days since 1970 (UTC). */
    static final String DAY = "day";
    /** The first day (UTC) on which it stood on a list, in days since 1970. */
    static final String LISTED = "listed";

    static final String WITHDRAWN = "withdrawn";
    static final String VECTOR = "vector";
    /** As it is written, for answers. */
    static final String TITLE = "title";

    static final String KEYWORD = "keyword";

    /** Who may know of it: everybody, or a channel; nobody where an earlier Lectern did not keep which channel that is. */
    static final String KNOWN_TO = "known-to";

    static final String EVERYBODY = "everybody";
    private static final String NOBODY = "nobody";

    private static final int LONGEST_WHOLE_TITLE = 1000;
    private static final FieldType COUNTED_TEXT = countedText();

    private PaperDocument() {}

    private static FieldType countedText() {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setStoreTermVectors(true);
        type.freeze();
        return type;
    }

    /** @param withKeywords whether the keywords that the source gave help to find it */
    static Document of(Paper paper, Optional<float[]> vector, boolean withKeywords) {
        Document document = new Document();
        document.add(new StringField(ID, paper.id().value(), Field.Store.YES));
        document.add(new SortedDocValuesField(ID, new BytesRef(paper.id().value())));
        document.add(new StringField(KNOWN_TO, knownTo(paper), Field.Store.NO));
        names(paper).forEach(name -> document.add(new StringField(NAME, name, Field.Store.NO)));
        said(paper, withKeywords).forEach(part -> document.add(new Field(TEXT, Words.folded(part), COUNTED_TEXT)));
        paper.authors().forEach(author -> add(document, AUTHORS, author));
        paper.organization().ifPresent(name -> add(document, ORGANIZATION, name));
        Stream.concat(paper.authors().stream(), paper.organization().stream())
                .forEach(name -> add(document, PEOPLE, name));
        title(document, paper.title());
        days(document, paper);
        paper.withdrawn().ifPresent(when -> document.add(new StringField(WITHDRAWN, "yes", Field.Store.NO)));
        paper.keywords().forEach(keyword -> document.add(new StoredField(KEYWORD, keyword)));
        vector.ifPresent(floats -> document.add(new BinaryDocValuesField(VECTOR, new BytesRef(bytes(floats)))));
        return document;
    }

    private static String knownTo(Paper paper) {
        return paper.id().typedIn().map(GroupId::toString).orElse(paper.isOnlyTyped() ? NOBODY : EVERYBODY);
    }

    private static List<String> names(Paper paper) {
        return Stream.concat(Stream.of("id:" + paper.id().value().toLowerCase(Locale.ROOT)), names(paper.names()))
                .toList();
    }

    /** With the kind of each before it. */
    static Stream<String> names(Names names) {
        return Stream.of(
                        names.arxiv().map(id -> "arxiv:" + id.withoutSubjectClass()),
                        names.doi().map(id -> "doi:" + id),
                        names.openReview().map(id -> "openreview:" + id))
                .flatMap(Optional::stream);
    }

    private static Stream<String> said(Paper paper, boolean withKeywords) {
        return Stream.of(
                        Stream.of(paper.title()),
                        withKeywords ? paper.keywords().stream() : Stream.<String>empty(),
                        Stream.of(paper.abstractText()))
                .flatMap(parts -> parts);
    }

    private static void add(Document document, String field, String text) {
        document.add(new TextField(field, Words.folded(text), Field.Store.NO));
    }

    private static void title(Document document, String title) {
        String folded = Words.folded(title);
        document.add(new StoredField(TITLE, title));
        document.add(new TextField(TITLE_WORDS, folded, Field.Store.NO));
        String whole = folded.substring(0, Math.min(LONGEST_WHOLE_TITLE, folded.length()));
        document.add(new StringField(TITLE_WHOLE, whole, Field.Store.NO));
    }

    private static void days(Document document, Paper paper) {
        Optional<LocalDate> listed = paper.listings().stream().findFirst().map(Listing::day);
        long day = paper.published()
                .or(() -> listed)
                .orElseGet(() -> LocalDate.ofInstant(paper.addedAt(), ZoneOffset.UTC))
                .toEpochDay();
        document.add(new LongPoint(DAY, day));
        document.add(new NumericDocValuesField(DAY, day));
        document.add(new LongPoint(LISTED, listed.map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE)));
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    static float[] vector(BytesRef bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length).asFloatBuffer().get(vector);
        return vector;
    }

    static PaperId id(Document document) {
        return PaperId.parse(document.get(ID));
    }
}

package dev.lectern.paper.search;

import dev.lectern.group.GroupId;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.search.PaperSearch.Reader;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Which papers may be in an answer, whatever they score. */
final class Filters {
    /** The words of one name, in any order and with others between, but not of two names. */
    private static final int WITHIN_A_NAME = Words.GAP / 4;

    private Filters() {}

    static Query of(SearchQuery wanted, Reader reader, IndexReader index) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(known(reader), Occur.FILTER);
        for (String phrase : wanted.phrases()) {
            all.add(phrase(phrase), Occur.FILTER);
        }
        for (String author : wanted.authors()) {
            all.add(name(PaperDocument.AUTHORS, author, index), Occur.FILTER);
        }
        for (String organization : wanted.organizations()) {
            all.add(name(PaperDocument.ORGANIZATION, organization, index), Occur.FILTER);
        }
        wanted.since()
                .ifPresent(day -> all.add(
                        LongPoint.newRangeQuery(PaperDocument.DAY, day.toEpochDay(), Long.MAX_VALUE), Occur.FILTER));
        wanted.read().ifPresent(read -> all.add(ids(reader.read()), read ? Occur.FILTER : Occur.MUST_NOT));
        return all.build();
    }

    /** What is listed only later is not known to anybody yet, and what was typed in another channel never is. */
    static Query known(Reader reader) {
        return new BooleanQuery.Builder()
                .add(
                        LongPoint.newRangeQuery(
                                PaperDocument.LISTED,
                                Long.MIN_VALUE,
                                reader.today().toEpochDay()),
                        Occur.FILTER)
                .add(among(reader), Occur.FILTER)
                .build();
    }

    private static Query among(Reader reader) {
        return new TermInSetQuery(
                PaperDocument.KNOWN_TO,
                Stream.concat(Stream.of(PaperDocument.EVERYBODY), reader.channel().map(GroupId::toString).stream())
                        .map(BytesRef::new)
                        .toList());
    }

    private static Query ids(Collection<PaperId> ids) {
        return new TermInSetQuery(
                PaperDocument.ID,
                ids.stream().map(id -> new BytesRef(id.value())).toList());
    }

    private static Query phrase(String phrase) {
        List<String> words = Words.singular(phrase);
        return words.isEmpty()
                ? new MatchAllDocsQuery()
                : new BooleanQuery.Builder()
                        .add(inOrder(PaperDocument.TEXT, words, 0), Occur.SHOULD)
                        .add(inOrder(PaperDocument.PEOPLE, words, 0), Occur.SHOULD)
                        .build();
    }

    private static Query name(String field, String name, IndexReader index) throws IOException {
        BooleanQuery.Builder spellings = new BooleanQuery.Builder();
        List<String> words = Words.singular(name);
        spellings.add(inOrder(field, words, WITHIN_A_NAME), Occur.SHOULD);
        if (words.size() == 1) {
            String word = words.get(0);
            if (index.docFreq(new Term(field, word)) == 0) {
                NearWords.of(word, field, index)
                        .forEach(near -> spellings.add(new TermQuery(new Term(field, near.word())), Occur.SHOULD));
            }
        }
        return spellings.build();
    }

    private static Query inOrder(String field, List<String> words, int slop) {
        return new PhraseQuery(slop, field, words.toArray(String[]::new));
    }
}

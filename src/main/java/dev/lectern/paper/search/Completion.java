package dev.lectern.paper.search;

import dev.lectern.paper.search.PaperSearch.Hit;
import dev.lectern.paper.search.PaperSearch.Reader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;

/** The papers whose title somebody types: each word typed is a word of the title or the beginning of one. */
final class Completion {
    /** A title that begins so comes before all that only have the words. */
    private static final float BEGINS = 100;

    private static final float WHOLE_WORD = 1;
    private static final int MOST_WORDS = 50;
    /** Letters; four bytes each are still below the library's thousand. */
    private static final int LONGEST = 200;

    private final Snapshot index;

    Completion(Snapshot index) {
        this.index = index;
    }

    List<Hit> find(String typed, Reader reader, int max) throws IOException {
        if (max <= 0) {
            return List.of();
        }
        Optional<Integer> named = HybridSearch.named(index, typed.strip(), Filters.known(reader));
        if (named.isPresent()) {
            return List.of(HybridSearch.hit(named.get(), 1, index.searcher().storedFields()));
        }
        List<String> words = Words.asWritten(typed);
        return words.isEmpty()
                ? HybridSearch.newest(index, Filters.known(reader), max)
                : HybridSearch.sorted(
                        index,
                        titles(words, reader),
                        max,
                        SortField.FIELD_SCORE,
                        HybridSearch.NEWEST,
                        HybridSearch.BY_ID);
    }

    private Query titles(List<String> words, Reader reader) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(Filters.known(reader), Occur.FILTER);
        for (String word : words.subList(0, Math.min(MOST_WORDS, words.size()))) {
            all.add(word(word), Occur.MUST);
        }
        Query begins = beginning(PaperDocument.TITLE_WHOLE, String.join(" ", words));
        return all.add(scored(begins, BEGINS), Occur.SHOULD).build();
    }

    private Query word(String typed) throws IOException {
        List<String> meant = new ArrayList<>(List.of(typed));
        Query beginning = beginning(PaperDocument.TITLE_WORDS, typed);
        if (index.searcher().count(beginning) == 0) {
            NearWords.of(typed, PaperDocument.TITLE_WORDS, index.searcher().getIndexReader())
                    .forEach(near -> meant.add(near.word()));
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder().add(scored(beginning, 0), Occur.SHOULD);
        meant.forEach(word ->
                any.add(scored(new TermQuery(new Term(PaperDocument.TITLE_WORDS, word)), WHOLE_WORD), Occur.SHOULD));
        return any.build();
    }

    /** The library refuses very long ones, and no title has them. */
    private static Query beginning(String field, String text) {
        return text.length() > LONGEST ? new MatchNoDocsQuery("too long") : new PrefixQuery(new Term(field, text));
    }

    private static Query scored(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }
}

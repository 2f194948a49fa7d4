package dev.lectern.paper.search;

import dev.lectern.paper.Names;
import dev.lectern.paper.search.PaperSearch.Hit;
import dev.lectern.paper.search.PaperSearch.Reader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.FixedBitSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds papers by their words and by their meaning at once. */
final class HybridSearch {
    private static final Logger log = LoggerFactory.getLogger(HybridSearch.class);

    static final SortField NEWEST = new SortField(PaperDocument.DAY, SortField.Type.LONG, true);
    static final SortField BY_ID = new SortField(PaperDocument.ID, SortField.Type.STRING);

    private final Snapshot index;
    private final Embedder embedder;

    HybridSearch(Snapshot index, Embedder embedder) {
        this.index = index;
        this.embedder = embedder;
    }

    /** The paper that is named; else those that fit, best first; of filters alone, the newest. */
    List<Hit> find(SearchQuery wanted, Reader reader, int max) throws IOException {
        Query allowed = Filters.of(wanted, reader, index.searcher().getIndexReader());
        if (max <= 0) {
            return List.of();
        }
        if (wanted.text().isEmpty()) {
            return newest(index, allowed, max);
        }
        FixedBitSet candidates = index.matching(allowed);
        Optional<Integer> named = named(index, wanted.text(), allowed);
        return named.isPresent()
                ? List.of(hit(named.get(), 1, index.searcher().storedFields()))
                : best(wanted.text(), candidates, max);
    }

    private List<Hit> best(String text, FixedBitSet candidates, int max) throws IOException {
        Fusion fusion = new Fusion(
                WordScores.of(Words.singular(text), index.searcher().getIndexReader())
                        .in(index),
                index.cosines(vector(text)));
        List<ScoreDoc> found = new ArrayList<>();
        Snapshot.each(candidates, document -> {
            if (fusion.fits(document)) {
                found.add(new ScoreDoc(document, (float) fusion.score(document)));
            }
        });
        found.sort(Comparator.comparingDouble((ScoreDoc one) -> one.score)
                .reversed()
                .thenComparing(one -> one.doc));
        StoredFields stored = index.searcher().storedFields();
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc one : found.subList(0, Math.min(max, found.size()))) {
            hits.add(hit(one.doc, one.score, fusion.hasWords(one.doc), stored));
        }
        return hits;
    }

    /** Empty where there is nothing to compare it with, or no model on this machine: then words alone decide. */
    private float[] vector(String text) {
        if (!index.hasVectors()) {
            return new float[0];
        }
        try {
            return embedder.embedQuery(text);
        } catch (ModelUnavailable e) {
            log.debug("searched by words alone", e);
            return new float[0];
        }
    }

    /** The paper whose id, or link, is the whole text, of those that are allowed. */
    static Optional<Integer> named(Snapshot index, String text, Query allowed) throws IOException {
        if (text.chars().anyMatch(Character::isWhitespace)) {
            return Optional.empty();
        }
        List<String> names =
                new ArrayList<>(PaperDocument.names(Names.find(text)).toList());
        names.add("id:" + text.toLowerCase(Locale.ROOT));
        for (String name : names) {
            Optional<Integer> found = index.withTerm(PaperDocument.NAME, name, allowed);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static List<Hit> newest(Snapshot index, Query allowed, int max) throws IOException {
        return sorted(index, allowed, max, NEWEST, BY_ID);
    }

    /** Scores are those of the query, which should be constant where it only allows. */
    static List<Hit> sorted(Snapshot index, Query query, int max, SortField... by) throws IOException {
        int most = Math.max(1, Math.min(max, index.size()));
        StoredFields stored = index.searcher().storedFields();
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc found : index.searcher().search(query, most, new Sort(by), true).scoreDocs) {
            hits.add(hit(found.doc, Float.isNaN(found.score) ? 0 : found.score, stored));
        }
        return hits;
    }

    static Hit hit(int document, double score, StoredFields stored) throws IOException {
        return hit(document, score, true, stored);
    }

    private static Hit hit(int document, double score, boolean hasWords, StoredFields stored) throws IOException {
        Document paper = stored.document(document);
        return new Hit(PaperDocument.id(paper), paper.get(PaperDocument.TITLE), score, hasWords);
    }
}

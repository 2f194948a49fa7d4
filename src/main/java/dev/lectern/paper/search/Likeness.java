package dev.lectern.paper.search;

import dev.lectern.paper.PaperId;
import dev.lectern.paper.search.PaperSearch.Alike;
import dev.lectern.paper.search.PaperSearch.Reader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.VectorUtil;

/**
 * Papers like a paper, and not all like each other: of the nearest, one after the other the one of most marginal
 * relevance (Carbonell and Goldstein, "The Use of MMR", SIGIR 1998).
 */
final class Likeness {
    /** Among so many of the nearest it chooses. */
    private static final int NEAREST = 50;
    /** How much being like the paper counts against being unlike those that were chosen; the rest to 1. */
    private static final double RELEVANCE = 0.6;

    private final Snapshot index;
    private final SharedWords words;

    Likeness(Snapshot index) throws IOException {
        this.index = index;
        this.words = new SharedWords(index.searcher().getIndexReader());
    }

    List<Alike> find(PaperId paper, Reader reader, int max) throws IOException {
        Optional<Integer> asked = index.withTerm(PaperDocument.ID, paper.value(), new MatchAllDocsQuery());
        if (asked.isEmpty() || max <= 0) {
            return List.of();
        }
        List<ScoreDoc> chosen = diverse(nearest(asked.get(), reader), max);
        StoredFields stored = index.searcher().storedFields();
        Document own = stored.document(asked.get());
        List<Alike> alike = new ArrayList<>();
        for (ScoreDoc one : chosen) {
            Document other = stored.document(one.doc);
            alike.add(new Alike(
                    PaperDocument.id(other),
                    other.get(PaperDocument.TITLE),
                    one.score,
                    words.shared(asked.get(), own, one.doc, other)));
        }
        return alike;
    }

    private List<ScoreDoc> nearest(int asked, Reader reader) throws IOException {
        float[] scores = likeness(asked);
        List<ScoreDoc> near = new ArrayList<>();
        Snapshot.each(
                index.matching(new BooleanQuery.Builder()
                        .add(Filters.known(reader), Occur.FILTER)
                        .add(new TermQuery(new Term(PaperDocument.WITHDRAWN, "yes")), Occur.MUST_NOT)
                        .build()),
                document -> {
                    if (document != asked && scores[document] > 0) {
                        near.add(new ScoreDoc(document, scores[document]));
                    }
                });
        near.sort(likestFirst());
        return near.subList(0, Math.min(NEAREST, near.size()));
    }

    /** By vectors; by words for those that have none, and for all when the paper itself has none. */
    private float[] likeness(int asked) throws IOException {
        float[] cosines = index.cosines(index.vector(asked));
        float[] byWords = words.likeness(asked, index);
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = Float.isNaN(cosines[i]) ? byWords[i] : cosines[i];
        }
        return cosines;
    }

    private static Comparator<ScoreDoc> likestFirst() {
        return Comparator.comparingDouble((ScoreDoc one) -> one.score)
                .reversed()
                .thenComparing(one -> one.doc);
    }

    private List<ScoreDoc> diverse(List<ScoreDoc> near, int max) {
        List<ScoreDoc> left = new ArrayList<>(near);
        List<ScoreDoc> chosen = new ArrayList<>();
        while (chosen.size() < max && !left.isEmpty()) {
            ScoreDoc next = left.stream()
                    .max(Comparator.comparingDouble(one -> marginal(one, chosen)))
                    .orElseThrow();
            left.remove(next);
            chosen.add(next);
        }
        chosen.sort(likestFirst());
        return chosen;
    }

    private double marginal(ScoreDoc one, List<ScoreDoc> chosen) {
        double nearest = chosen.stream()
                .mapToDouble(other -> cosine(one.doc, other.doc))
                .max()
                .orElse(0);
        return RELEVANCE * one.score - (1 - RELEVANCE) * nearest;
    }

    private double cosine(int one, int other) {
        float[] first = index.vector(one);
        float[] second = index.vector(other);
        return first.length > 0 && first.length == second.length ? VectorUtil.dotProduct(first, second) : 0;
    }
}

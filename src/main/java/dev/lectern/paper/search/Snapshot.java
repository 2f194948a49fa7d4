package dev.lectern.paper.search;

import dev.lectern.paper.PaperId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.VectorUtil;

/** The index at one moment; documents go by Lucene's numbers. */
record Snapshot(IndexSearcher searcher, SegmentVectors vectors) {

    int size() {
        return searcher.getIndexReader().maxDoc();
    }

    boolean hasVectors() {
        return searcher.getIndexReader().leaves().stream()
                .anyMatch(leaf -> leaf.reader().getFieldInfos().fieldInfo(PaperDocument.VECTOR) != null);
    }

    FixedBitSet matching(Query query) throws IOException {
        FixedBitSet matching = new FixedBitSet(size());
        searcher.search(query, new Each(ScoreMode.COMPLETE_NO_SCORES) {
            @Override
            void take(int document) {
                matching.set(document);
            }
        });
        return matching;
    }

    /** Each document's score, 0 where the query does not match. */
    float[] scores(Query query) throws IOException {
        float[] scores = new float[size()];
        searcher.search(query, new Each(ScoreMode.COMPLETE) {
            @Override
            void take(int document) throws IOException {
                scores[document] = score();
            }
        });
        return scores;
    }

    /** Each live document's cosine with the vector, NaN where there is none. */
    float[] cosines(float[] vector) {
        float[] cosines = new float[size()];
        Arrays.fill(cosines, Float.NaN);
        if (!SegmentVectors.isVector(vector)) {
            return cosines;
        }
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            float[][] theirs = vectors.of(leaf.reader());
            Bits live = leaf.reader().getLiveDocs();
            for (int i = 0; i < theirs.length; i++) {
                if (theirs[i].length == vector.length && (live == null || live.get(i))) {
                    cosines[leaf.docBase + i] = VectorUtil.dotProduct(vector, theirs[i]);
                }
            }
        }
        return cosines;
    }

    /** The document's vector; empty where there is none. */
    float[] vector(int document) {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            int within = document - leaf.docBase;
            if (within >= 0 && within < leaf.reader().maxDoc()) {
                return vectors.of(leaf.reader())[within];
            }
        }
        throw new IllegalArgumentException("no document " + document);
    }

    /** A document with this term, of those that are allowed. */
    Optional<Integer> withTerm(String field, String value, Query allowed) throws IOException {
        Query both = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(field, value)), Occur.FILTER)
                .add(allowed, Occur.FILTER)
                .build();
        TopDocs found = searcher.search(both, 1);
        return found.scoreDocs.length == 0 ? Optional.empty() : Optional.of(found.scoreDocs[0].doc);
    }

    /** The papers that not everybody may know of. */
    List<PaperId> notEverybodys() throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(new TermQuery(new Term(PaperDocument.KNOWN_TO, PaperDocument.EVERYBODY)), Occur.MUST_NOT)
                .build();
        StoredFields stored = searcher.storedFields();
        List<PaperId> ids = new ArrayList<>();
        FixedBitSet documents = matching(query);
        for (int document = 0; document < documents.length(); document++) {
            if (documents.get(document)) {
                ids.add(PaperDocument.id(stored.document(document)));
            }
        }
        return ids;
    }

    static void each(FixedBitSet documents, IntConsumer what) {
        for (int i = 0; i < documents.length(); i++) {
            if (documents.get(i)) {
                what.accept(i);
            }
        }
    }

    private abstract static class Each extends SimpleCollector {
        private final ScoreMode mode;
        private int base;
        private Optional<Scorable> scorer = Optional.empty();

        Each(ScoreMode mode) {
            this.mode = mode;
        }

        abstract void take(int document) throws IOException;

        float score() throws IOException {
            return scorer.orElseThrow().score();
        }

        @Override
        public void collect(int document) throws IOException {
            take(base + document);
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) {
            base = leaf.docBase;
        }

        @Override
        public void setScorer(Scorable now) {
            scorer = Optional.of(now);
        }

        @Override
        public ScoreMode scoreMode() {
            return mode;
        }
    }
}

package dev.lectern.paper.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * How much of what somebody asks for a paper says: BM25 (Robertson and Zaragoza, 2009) by the most that it could be, the
 * sum of the words' rarities. So 0 is nothing and 1 is everything; a word that no paper has counts as the rarest, and
 * keeps every paper far from 1.
 */
final class WordScores {
    static final float K1 = 1.2f;
    static final float B = 0.75f;
    /** A name is as good in a long list of authors as in a short one. */
    static final float B_OF_PEOPLE = 0;

    /** Against papers whose authors are called Long or Young. */
    private static final float PEOPLE = 0.5f;

    private static final float ONE_SLIP = 0.8f;
    private static final float TWO_SLIPS = 0.6f;
    /** More make no better question, and Lucene takes 1,024 clauses. */
    private static final int MOST_WORDS = 250;

    private final Query query;
    private final double most;

    private WordScores(Query query, double most) {
        this.query = query;
        this.most = most;
    }

    static WordScores of(List<String> words, IndexReader index) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        words.stream().limit(MOST_WORDS).forEach(word -> counts.merge(word, 1, Integer::sum));
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        double most = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            List<Meant> meant = meant(entry.getKey(), index);
            most += entry.getValue()
                    * meant.stream().mapToDouble(Meant::rarity).max().orElseGet(() -> rarity(0, index));
            if (!meant.isEmpty()) {
                List<Query> any = meant.stream().map(Meant::query).toList();
                all.add(new BoostQuery(new DisjunctionMaxQuery(any, 0), entry.getValue()), BooleanClause.Occur.SHOULD);
            }
        }
        return new WordScores(all.build(), most);
    }

    /** By document, from 0 to 1. */
    float[] in(Snapshot index) throws IOException {
        float[] scores = index.scores(query);
        for (int i = 0; i < scores.length && most > 0; i++) {
            scores[i] /= (float) most;
        }
        return scores;
    }

    /** A word of a field that was meant. */
    private record Meant(Query query, double rarity) {}

    private static List<Meant> meant(String word, IndexReader index) throws IOException {
        List<Meant> meant = new ArrayList<>(known(word, 1, index));
        if (meant.isEmpty()) {
            for (String field : List.of(PaperDocument.TEXT, PaperDocument.PEOPLE)) {
                for (NearWords.Near near : NearWords.of(word, field, index)) {
                    meant.addAll(known(near.word(), near.slips() == 1 ? ONE_SLIP : TWO_SLIPS, index));
                }
            }
        }
        return meant;
    }

    private static List<Meant> known(String word, float weight, IndexReader index) throws IOException {
        List<Meant> known = new ArrayList<>();
        for (String field : List.of(PaperDocument.TEXT, PaperDocument.PEOPLE)) {
            Term term = new Term(field, word);
            int papers = index.docFreq(term);
            if (papers > 0) {
                float worth = field.equals(PaperDocument.PEOPLE) ? weight * PEOPLE : weight;
                known.add(new Meant(new BoostQuery(new TermQuery(term), worth), worth * rarity(papers, index)));
            }
        }
        return known;
    }

    /** As BM25 counts it: the inverse document frequency. */
    static double rarity(int papers, IndexReader index) {
        int all = Math.max(index.numDocs(), papers);
        return Math.log(1 + (all - papers + 0.5) / (papers + 0.5));
    }
}

package dev.lectern.paper.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/** What somebody may have meant by a word that no paper has. */
final class NearWords {
    private static final int SHORTEST = 4;
    /** From this length on, two letters may be wrong. */
    private static final int LONG = 7;
    /** Nobody types so long a word; what looks like one is no word. */
    private static final int LONGEST = 40;
    /** The first letter is seldom wrong. */
    private static final int SAME_BEGINNING = 1;

    private static final int MOST = 3;

    /** @param slips letters too many, too few, wrong, or swapped with their neighbour */
    record Near(String word, int slips, int papers) {}

    private NearWords() {}

    /** The field's words that are nearest to it, all of them equally near, those of most papers first; may be empty. */
    static List<Near> of(String word, String field, IndexReader index) throws IOException {
        Terms terms = MultiTerms.getTerms(index, field);
        if (terms == null || word.length() < SHORTEST || word.length() > LONGEST) {
            return List.of();
        }
        for (int slips = 1; slips <= (word.length() >= LONG ? 2 : 1); slips++) {
            List<Near> near = within(slips, word, field, terms);
            if (!near.isEmpty()) {
                return near;
            }
        }
        return List.of();
    }

    private static List<Near> within(int slips, String word, String field, Terms terms) throws IOException {
        List<Near> near = new ArrayList<>();
        FuzzyTermsEnum found = new FuzzyTermsEnum(terms, new Term(field, word), slips, SAME_BEGINNING, true);
        for (BytesRef term = found.next(); term != null; term = found.next()) {
            near.add(new Near(term.utf8ToString(), slips, found.docFreq()));
        }
        return near.stream()
                .sorted(Comparator.comparingInt(Near::papers).reversed().thenComparing(Near::word))
                .limit(MOST)
                .toList();
    }
}

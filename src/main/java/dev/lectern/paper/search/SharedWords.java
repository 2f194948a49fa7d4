package dev.lectern.paper.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** What two papers have in common, in words: keywords of both, then the rarest words of both. */
final class SharedWords {
    private static final int TOLD = 5;
    private static final int SHORTEST = 3;
    /** A word that more papers have tells nothing. */
    private static final double COMMON = 0.2;

    private static final int RARE_ENOUGH = 3;
    /** A paper's most telling words, by which papers without a vector are compared. */
    private static final int TELLING = 30;

    private final IndexReader index;

    SharedWords(IndexReader index) {
        this.index = index;
    }

    /** The most telling first. */
    List<String> shared(int one, Document ofOne, int other, Document ofOther) throws IOException {
        List<String> shared = new ArrayList<>(sharedKeywords(ofOne, ofOther));
        Set<String> said = shared.stream()
                .flatMap(keyword -> Words.singular(keyword).stream())
                .collect(Collectors.toSet());
        Map<String, Double> own = weights(one);
        Map<String, Double> theirs = weights(other);
        own.keySet().retainAll(theirs.keySet());
        own.keySet().removeAll(said);
        own.replaceAll((word, weight) -> weight * theirs.getOrDefault(word, 0.0));
        shared.addAll(heaviest(own, TOLD));
        return shared.subList(0, Math.min(TOLD, shared.size()));
    }

    private static List<String> sharedKeywords(Document one, Document other) {
        Set<List<String>> theirs = Arrays.stream(other.getValues(PaperDocument.KEYWORD))
                .map(Words::singular)
                .collect(Collectors.toSet());
        return Arrays.stream(one.getValues(PaperDocument.KEYWORD))
                .filter(keyword -> theirs.contains(Words.singular(keyword)))
                .toList();
    }

    /** Each document's likeness by words, 0 to 1: how much of the paper's most telling words it has. */
    float[] likeness(int document, Snapshot snapshot) throws IOException {
        return WordScores.of(heaviest(weights(document), TELLING), index).in(snapshot);
    }

    private static List<String> heaviest(Map<String, Double> weights, int most) {
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Of the words that tell something: how often they stand there, by how rare they are (Salton and Buckley, 1988). */
    private Map<String, Double> weights(int document) throws IOException {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Map.Entry<String, Long> word : counts(document).entrySet()) {
            int papers = index.docFreq(new Term(PaperDocument.TEXT, word.getKey()));
            if (isTelling(word.getKey(), papers)) {
                weights.put(word.getKey(), (1 + Math.log(word.getValue())) * WordScores.rarity(papers, index));
            }
        }
        return weights;
    }

    private boolean isTelling(String word, int papers) {
        return word.length() >= SHORTEST
                && papers <= Math.max(RARE_ENOUGH, COMMON * index.numDocs())
                && !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word)
                && !word.chars().allMatch(Character::isDigit);
    }

    private Map<String, Long> counts(int document) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        Terms terms = index.termVectors().get(document, PaperDocument.TEXT);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef word = each.next(); word != null; word = each.next()) {
                counts.put(word.utf8ToString(), each.totalTermFreq());
            }
        }
        return counts;
    }
}

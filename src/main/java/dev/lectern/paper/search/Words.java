package dev.lectern.paper.search;

import dev.lectern.paper.NormalizedTitle;
import dev.lectern.paper.ShortText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words of a text, as the index compares them: folded as titles are, and plurals as their singular. */
final class Words {
    /** Between the parts of a paper's text, so that no phrase reaches from one into the next. */
    static final int GAP = 100;

    /** For text that is folded already. */
    static final Analyzer SINGULARS = new Folded(true);

    static final Analyzer AS_WRITTEN = new Folded(false);

    private Words() {}

    /** One line of words with single spaces between; empty for a blank text. */
    static String folded(String text) {
        String clean = ShortText.clean(text);
        return clean.isEmpty() ? "" : NormalizedTitle.of(clean).value();
    }

    /** The folded words, in order. */
    static List<String> asWritten(String text) {
        String folded = folded(text);
        return folded.isEmpty() ? List.of() : Arrays.asList(folded.split(" "));
    }

    /** The folded words, plurals as their singular, in order. */
    static List<String> singular(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = SINGULARS.tokenStream("", folded(text))) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static final class Folded extends Analyzer {
        private final boolean singular;

        Folded(boolean singular) {
            this.singular = singular;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new WhitespaceTokenizer();
            return singular
                    ? new TokenStreamComponents(words, new EnglishMinimalStemFilter(words))
                    : new TokenStreamComponents(words);
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP;
        }
    }
}

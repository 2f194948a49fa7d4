package dev.lectern.remember;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which of some texts have all of the words, English words by their stem; what stands in quotation marks stands there
 * word by word. An archive is small: its index is made for each question, in memory, so that it is never behind.
 */
final class ArchiveWords {
    private static final String TEXT = "text";
    private static final Pattern PHRASE = Pattern.compile("[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]");
    private static final Analyzer ENGLISH = new Stems();

    private ArchiveWords() {}

    /**
     * The places in {@code texts} of those that match; all of them for a question without a word.
     *
     * @param texts of each document its parts: no phrase reaches from one into the next
     */
    static Set<Integer> matching(List<List<String>> texts, String words) {
        try (ByteBuffersDirectory memory = new ByteBuffersDirectory()) {
            write(memory, texts);
            try (DirectoryReader index = DirectoryReader.open(memory)) {
                Set<Integer> found = new HashSet<>();
                for (ScoreDoc hit :
                        new IndexSearcher(index).search(query(words), Math.max(1, texts.size())).scoreDocs) {
                    found.add(hit.doc);
                }
                return found;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without merging, documents are numbered in the order in which they were added. */
    private static void write(ByteBuffersDirectory memory, List<List<String>> texts) throws IOException {
        IndexWriterConfig inOrder = new IndexWriterConfig(ENGLISH).setMergePolicy(NoMergePolicy.INSTANCE);
        try (IndexWriter writer = new IndexWriter(memory, inOrder)) {
            for (List<String> parts : texts) {
                Document document = new Document();
                parts.forEach(part -> document.add(new TextField(TEXT, part, Store.NO)));
                writer.addDocument(document);
            }
        }
    }

    private static Query query(String words) {
        QueryBuilder builder = new QueryBuilder(ENGLISH);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        Matcher phrases = PHRASE.matcher(words);
        while (phrases.find()) {
            add(all, builder.createPhraseQuery(TEXT, phrases.group(1)));
        }
        add(all, builder.createBooleanQuery(TEXT, phrases.replaceAll(" "), Occur.MUST));
        BooleanQuery query = all.build();
        return query.clauses().isEmpty() ? new MatchAllDocsQuery() : query;
    }

    /** Of signs alone Lucene makes no query. */
    private static void add(BooleanQuery.Builder all, @Nullable Query part) {
        if (part != null) {
            all.add(part, Occur.FILTER);
        }
    }

    private static final class Stems extends Analyzer {
        private static final int GAP = 100;

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(words));
            return new TokenStreamComponents(words, new PorterStemFilter(folded));
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP;
        }
    }
}

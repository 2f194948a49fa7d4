package dev.lectern.paper.search;

import dev.lectern.paper.ChangedPapers;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The papers' index of this process: derived from Redis, brought up to date by {@link #refresh}, and kept on disk only to
 * be there sooner after a restart. Any thread may use it.
 */
public final class PaperIndex implements PaperSearch, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PaperIndex.class);
    private static final int BATCH = 500;
    /** What a crash loses is fetched again; so there is no hurry to keep it. */
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(10);

    private final PaperStore papers;
    private final Vectors vectors;
    private final Embedder embedder;
    private final boolean withKeywords;
    private final String kind;
    private final IndexWriter writer;
    private final boolean kept;
    private final SearcherManager searchers;
    private final SegmentVectors segments = new SegmentVectors();

    private Optional<IndexState> state;
    private boolean changedSinceCommit;
    private long committedAt = System.nanoTime();

    private PaperIndex(
            IndexFolder.Opened opened, PaperStore papers, Vectors vectors, Embedder embedder, boolean withKeywords) {
        this.papers = papers;
        this.vectors = vectors;
        this.embedder = embedder;
        this.withKeywords = withKeywords;
        this.kind = PaperDocument.SCHEMA + " " + embedder.model() + "/" + EmbeddedText.WAY
                + (withKeywords ? " with keywords" : "");
        this.writer = opened.writer();
        this.kept = opened.kept();
        this.state = Optional.ofNullable(writer.getLiveCommitData()).flatMap(IndexState::ofCommit);
        try {
            this.searchers = new SearcherManager(writer, new WithOurScores());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kept in the folder, unless another process keeps its own there; as old as it was left until {@link #refresh}. */
    public static PaperIndex onDisk(Path folder, PaperStore papers, Vectors vectors, Embedder embedder) {
        return new PaperIndex(IndexFolder.open(folder), papers, vectors, embedder, true);
    }

    /**
     * Empty until {@link #refresh}.
     *
     * @param withKeywords whether the keywords that sources gave help to find papers
     */
    public static PaperIndex inMemory(PaperStore papers, Vectors vectors, Embedder embedder, boolean withKeywords) {
        return new PaperIndex(IndexFolder.inMemory(), papers, vectors, embedder, withKeywords);
    }

    /**
     * Takes in what changed since the last time; everything, where this index is of other data.
     *
     * @return how many papers were taken in or out
     */
    public synchronized int refresh() {
        try {
            String origin = papers.origin();
            long lastChange = papers.lastChange();
            int changed = state.filter(known -> known.leadsTo(origin, lastChange, kind))
                            .isPresent()
                    ? follow()
                    : build(origin, lastChange);
            changedSinceCommit |= changed > 0;
            searchers.maybeRefreshBlocking();
            if (changed > 0) {
                takeOutPublished();
            }
            if (System.nanoTime() - committedAt > BETWEEN_COMMITS.toNanos()) {
                commit();
            }
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int build(String origin, long lastChange) throws IOException {
        writer.deleteAll();
        List<Paper> all = papers.all();
        for (int from = 0; from < all.size(); from += BATCH) {
            put(all.subList(from, Math.min(from + BATCH, all.size())));
        }
        state = Optional.of(new IndexState(origin, lastChange, kind));
        log.info("built the index of {} papers anew", all.size());
        return all.size() + follow();
    }

    private int follow() throws IOException {
        int count = 0;
        IndexState now = state.orElseThrow();
        for (ChangedPapers changed = papers.changedAfter(now.upTo(), BATCH);
                !changed.ids().isEmpty();
                changed = papers.changedAfter(now.upTo(), BATCH)) {
            take(changed.ids());
            now = new IndexState(now.origin(), changed.upTo(), kind);
            state = Optional.of(now);
            count += changed.ids().size();
        }
        return count;
    }

    /** An id that turned out to be another paper's leads to that one, and is none of its own any more. */
    private void take(List<PaperId> ids) throws IOException {
        Set<Paper> found = new HashSet<>(papers.findAll(ids));
        put(found);
        Set<PaperId> gone = new HashSet<>(ids);
        found.forEach(paper -> gone.remove(paper.id()));
        for (PaperId id : gone) {
            writer.deleteDocuments(term(id));
        }
    }

    /** What was typed leads to everybody's paper when there is one, which tells nobody that it does. */
    private void takeOutPublished() throws IOException {
        List<PaperId> typed = with(Snapshot::notEverybodys);
        Map<PaperId, Paper> now = papers.findEach(typed);
        for (PaperId id : typed) {
            if (Optional.ofNullable(now.get(id))
                    .filter(paper -> paper.id().equals(id))
                    .isEmpty()) {
                writer.deleteDocuments(term(id));
            }
        }
        searchers.maybeRefreshBlocking();
    }

    private void put(Collection<Paper> some) throws IOException {
        Map<PaperId, float[]> known = vectors.of(some.stream().map(Paper::id).toList());
        for (Paper paper : some) {
            Optional<float[]> vector = Optional.ofNullable(known.get(paper.id()));
            writer.updateDocument(term(paper.id()), PaperDocument.of(paper, vector, withKeywords));
        }
    }

    private static Term term(PaperId id) {
        return new Term(PaperDocument.ID, id.value());
    }

    /** Keeps it on disk, where it is kept at all. */
    private void commit() throws IOException {
        committedAt = System.nanoTime();
        if (kept && changedSinceCommit) {
            state.ifPresent(now -> writer.setLiveCommitData(now.toCommit().entrySet()));
            writer.commit();
            changedSinceCommit = false;
        }
    }

    @Override
    public List<Hit> search(String query, Reader reader, int max) {
        SearchQuery wanted = SearchQuery.parse(query);
        return with(index -> new HybridSearch(index, embedder).find(wanted, reader, max));
    }

    @Override
    public List<Hit> completing(String typed, Reader reader, int max) {
        return with(index -> new Completion(index).find(typed, reader, max));
    }

    @Override
    public List<Alike> similar(PaperId paper, Reader reader, int max) {
        return with(index -> new Likeness(index).find(paper, reader, max));
    }

    /** Something asked of the index as it stands. */
    private interface Question<T> {
        T answer(Snapshot index) throws IOException;
    }

    private <T> T with(Question<T> question) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return question.answer(new Snapshot(searcher, segments));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            commit();
            searchers.close();
            writer.rollback();
            writer.getDirectory().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class WithOurScores extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(
                org.apache.lucene.index.IndexReader reader,
                org.apache.lucene.index.@org.jspecify.annotations.Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(IndexFolder.similarity());
            return searcher;
        }
    }
}

package dev.lectern.paper.search;

import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the vectors that papers lack. It shares the papers with every other process that does the same: as a rule each
 * is made once, and should one be made twice, both are the same. Any thread.
 */
public final class VectorMaker {
    private static final Logger log = LoggerFactory.getLogger(VectorMaker.class);
    /** So long a process may take for what it claims at once, and so long a dead one's papers have to wait. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final PaperStore papers;
    private final VectorStore vectors;
    private final Embedder embedder;

    public VectorMaker(PaperStore papers, VectorStore vectors, Embedder embedder) {
        this.papers = papers;
        this.vectors = vectors;
        this.embedder = embedder;
    }

    /** Those that have no vector of their present text. */
    List<Paper> lacking(List<Paper> some) {
        return vectors.lacking(some);
    }

    /** The papers of these ids, each once; what is kept under an id that turned out to be another's goes. */
    List<Paper> known(Collection<PaperId> ids) {
        List<Paper> known = papers.findAll(ids).stream().distinct().toList();
        Set<PaperId> gone = new HashSet<>(ids);
        known.forEach(paper -> gone.remove(paper.id()));
        vectors.forget(gone);
        return known;
    }

    /**
     * Makes the vectors that these papers lack, but for those that another process is making.
     *
     * @param stop asked before each: true leaves the rest to others
     * @return the papers that another process is making, or was when it died
     * @throws ModelUnavailable when there is no model on this machine
     */
    List<PaperId> make(Collection<PaperId> ids, BooleanSupplier stop) {
        List<Paper> lacking = vectors.lacking(known(ids));
        List<PaperId> wanted = lacking.stream().map(Paper::id).toList();
        Set<PaperId> claimed = Set.copyOf(vectors.claim(wanted, CLAIM));
        makeClaimed(
                lacking.stream().filter(paper -> claimed.contains(paper.id())).toList(), stop);
        return wanted.stream().filter(id -> !claimed.contains(id)).toList();
    }

    /** Takes over what dead processes left, a few papers at a time; answers how many it was. */
    int recover(int max, BooleanSupplier stop) {
        List<PaperId> left = vectors.claim(vectors.abandoned(max), CLAIM);
        if (!left.isEmpty()) {
            List<Paper> known = known(left);
            List<Paper> lacking = vectors.lacking(known);
            // Whoever kept these vectors may have died before it told anybody.
            vectors.settle(known.stream()
                    .filter(paper -> !lacking.contains(paper))
                    .map(Paper::id)
                    .toList());
            makeClaimed(lacking, stop);
        }
        return left.size();
    }

    private void makeClaimed(List<Paper> claimed, BooleanSupplier stop) {
        Map<Paper, float[]> made = new LinkedHashMap<>();
        List<PaperId> left = new ArrayList<>(claimed.stream().map(Paper::id).toList());
        try {
            for (Paper paper : claimed) {
                if (stop.getAsBoolean()) {
                    break;
                }
                embed(paper, made);
                left.remove(paper.id());
            }
            vectors.keep(made);
        } finally {
            vectors.giveUp(left);
        }
    }

    private void embed(Paper paper, Map<Paper, float[]> made) {
        try {
            made.put(paper, embedder.embed(EmbeddedText.of(paper)));
        } catch (ModelUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("no vector can be made of paper {}; it is found by its words only", paper.id(), e);
            vectors.release(List.of(paper.id()));
        }
    }
}

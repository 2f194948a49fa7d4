package dev.lectern.app;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.SharedData;
import dev.lectern.paper.search.Embedder;
import dev.lectern.paper.search.EmbeddedText;
import dev.lectern.paper.search.VectorStore;
import dev.lectern.paper.source.PaperFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The papers of the shared Daily Papers answers, in a Redis of the benchmark's own. */
final class SharedPapers {
    static final Instant THEN = Instant.parse("2026-05-01T00:00:00Z");
    /** Below {@code target}, so that it outlives a run and not a clean-up. */
    static final Path VECTORS = Path.of("target", "bench-embeddings");

    private static final int BATCH = 200;

    private SharedPapers() {}

    static List<Draft> drafts() {
        return SharedData.dailyPapers().stream()
                .flatMap(file -> PaperFiles.read(file.toString(), Optional.empty()).papers().stream())
                .toList();
    }

    /** Makes and keeps their vectors. */
    static void embed(List<Paper> papers, Embedder model, VectorStore store) {
        for (int from = 0; from < papers.size(); from += BATCH) {
            Map<Paper, float[]> vectors = new HashMap<>();
            papers.subList(from, Math.min(from + BATCH, papers.size()))
                    .forEach(paper -> vectors.put(paper, model.embed(EmbeddedText.of(paper))));
            store.keep(vectors);
            Progress.say("%d of %d papers have vectors", Math.min(from + BATCH, papers.size()), papers.size());
        }
    }

    /** All of them as they are known in the end, by id. */
    static List<Paper> keep(PaperStore store) {
        store.saveAll(drafts(), THEN);
        return store.all();
    }
}

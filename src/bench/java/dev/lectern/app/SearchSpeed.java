package dev.lectern.app;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.BgeSmall;
import dev.lectern.paper.search.EmbeddedText;
import dev.lectern.paper.search.PaperIndex;
import dev.lectern.paper.search.PaperSearch.Reader;
import dev.lectern.paper.search.VectorStore;
import dev.lectern.redis.BenchRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * How long a search takes besides embedding the query, and a restart: on the shared papers grown with made-up variants,
 * each with some words of its own and a vector a little off.
 */
final class SearchSpeed {
    private static final Reader READER = new Reader(LocalDate.of(2030, 1, 1), Set.of());
    private static final int HITS = 10;
    private static final int ROUNDS = 3;
    private static final int RESTARTS = 5;
    private static final double NOISE = 0.02;
    private static final double WORDS_CHANGED = 0.2;

    private final int size;
    private final Random random = new Random(7);

    SearchSpeed(int size) {
        this.size = size;
    }

    Table run() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "bench-index");
        try (BenchRedis redis = BenchRedis.inMemory();
                RememberedEmbedder model = new RememberedEmbedder(new BgeSmall(), SharedPapers.VECTORS)) {
            PaperStore store = new PaperStore(redis.commands());
            VectorStore vectors = new VectorStore(redis.commands(), store, model);
            List<Paper> real = SharedPapers.keep(store);
            SharedPapers.embed(real, model, vectors);
            grow(real, store, model, vectors);
            Table table = new Table(
                    "Search over " + store.count() + " papers, all with vectors", "what", "times", "median ms", "p95 ms", "max ms");
            Progress.say("building the index");
            long began = System.nanoTime();
            try (PaperIndex index = PaperIndex.onDisk(folder, store, vectors, model)) {
                index.refresh();
                row(table, "build from Redis", Measured.nanos(System.nanoTime() - began), 1);
                for (Map.Entry<String, List<String>> kind : questions(real).entrySet()) {
                    ask(index, kind.getValue());
                    row(table, kind.getKey(), ask(index, kind.getValue()), kind.getValue().size() * ROUNDS);
                }
            }
            row(table, "reopen after a restart", reopen(folder, store, vectors, model), RESTARTS);
            return table;
        }
    }

    private static void row(Table table, String what, Measured measured, int times) {
        table.row(what, times, measured.median(), measured.percentile(95), measured.max());
    }

    private static Map<String, List<String>> questions(List<Paper> papers) {
        Map<String, List<String>> questions = new java.util.LinkedHashMap<>();
        List<Paper> some = papers.stream()
                .filter(paper -> paper.keywords().size() >= 3 && paper.shortSummary().isPresent())
                .limit(200)
                .toList();
        questions.put(
                "search by three keywords",
                some.stream().map(paper -> String.join(" ", paper.keywords().subList(0, 3))).toList());
        questions.put("search by title", some.stream().map(Paper::title).toList());
        questions.put(
                "search by summary",
                some.stream().flatMap(paper -> paper.shortSummary().stream()).toList());
        return questions;
    }

    /** The query's vector is remembered, so that it takes no time here. */
    private static Measured ask(PaperIndex index, List<String> queries) {
        queries.forEach(query -> index.search(query, READER, HITS));
        long[] nanos = new long[queries.size() * ROUNDS];
        for (int i = 0; i < nanos.length; i++) {
            long began = System.nanoTime();
            index.search(queries.get(i % queries.size()), READER, HITS);
            nanos[i] = System.nanoTime() - began;
        }
        return Measured.nanos(nanos);
    }

    /** Opened, up to date, and the first question answered. */
    private static Measured reopen(Path folder, PaperStore store, VectorStore vectors, RememberedEmbedder model) {
        long[] nanos = new long[RESTARTS];
        for (int i = 0; i < RESTARTS; i++) {
            long began = System.nanoTime();
            try (PaperIndex index = PaperIndex.onDisk(folder, store, vectors, model)) {
                if (index.refresh() != 0 || index.completing("", READER, HITS).size() != HITS) {
                    throw new IllegalStateException("it was not reopened but built anew");
                }
                nanos[i] = System.nanoTime() - began;
            }
        }
        return Measured.nanos(nanos);
    }

    private void grow(List<Paper> real, PaperStore store, RememberedEmbedder model, VectorStore vectors) {
        List<Draft> variants = new ArrayList<>();
        List<float[]> theirs = new ArrayList<>();
        for (int i = 0; real.size() + variants.size() < size; i++) {
            Paper paper = real.get(i % real.size());
            variants.add(Draft.titled(varied(paper.title()) + " " + word() + i)
                    .withAbstract(varied(paper.abstractText()))
                    .withAuthors(paper.facts().authors())
                    .withKeywords(paper.keywords())
                    .withPublished(paper.published().orElse(LocalDate.of(2026, 1, 1))));
            theirs.add(near(model.embed(EmbeddedText.of(paper))));
        }
        store.saveAll(variants, SharedPapers.THEN);
        Map<Paper, float[]> kept = new HashMap<>();
        for (int i = 0; i < variants.size(); i++) {
            Optional<Paper> paper = store.byTitle(variants.get(i).normalizedTitle()).flatMap(store::find);
            kept.put(paper.orElseThrow(), theirs.get(i));
        }
        vectors.keep(kept);
        Progress.say("grown to %d papers", store.count());
    }

    private String varied(String text) {
        StringBuilder varied = new StringBuilder();
        for (String word : text.split(" ")) {
            varied.append(random.nextDouble() < WORDS_CHANGED ? word() : word).append(' ');
        }
        return varied.toString();
    }

    /** Some are frequent, most are rare, as words are. */
    private String word() {
        return "w" + (int) (Math.exp(random.nextDouble() * Math.log(50_000)));
    }

    private float[] near(float[] vector) {
        float[] near = new float[vector.length];
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            near[i] = (float) (vector[i] + NOISE * random.nextGaussian());
            square += near[i] * near[i];
        }
        for (int i = 0; i < near.length; i++) {
            near[i] /= (float) Math.sqrt(square);
        }
        return near;
    }
}

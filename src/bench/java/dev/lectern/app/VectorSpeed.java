package dev.lectern.app;

import com.sun.management.OperatingSystemMXBean;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.BgeSmall;
import dev.lectern.paper.search.Embedder;
import dev.lectern.paper.search.EmbeddedText;
import dev.lectern.paper.search.VectorMaker;
import dev.lectern.paper.search.VectorRun;
import dev.lectern.paper.search.VectorStore;
import dev.lectern.paper.source.PaperFiles;
import dev.lectern.redis.BenchRedis;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What a vector costs from Redis to Redis, as a ratio to what the model costs by itself. In turns, so that whatever else
 * the machine does hits both alike; processor time beside the clock's, since only that is ours alone.
 */
final class VectorSpeed {
    private static final int ROUNDS = 5;
    private static final String[] WAYS = {"the model alone", "read, embed, keep", "the same, two at a time"};

    private final int papers;
    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** @param papers how many in each round */
    VectorSpeed(int papers) {
        this.papers = papers;
    }

    private record Cost(double millis, double processorMillis) {}

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    Table run() throws IOException, InterruptedException {
        Embedder model = new BgeSmall(Path.of("target", "natives"));
        ImportSpeed.heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        List<List<Cost>> costs = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (BenchRedis redis = BenchRedis.durable()) {
            PaperStore store = new PaperStore(redis.commands());
            List<PaperId> ids = sample(store);
            List<Paper> known = store.findAll(ids);
            known.stream().limit(10).forEach(paper -> model.embed(EmbeddedText.of(paper)));
            for (int round = 0; round < ROUNDS; round++) {
                costs.get(0).add(cost(() -> known.forEach(paper -> model.embed(EmbeddedText.of(paper)))));
                costs.get(1).add(cost(() -> make(redis, store, model, ids, 1)));
                costs.get(2).add(cost(() -> make(redis, store, model, ids, 2)));
                Progress.say("vectors: round %d of %d done", round + 1, ROUNDS);
            }
        }
        return table(costs);
    }

    private Table table(List<List<Cost>> costs) {
        Table table = new Table(
                "Vectors of %d real papers, medians of %d rounds".formatted(papers, ROUNDS),
                "what",
                "ms a paper",
                "papers a second",
                "processor ms a paper",
                "time, to the model alone",
                "processor, to the model alone",
                "heap MB, most");
        for (int way = 0; way < WAYS.length; way++) {
            double millis = median(costs.get(way).stream().map(Cost::millis).toList());
            table.row(
                    WAYS[way],
                    millis,
                    1000 / millis,
                    median(costs.get(way).stream().map(Cost::processorMillis).toList()),
                    "%.3f".formatted(median(ratios(costs.get(way), costs.get(0), false))),
                    "%.3f".formatted(median(ratios(costs.get(way), costs.get(0), true))),
                    ImportSpeed.peakHeap() / 1_000_000);
        }
        return table;
    }

    /** Round by round. */
    private static List<Double> ratios(List<Cost> some, List<Cost> others, boolean processor) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            Cost one = some.get(i);
            Cost other = others.get(i);
            ratios.add(processor ? one.processorMillis() / other.processorMillis() : one.millis() / other.millis());
        }
        return ratios;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Papers drawn at random from the real ones, in that Redis. */
    private List<PaperId> sample(PaperStore store) throws IOException {
        List<PaperId> ids = new ArrayList<>();
        for (Path file : BenchPapers.dailyPapers()) {
            var reading = PaperFiles.read(file.toString(), Optional.empty());
            store.saveAll(reading.papers(), Instant.EPOCH).forEach(saved -> ids.add(saved.id()));
        }
        Collections.shuffle(ids, new Random(5));
        return ids.stream().distinct().limit(papers).toList();
    }

    private static void make(BenchRedis redis, PaperStore store, Embedder model, List<PaperId> ids, int threads)
            throws InterruptedException {
        VectorStore vectors = new VectorStore(redis.commands(), store, model);
        vectors.forget(ids);
        int made = new VectorRun(new VectorMaker(store, vectors, model), threads).run(ids, (done, of) -> {});
        if (made != ids.size()) {
            throw new IllegalStateException(made + " vectors made of " + ids.size());
        }
    }

    private Cost cost(Work work) throws InterruptedException {
        long processor = machine.getProcessCpuTime();
        long began = System.nanoTime();
        work.run();
        double nanos = System.nanoTime() - began;
        return new Cost(nanos / 1e6 / papers, (machine.getProcessCpuTime() - processor) / 1e6 / papers);
    }
}

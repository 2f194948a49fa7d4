package dev.lectern.app;

import com.sun.management.OperatingSystemMXBean;
import dev.lectern.paper.PaperStore;
import dev.lectern.redis.BenchRedis;
import dev.lectern.redis.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Papers a second of the whole command, from the files to a Redis that has every write on disk; and Lectern's own
 * processor time in the last round, which says something on a busy machine, too.
 */
final class ImportSpeed {
    private static final int ROUNDS = 3;

    private final int times;

    /** @param times how many made-up variants of each file there are besides */
    ImportSpeed(int times) {
        this.times = times;
    }

    Table run() throws IOException {
        Table table = new Table(
                "Import without vectors", "files", "rows", "papers", "first: a second", "then: a second", "processor ms a row", "heap MB, most");
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-files");
        try (BenchRedis redis = BenchRedis.durable()) {
            row(table, redis, "the real ones", BenchPapers.real());
            List<Path> grown = new ArrayList<>(BenchPapers.real());
            grown.addAll(BenchPapers.variants(times - 1, folder));
            row(table, redis, "grown " + times + " times", grown);
        } finally {
            try (Stream<Path> made = Files.walk(folder)) {
                made.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
        return table;
    }

    private static void row(Table table, BenchRedis redis, String what, List<Path> files) {
        List<Double> rates = new ArrayList<>();
        long rows = 0;
        long papers = 0;
        double processor = 0;
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        for (int round = 0; round < ROUNDS; round++) {
            redis.commands().flushAll();
            PaperStore store = new PaperStore(redis.commands());
            StringWriter out = new StringWriter();
            List<String> arguments = new ArrayList<>(List.of("--json", "--without-vectors"));
            files.forEach(file -> arguments.add(file.toString()));
            ImportCommand command = new ImportCommand(
                    () -> store,
                    () -> {
                        throw new IllegalStateException("no vectors are asked for");
                    },
                    Clock.systemUTC(),
                    false);
            long processorBefore = machine.getProcessCpuTime();
            long began = System.nanoTime();
            int status = new CommandLine(command).setOut(new PrintWriter(out)).execute(arguments.toArray(String[]::new));
            double seconds = (System.nanoTime() - began) / 1e9;
            double processorMillis = (machine.getProcessCpuTime() - processorBefore) / 1e6;
            papers = store.count();
            rows = rows(out.toString());
            processor = processorMillis / rows;
            if (status != 0 || papers == 0) {
                throw new IllegalStateException("the import ended with " + status + ": " + out);
            }
            rates.add(rows / seconds);
        }
        Progress.say("import: %s done", what);
        table.row(what, rows, papers, rates.get(0), rates.get(ROUNDS - 1), processor, peakHeap() / 1_000_000);
    }

    private static long rows(String report) {
        return Json.MAPPER
                .readTree(report)
                .path("files")
                .valueStream()
                .mapToLong(file -> file.path("rows").asLong())
                .sum();
    }

    static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** With what nobody needed any more: an upper bound. */
    static long peakHeap() {
        return heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}

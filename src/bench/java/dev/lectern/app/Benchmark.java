package dev.lectern.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The order of growth, in tables: {@code mvn -q -Pbench test-compile exec:java}, with {@code -Dbench=--quick} for a
 * smaller run, or the names of some of its parts. Stdout gets the tables, and so does {@code target/bench.md}.
 *
 * <p>Not JMH: what is measured takes milliseconds, needs a server filled for it, and is mostly spent outside of the JVM;
 * warming up and medians of many rounds are enough.
 */
public final class Benchmark {
    private static final Path FILE = Path.of("target", "bench.md");

    private Benchmark() {}

    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (IOException | InterruptedException | RuntimeException e) {
            // Servers of the part that failed still listen, and would keep the process waiting without a word.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        List<String> asked = Arrays.stream(arguments).filter(word -> !word.isBlank()).toList();
        boolean quick = asked.contains("--quick");
        List<String> parts = asked.stream().filter(word -> !word.startsWith("--")).toList();
        List<String> said = new ArrayList<>();
        said.add("Load of the machine before: " + load());
        if (wants(parts, "search-quality")) {
            said.add(new SearchQuality().run().toString());
        }
        if (wants(parts, "search-speed")) {
            said.add(new SearchSpeed(quick ? 3000 : 10_000).run().toString());
        }
        if (wants(parts, "import")) {
            said.add(new ImportSpeed(quick ? 2 : 10).run().toString());
        }
        if (wants(parts, "vectors")) {
            said.add(new VectorSpeed(quick ? 20 : 100).run().toString());
        }
        if (wants(parts, "count")) {
            said.add(new CountSpeed(quick ? 5 : 15).run().toString());
        }
        if (wants(parts, "voters")) {
            try (ThousandVoters voters = new ThousandVoters(quick ? 200 : 1000)) {
                said.add(voters.run().toString());
            }
        }
        if (List.of("growth", "throughput", "lateness").stream().anyMatch(part -> wants(parts, part))) {
            groups(parts, quick, said);
        }
        said.add("Load of the machine after: " + load());
        String all = String.join("\n", said) + "\n";
        System.out.println(all);
        Files.writeString(FILE, all);
    }

    private static void groups(List<String> parts, boolean quick, List<String> said)
            throws IOException, InterruptedException {
        SampleLife.Moments moments = SampleLife.live();
        Progress.say("a group has lived its first week");
        if (wants(parts, "growth")) {
            List<Integer> sizes =
                    quick ? List.of(1000, 10_000, 100_000) : List.of(1000, 10_000, 100_000, 1_000_000);
            new Growth(moments.idle(), sizes, quick ? 100 : 500).run().forEach(table -> said.add(table.toString()));
        }
        if (wants(parts, "throughput")) {
            said.add(new Throughput(moments.idle(), quick ? 5000 : 30_000).run().toString());
        }
        if (wants(parts, "lateness")) {
            try (Lateness lateness = new Lateness(moments, quick ? 300 : 1000)) {
                said.add(lateness.run().toString());
            }
        }
    }

    private static boolean wants(List<String> parts, String part) {
        return parts.isEmpty() || parts.contains(part);
    }

    private static String load() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT, "%.2f on %d processors", machine.getSystemLoadAverage(), machine.getAvailableProcessors());
    }
}

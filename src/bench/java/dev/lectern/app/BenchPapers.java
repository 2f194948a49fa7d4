package dev.lectern.app;

import dev.lectern.redis.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The real files beside the repository, and as many more as asked for: the same rows under ids and titles made up. */
final class BenchPapers {
    private BenchPapers() {}

    static Path folder() {
        Path folder = Path.of(
                Optional.ofNullable(System.getenv("LECTERN_SHARED_DATA")).orElse("../shared/data"));
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("no real files in " + folder + "; set LECTERN_SHARED_DATA");
        }
        return folder;
    }

    static List<Path> real() throws IOException {
        List<Path> files = new ArrayList<>(dailyPapers());
        files.addAll(files("pages"));
        return files;
    }

    static List<Path> dailyPapers() throws IOException {
        return files("daily-papers");
    }

    private static List<Path> files(String below) throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve(below))) {
            return files.sorted().toList();
        }
    }

    /** The Daily Papers files again, under {@code into}, once for each of that many variants. */
    static List<Path> variants(int times, Path into) throws IOException {
        Files.createDirectories(into);
        List<Path> files = new ArrayList<>();
        int number = 0;
        for (Path file : dailyPapers()) {
            JsonNode rows = Json.MAPPER.readTree(Files.readString(file));
            for (int variant = 0; variant < times; variant++) {
                ArrayNode changed = Json.MAPPER.createArrayNode();
                for (JsonNode row : rows) {
                    changed.add(variant(row, variant, number++));
                }
                Path target = into.resolve(variant + "-" + file.getFileName());
                files.add(Files.writeString(target, changed.toString()));
            }
        }
        return files;
    }

    private static JsonNode variant(JsonNode row, int variant, int number) {
        ObjectNode copy = (ObjectNode) row.deepCopy();
        ObjectNode paper = (ObjectNode) copy.path("paper");
        String title = paper.path("title").asString() + String.format(Locale.ROOT, ", again %d", variant);
        paper.put("id", String.format(Locale.ROOT, "%04d.%05d", 5000 + number / 100_000, number % 100_000));
        paper.put("title", title);
        copy.put("title", title);
        return copy;
    }
}

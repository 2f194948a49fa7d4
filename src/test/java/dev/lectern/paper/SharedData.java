package dev.lectern.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The real files beside the repository, which it does not carry. */
public final class SharedData {
    private SharedData() {}

    /** The folder; without it the test is skipped, and says so. */
    public static Path folder() {
        Path folder = Path.of(Optional.ofNullable(System.getProperty("LECTERN_SHARED_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("LECTERN_SHARED_DATA")))
                .orElse("../shared/data"));
        Assumptions.assumeTrue(
                Files.isDirectory(folder), () -> "skipped: no real files in " + folder + "; set LECTERN_SHARED_DATA");
        return folder;
    }

    public static List<Path> dailyPapers() {
        return files("daily-papers", ".json");
    }

    public static List<Path> pages() {
        return files("pages", ".txt");
    }

    private static List<Path> files(String below, String end) {
        try (Stream<Path> files = Files.list(folder().resolve(below))) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

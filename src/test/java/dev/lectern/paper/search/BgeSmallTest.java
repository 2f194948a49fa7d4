package dev.lectern.paper.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BgeSmallTest {
    private static final Path NATIVES = Path.of("target", "natives");

    private final Embedder model = new BgeSmall(NATIVES);

    @Test
    void texts_of_like_meaning_are_nearer_than_others() {
        float[] forgets = model.embed("Agents that forget what they were told");
        float[] memory = model.embed("Long-term memory for language model agents");
        float[] cooking = model.embed("How to bake sourdough bread at home");
        assertThat(forgets).hasSize(model.dimensions());
        assertThat(product(forgets, forgets)).isCloseTo(1, within(1e-3));
        assertThat(product(forgets, memory)).isGreaterThan(product(forgets, cooking));
    }

    @Test
    void no_text_is_too_short_or_too_long() {
        assertThat(model.embed("")).hasSize(model.dimensions());
        assertThat(model.embed("agent ".repeat(5_000))).hasSize(model.dimensions());
    }

    @Test
    void an_ordinary_thread_s_stack_is_enough_for_the_longest_text() throws InterruptedException {
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (long stack : List.of(192L << 10, 512L << 10, 1L << 20)) {
            Thread thread = new Thread(null, () -> model.embed("graph $\\alpha$ ".repeat(2_000)), "small", stack);
            thread.setUncaughtExceptionHandler((failed, why) -> failures.add(why));
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void several_texts_at_a_time_have_the_vectors_that_they_have_one_by_one() {
        List<String> texts =
                IntStream.range(0, 12).mapToObj(i -> "agent ".repeat(1 + 7 * i)).toList();
        List<float[]> together = texts.parallelStream().map(model::embed).toList();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(product(together.get(i), model.embed(texts.get(i)))).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void its_libraries_are_in_the_folder_that_was_named_and_nowhere_else() throws IOException {
        model.embed("anything");
        try (Stream<Path> files = Files.walk(NATIVES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains(System.mapLibraryName("onnxruntime"), System.mapLibraryName("tokenizers"))
                    .noneMatch(name -> name.endsWith(".part"));
        }
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("onnxruntime-java"))
                            .filter(BgeSmallTest::isYoung))
                    .isEmpty();
        }
    }

    @Test
    void the_runtime_knows_no_address_to_report_to() throws IOException {
        model.embed("anything");
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("onnxruntime.native.path")))) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().noneMatch(BgeSmallTest::reports);
        }
    }

    private static boolean reports(Path library) {
        try {
            return Files.readString(library, StandardCharsets.ISO_8859_1).contains("events.data.microsoft.com");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isYoung(Path file) {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        return file.toFile().lastModified() >= started;
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}

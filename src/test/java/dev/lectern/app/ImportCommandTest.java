package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.SharedData;
import dev.lectern.paper.search.Embedder;
import dev.lectern.paper.search.ModelUnavailable;
import dev.lectern.paper.search.VectorMaker;
import dev.lectern.paper.search.VectorStore;
import dev.lectern.paper.search.WordsEmbedder;
import dev.lectern.redis.Json;
import dev.lectern.redis.RedisException;
import dev.lectern.redis.TestRedis;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class ImportCommandTest {
    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
    private static final String ROW = "{\"paper\":{\"id\":\"2603.00001\",\"title\":\"One\"}}";
    private static final String OTHER = "{\"paper\":{\"id\":\"2603.00002\",\"title\":\"Other\"}}";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Embedder model = new WordsEmbedder();
    private PaperStore store = new PaperStore(TestRedis.commands());

    @TempDir
    Path folder;

    @BeforeEach
    void emptyStore() {
        store = new PaperStore(TestRedis.fresh());
    }

    @Test
    void json_has_exactly_what_is_promised() throws IOException {
        String file = file("day.json", "[" + ROW + "," + ROW + ",\"x\"," + OTHER + "]");
        assertThat(run("--json", file)).isEqualTo(1);
        assertThat(out.toString().strip())
                .isEqualTo(
                        "{\"files\":[{\"file\":\"" + file + "\",\"format\":\"daily-papers-json\",\"rows\":4,\"new\":2,"
                                + "\"merged\":1,\"skipped\":[{\"row\":3,\"why\":\"the text \\\"x\\\" stands where a paper should be\"}]}],"
                                + "\"papers\":2}");
        assertThat(err.toString())
                .isEqualTo(
                        "import: " + file + ": row 3: the text \"x\" stands where a paper should be; 3 papers kept\n");
    }

    @Test
    void good_files_exit_with_0_and_say_nothing_on_stderr() throws IOException {
        String weekend = file("weekend.json", "[]");
        assertThat(run(file("day.json", "[" + ROW + "]"), weekend)).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines().toList()).hasSize(4);
        assertThat(out.toString().lines().toList().get(2).split("\\s+"))
                .containsExactly(weekend, "daily-papers-json", "0", "0", "0", "0");
        assertThat(out.toString()).endsWith("1 paper is known now.\n");
        assertThat(store.all().get(0).addedAt()).isEqualTo(NOW);
    }

    @Test
    void every_bad_file_gets_one_line_and_the_good_ones_are_kept() throws IOException {
        List<String> bad = List.of(
                folder.resolve("missing.json").toString(),
                folder.toString(),
                file("empty.json", ""),
                file("not.json", "this is not json"),
                file("half.json", "[" + ROW + ",\n{\"paper\""),
                file("strings.json", "[\"a\",\"b\",\"c\"]"),
                file("error.json", "{\"error\":\"Invalid date\"}"),
                file("binary.bin", "\u0000\u0001\u0002"),
                "odd\u0000name");
        List<String> all = new ArrayList<>(bad);
        all.add(file("good.json", "[" + OTHER + "]"));
        all.add("--json");
        assertThat(run(all.toArray(String[]::new))).isEqualTo(1);
        List<String> lines = err.toString().lines().toList();
        assertThat(lines).hasSize(bad.size());
        for (int i = 0; i < bad.size() - 1; i++) {
            assertThat(lines.get(i)).startsWith("import: " + bad.get(i) + ": ").doesNotContain("Exception");
        }
        assertThat(lines.get(0)).endsWith(": no such file");
        assertThat(lines.get(1)).contains("folder");
        assertThat(lines.get(4)).endsWith("line 2, column 9: the file ends inside a row; 1 paper kept");
        assertThat(lines.get(5)).endsWith(", and 2 more rows skipped; 0 papers kept");
        assertThat(lines.get(6)).endsWith("Invalid date");
        JsonNode report = Json.MAPPER.readTree(out.toString());
        assertThat(report.path("papers").asInt()).isEqualTo(2);
        assertThat(report.path("files").path(0).path("format").isNull()).isTrue();
        assertThat(report.path("files").path(0).path("skipped").toString())
                .isEqualTo("[{\"row\":0,\"why\":\"no such file\"}]");
        assertThat(report.path("files").path(4).path("rows").asInt()).isEqualTo(2);
        assertThat(report.path("files").path(5).path("skipped").size()).isEqualTo(3);
    }

    @Test
    void as_of_gives_the_year_that_a_page_does_not_print() throws IOException {
        String page = file(
                "page.txt",
                "Daily Papers\n\nTitle\n\n" + "A long abstract. ".repeat(20) + "\n\n • 2 authors\n·\nJul 10\n");
        assertThat(run(page, "--as-of", "2023-12-08")).isZero();
        assertThat(store.all().get(0).published()).contains(LocalDate.of(2023, 7, 10));
        assertThat(run(page, "--as-of", "2023")).isZero();
    }

    @Test
    void wrong_use_exits_with_2() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--as-of", "soon", "x.json")).isEqualTo(2);
        assertThat(err.toString()).contains("'soon' is no year or day; write 2025 or 2025-12-08");
        assertThat(run("--nonsense", "x.json")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void without_redis_one_line_says_so() {
        Supplier<PaperStore> gone = () -> {
            throw new RedisException("Redis at nowhere does not answer");
        };
        assertThat(run(gone, "x.json")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("import: Redis at nowhere does not answer\n");
    }

    @Test
    void all_real_files_come_in_and_the_same_paper_twice_is_one() {
        String[] files = Stream.concat(SharedData.dailyPapers().stream(), SharedData.pages().stream())
                .map(Path::toString)
                .toArray(String[]::new);
        assertThat(run(with("--json", files))).isZero();
        JsonNode report = Json.MAPPER.readTree(out.toString());
        assertThat(sum(report, "rows")).isEqualTo(1077 + 68 + 256 + 51);
        assertThat(sum(report, "new")).isEqualTo(report.path("papers").asInt()).isEqualTo(1429);
        assertThat(sum(report, "new") + sum(report, "merged")).isEqualTo(sum(report, "rows"));

        out.getBuffer().setLength(0);
        assertThat(run(with("--json", files))).isZero();
        JsonNode again = Json.MAPPER.readTree(out.toString());
        assertThat(sum(again, "new")).isZero();
        assertThat(again.path("papers")).isEqualTo(report.path("papers"));
    }

    @Test
    void the_order_of_the_files_makes_no_difference_to_what_is_known() {
        List<String> files =
                new ArrayList<>(SharedData.pages().stream().map(Path::toString).toList());
        SharedData.dailyPapers().forEach(file -> files.add(file.toString()));
        assertThat(run(with("--json", files.toArray(String[]::new)))).isZero();
        assertThat(store.count()).isEqualTo(1429);
        assertThat(store.all().stream().filter(paper -> paper.arxivId().isPresent()))
                .hasSize(1076);
    }

    @Test
    void the_papers_of_the_files_have_vectors_when_it_ends_and_others_are_left_alone() throws IOException {
        store.save(Draft.titled("Not in the files"), NOW);
        assertThat(run(file("day.json", "[" + ROW + "," + OTHER + "]"))).isZero();
        List<Paper> lacking = vectors().lacking(store.all());
        assertThat(lacking).extracting(Paper::title).containsExactly("Not in the files");
    }

    @Test
    void without_vectors_they_are_left_to_the_running_lectern() throws IOException {
        assertThat(run("--without-vectors", file("day.json", "[" + ROW + "]"))).isZero();
        assertThat(vectors().lacking(store.all())).hasSize(1);
    }

    @Test
    void where_the_model_cannot_be_loaded_the_papers_are_kept_and_one_line_says_so() throws IOException {
        model = new FailingEmbedder();
        assertThat(run("--json", file("day.json", "[" + ROW + "]"))).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("import: the papers are kept, but there is no model; --without-vectors does not try\n");
        assertThat(Json.MAPPER.readTree(out.toString()).path("papers").asInt()).isEqualTo(1);
    }

    @Test
    void progress_is_drawn_on_a_terminal_only_and_leaves_no_trace() throws IOException {
        String rows = IntStream.range(0, 40)
                .mapToObj(i -> "{\"paper\":{\"id\":\"2603.%05d\",\"title\":\"Number %d\"}}".formatted(i, i))
                .collect(Collectors.joining(","));
        String file = file("day.json", "[" + rows + "]");
        model = new SlowEmbedder();
        assertThat(run(() -> store, true, file)).isZero();
        assertThat(err.toString())
                .contains("\rvectors: ")
                .contains(" of 40 (")
                .contains(" a second, ")
                .endsWith("\r\u001b[K");
        err.getBuffer().setLength(0);
        TestRedis.fresh();
        assertThat(run(() -> store, true, "--json", file)).isZero();
        assertThat(err.toString()).isEmpty();
    }

    private VectorStore vectors() {
        return new VectorStore(TestRedis.commands(), store, model);
    }

    /** A model that one can wait for. */
    private static class SlowEmbedder implements Embedder {
        private final Embedder words = new WordsEmbedder();

        @Override
        public String model() {
            return words.model();
        }

        @Override
        public int dimensions() {
            return words.dimensions();
        }

        @Override
        public float[] embed(String text) {
            LockSupport.parkNanos(30_000_000);
            return words.embed(text);
        }
    }

    private static final class FailingEmbedder extends SlowEmbedder {
        @Override
        public float[] embed(String text) {
            throw new ModelUnavailable("there is no model", new UnsatisfiedLinkError());
        }
    }

    private static int sum(JsonNode report, String field) {
        return report.path("files")
                .valueStream()
                .mapToInt(file -> file.path(field).asInt())
                .sum();
    }

    private static String[] with(String option, String... files) {
        return Stream.concat(Stream.of(option, "--without-vectors"), Stream.of(files))
                .toArray(String[]::new);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private int run(String... arguments) {
        return run(() -> store, arguments);
    }

    private int run(Supplier<PaperStore> papers, String... arguments) {
        return run(papers, false, arguments);
    }

    private int run(Supplier<PaperStore> papers, boolean terminal, String... arguments) {
        Supplier<VectorMaker> maker = () -> new VectorMaker(store, vectors(), model);
        return new CommandLine(new ImportCommand(papers, maker, () -> NOW, terminal))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}

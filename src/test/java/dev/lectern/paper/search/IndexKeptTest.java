package dev.lectern.paper.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.PaperSearch.Hit;
import dev.lectern.paper.search.PaperSearch.Reader;
import dev.lectern.redis.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.UnifiedJedis;

/** The index over restarts, beside other processes, and on a bad disk. */
class IndexKeptTest {
    private static final Reader ANYBODY = new Reader(LocalDate.of(2026, 5, 1), Set.of());

    private final UnifiedJedis redis = TestRedis.fresh();
    private final PaperStore papers = new PaperStore(redis);
    private final Embedder embedder = new WordsEmbedder();
    private final VectorStore vectors = new VectorStore(redis, papers, embedder);

    @TempDir
    Path folder;

    @Test
    void after_a_restart_only_what_changed_since_is_taken_in() {
        keep("2601.00001", "Agents");
        vectors.keep(Map.of(papers.all().get(0), embedder.embed("Agents")));
        try (PaperIndex before = open(embedder)) {
            assertThat(before.refresh()).isEqualTo(1);
        }
        keep("2601.00002", "Robots");
        try (PaperIndex after = open(embedder)) {
            assertThat(titles(after)).containsExactly("Agents");
            assertThat(after.refresh()).isEqualTo(1);
            assertThat(titles(after)).containsExactlyInAnyOrder("Agents", "Robots");
            assertThat(after.refresh()).isZero();
        }
    }

    @Test
    void an_index_of_other_data_or_another_model_is_made_anew() {
        keep("2601.00001", "Agents");
        try (PaperIndex before = open(embedder)) {
            before.refresh();
        }
        try (PaperIndex other = open(new OtherModel())) {
            assertThat(other.refresh()).isEqualTo(1);
        }
        TestRedis.fresh();
        keep("2601.00002", "Robots");
        try (PaperIndex after = open(new OtherModel())) {
            assertThat(after.refresh()).isEqualTo(1);
            assertThat(titles(after)).containsExactly("Robots");
        }
    }

    private static final class OtherModel implements Embedder {
        @Override
        public String model() {
            return "other";
        }

        @Override
        public int dimensions() {
            return 1;
        }

        @Override
        public float[] embed(String text) {
            return new float[] {1};
        }
    }

    @Test
    void a_second_process_gets_a_copy_that_goes_its_own_way() {
        keep("2601.00001", "Agents");
        try (PaperIndex first = open(embedder)) {
            first.refresh();
            try (PaperIndex second = open(embedder)) {
                keep("2601.00002", "Robots");
                assertThat(second.refresh()).isPositive();
                assertThat(titles(second)).containsExactlyInAnyOrder("Agents", "Robots");
                assertThat(titles(first)).containsExactly("Agents");
            }
            assertThat(first.refresh()).isEqualTo(1);
        }
        try (PaperIndex second = open(embedder);
                PaperIndex third = open(embedder)) {
            assertThat(titles(third)).isEqualTo(titles(second)).hasSize(2);
            assertThat(third.refresh()).isZero();
        }
    }

    @Test
    void what_cannot_be_read_is_made_anew() throws IOException {
        keep("2601.00001", "Agents");
        try (PaperIndex before = open(embedder)) {
            before.refresh();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> !file.endsWith("write.lock")).toList()) {
                Files.writeString(file, "scribble");
            }
        }
        try (PaperIndex after = open(embedder)) {
            assertThat(after.refresh()).isEqualTo(1);
            assertThat(titles(after)).containsExactly("Agents");
        }
        try (PaperIndex again = open(embedder)) {
            assertThat(again.refresh()).isZero();
            assertThat(titles(again)).containsExactly("Agents");
        }
    }

    @Test
    void where_there_can_be_no_folder_the_index_is_in_memory() throws IOException {
        keep("2601.00001", "Agents");
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        try (PaperIndex index = PaperIndex.onDisk(file.resolve("index"), papers, vectors, embedder)) {
            assertThat(index.refresh()).isEqualTo(1);
            assertThat(titles(index)).containsExactly("Agents");
        }
    }

    @Test
    void a_follower_takes_in_what_is_kept_while_it_runs() throws InterruptedException {
        try (PaperIndex index = open(embedder);
                IndexFollower follower = IndexFollower.start(index)) {
            assertThat(follower).isNotNull();
            keep("2601.00001", "Agents");
            long began = System.nanoTime();
            while (titles(index).isEmpty()) {
                assertThat(System.nanoTime() - began).isLessThan(30_000_000_000L);
                Thread.sleep(50);
            }
        }
    }

    private void keep(String arxivId, String title) {
        papers.save(Draft.titled(title).withArxivId(new ArxivId(arxivId)), Instant.EPOCH);
    }

    private PaperIndex open(Embedder model) {
        return PaperIndex.onDisk(folder, papers, new VectorStore(redis, papers, model), model);
    }

    private static List<String> titles(PaperIndex index) {
        return index.completing("", ANYBODY, 9).stream().map(Hit::title).toList();
    }
}

package dev.lectern.paper.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

@OnEachRedis
class VectorStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-30T08:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Embedder embedder = new WordsEmbedder();
    private final UnifiedJedis redis;
    private final PaperStore papers;
    private final VectorStore vectors;

    VectorStoreTest(RedisKind kind) {
        redis = kind.fresh();
        papers = new PaperStore(redis);
        vectors = new VectorStore(redis, papers, embedder);
    }

    @Test
    void vectors_come_back_as_they_were_kept_and_each_paper_comes_up_again_as_changed() {
        List<Paper> many = saved(450);
        PaperId unknown = PaperId.parse("t-0");
        long before = papers.lastChange();
        keep(many);

        Map<PaperId, float[]> found =
                vectors.of(List.of(many.get(0).id(), unknown, many.get(449).id()));
        assertThat(found).containsOnlyKeys(many.get(0).id(), many.get(449).id());
        assertThat(found.get(many.get(449).id())).containsExactly(embedder.embed(EmbeddedText.of(many.get(449))));
        assertThat(vectors.of(many.stream().map(Paper::id).toList())).hasSize(450);
        assertThat(papers.changedAfter(before, 1000).ids())
                .containsExactlyInAnyOrderElementsOf(
                        many.stream().map(Paper::id).toList());
    }

    @Test
    void a_vector_stands_until_the_text_changes_and_then_on_until_there_is_a_new_one() {
        Paper paper = saved(1).get(0);
        assertThat(vectors.lacking(List.of(paper))).containsExactly(paper);
        keep(List.of(paper));
        Draft upvoted = paper.facts().withEcho(9, 9).withTellingSentences("Picked.");
        assertThat(vectors.lacking(List.of(change(upvoted)))).isEmpty();

        Paper longer = change(paper.facts().withAbstract("Agents remember what they are told."));
        assertThat(vectors.lacking(List.of(longer))).containsExactly(longer);
        assertThat(vectors.of(List.of(paper.id()))).containsKey(paper.id());
        keep(List.of(longer));
        assertThat(vectors.lacking(List.of(longer))).isEmpty();
    }

    @Test
    void models_do_not_see_each_others_vectors() {
        Paper paper = saved(1).get(0);
        keep(List.of(paper));
        VectorStore other = new VectorStore(redis, papers, new Renamed(embedder, "another model"));
        assertThat(other.of(List.of(paper.id()))).isEmpty();
        assertThat(other.lacking(List.of(paper))).containsExactly(paper);
    }

    @Test
    void what_is_in_another_layout_counts_as_missing() {
        Paper paper = saved(1).get(0);
        keep(List.of(paper));
        byte[] key = ("lectern:paper-vector:{" + paper.id() + "}:words/" + EmbeddedText.WAY)
                .getBytes(StandardCharsets.UTF_8);
        for (byte[] odd : List.of(new byte[0], new byte[] {1}, new byte[] {7, 7, 7}, new byte[1553], new byte[20])) {
            redis.set(key, odd);
            assertThat(vectors.of(List.of(paper.id()))).isEmpty();
            assertThat(vectors.lacking(List.of(paper))).containsExactly(paper);
        }
    }

    @Test
    void a_paper_is_one_process_s_at_a_time_until_its_vector_is_kept() {
        List<Paper> two = saved(2);
        List<PaperId> ids = two.stream().map(Paper::id).toList();
        assertThat(vectors.claim(ids.subList(0, 1), LONG)).containsExactly(ids.get(0));
        assertThat(vectors.claim(ids, LONG)).containsExactly(ids.get(1));
        assertThat(vectors.claim(ids, LONG)).isEmpty();
        assertThat(vectors.abandoned(10)).isEmpty();
        keep(two.subList(0, 1));
        assertThat(vectors.claim(ids, LONG)).containsExactly(ids.get(0));
        assertThat(vectors.claim(List.of(), LONG)).isEmpty();
    }

    @Test
    void what_a_dead_process_had_claimed_is_found_when_its_time_has_run_out() {
        List<PaperId> ids = saved(3).stream().map(Paper::id).toList();
        vectors.claim(ids.subList(0, 1), LONG);
        vectors.claim(ids.subList(1, 2), Duration.ofMillis(50));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> vectors.abandoned(10).equals(ids.subList(1, 2)));
        vectors.giveUp(ids.subList(0, 1));
        assertThat(vectors.abandoned(10)).containsExactlyInAnyOrder(ids.get(0), ids.get(1));
        assertThat(vectors.abandoned(1)).hasSize(1);
        assertThat(vectors.claim(ids.subList(0, 2), LONG)).hasSize(2);
        assertThat(vectors.abandoned(10)).isEmpty();
    }

    @Test
    void an_id_that_turned_out_to_be_another_paper_s_leaves_nothing() {
        Paper paper = saved(1).get(0);
        vectors.claim(List.of(paper.id()), Duration.ZERO);
        keep(List.of(paper));
        vectors.forget(List.of(paper.id()));
        assertThat(vectors.of(List.of(paper.id()))).isEmpty();
        assertThat(vectors.abandoned(10)).isEmpty();
    }

    private List<Paper> saved(int count) {
        List<Draft> drafts = IntStream.range(0, count)
                .mapToObj(i -> Draft.titled("Paper number " + i).withArxivId(new ArxivId("2603.%05d".formatted(i))))
                .toList();
        List<PaperId> ids = new ArrayList<>();
        papers.saveAll(drafts, NOW).forEach(saved -> ids.add(saved.id()));
        return papers.findAll(ids);
    }

    private Paper change(Draft draft) {
        return papers.find(papers.save(draft, NOW).id()).orElseThrow();
    }

    private void keep(List<Paper> some) {
        Map<Paper, float[]> made = new LinkedHashMap<>();
        some.forEach(paper -> made.put(paper, embedder.embed(EmbeddedText.of(paper))));
        vectors.keep(made);
    }

    private record Renamed(Embedder embedder, String model) implements Embedder {
        @Override
        public int dimensions() {
            return embedder.dimensions();
        }

        @Override
        public float[] embed(String text) {
            return embedder.embed(text);
        }
    }
}

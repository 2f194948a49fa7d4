package dev.lectern.paper.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.Saved;
import dev.lectern.redis.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

class VectorizerTest {
    private static final Instant NOW = Instant.parse("2026-03-30T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ABSTRACT = "Agents forget. We measure how much agents forget over a week. "
            + "Memory helps agents. Bread is baked at noon. The code is public.";

    private final UnifiedJedis redis = TestRedis.fresh();
    private final PaperStore papers = new PaperStore(redis);
    private final List<Vectorizer> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(Vectorizer::close);
    }

    @Test
    void what_is_there_gets_vectors_the_newest_first_and_what_comes_in_later_too() {
        CountingEmbedder model = new CountingEmbedder();
        List<Paper> first = saved(0, 30);
        start(model);
        await().atMost(PATIENCE).until(() -> vectors(model).lacking(first).isEmpty());
        assertThat(model.texts())
                .containsExactlyElementsOf(IntStream.range(0, 30)
                        .mapToObj(i -> first.get(29 - i).title())
                        .toList());

        List<Paper> more = saved(30, 3);
        await().atMost(PATIENCE).until(() -> vectors(model).lacking(more).isEmpty());
        papers.save(first.get(4).facts().withAbstract("Now with an abstract."), NOW);
        await().atMost(PATIENCE)
                .until(() -> vectors(model)
                        .lacking(papers.findAll(List.of(first.get(4).id())))
                        .isEmpty());
        assertThat(model.texts()).hasSize(34).doesNotHaveDuplicates();
    }

    @Test
    void several_processes_share_the_work_and_each_hears_of_what_another_made() {
        CountingEmbedder model = new CountingEmbedder();
        start(model);
        start(model);
        start(model);
        List<Paper> all = saved(0, 200);
        long before = papers.lastChange();
        await().atMost(PATIENCE).until(() -> vectors(model).lacking(all).isEmpty());
        assertThat(model.times().values().stream().mapToInt(Integer::intValue).sum())
                .isLessThanOrEqualTo(220);
        assertThat(model.times()).hasSize(200);
        assertThat(papers.changedAfter(0, 1000).upTo()).isGreaterThan(before - 200);
    }

    @Test
    void what_a_dead_process_left_is_taken_over_and_told_also_if_its_vector_was_kept() {
        CountingEmbedder model = new CountingEmbedder();
        List<Paper> two = saved(0, 2);
        VectorStore vectors = vectors(model);
        List<PaperId> ids = two.stream().map(Paper::id).toList();
        vectors.keep(Map.of(two.get(0), model.embed(two.get(0).title())));
        vectors.claim(ids, Duration.ofMinutes(1));
        vectors.giveUp(ids);
        long before = papers.lastChange();
        assertThat(new VectorMaker(papers, vectors, model).recover(10, () -> false))
                .isEqualTo(2);
        assertThat(vectors.lacking(two)).isEmpty();
        assertThat(papers.changedAfter(before, 10).ids()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(new VectorMaker(papers, vectors, model).recover(10, () -> false))
                .isZero();
    }

    @Test
    void a_stop_waits_for_one_text_only_and_leaves_the_rest_to_others() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountingEmbedder slow = new CountingEmbedder(text -> {
            reading.countDown();
            join(goOn);
        });
        List<Paper> all = saved(0, 20);
        Vectorizer stopped = start(slow);
        reading.await();
        Thread closing = new Thread(stopped::close);
        closing.start();
        Thread.sleep(50);
        goOn.countDown();
        closing.join();
        assertThat(slow.texts()).hasSize(1);
        assertThat(vectors(slow).lacking(all)).hasSize(19);
        assertThat(vectors(slow).abandoned(100)).hasSize(7);

        CountingEmbedder other = new CountingEmbedder();
        start(other);
        await().atMost(PATIENCE).until(() -> vectors(other).lacking(all).isEmpty());
    }

    @Test
    void a_text_that_the_model_cannot_read_does_not_keep_the_others_from_their_vectors() {
        CountingEmbedder picky = new CountingEmbedder(text -> {
            if (text.contains("number 3")) {
                throw new IllegalArgumentException("cannot read this");
            }
        });
        List<Paper> all = saved(0, 5);
        start(picky);
        await().atMost(PATIENCE).until(() -> vectors(picky).lacking(all).size() == 1);
        await().atMost(PATIENCE).until(() -> vectors(picky).abandoned(10).isEmpty());
        List<Paper> more = saved(5, 1);
        await().atMost(PATIENCE).until(() -> vectors(picky).lacking(more).isEmpty());
    }

    @Test
    void papers_without_a_summary_get_their_telling_sentences_once_and_anew_when_the_abstract_changes()
            throws InterruptedException {
        CountingEmbedder model = new CountingEmbedder();
        Draft told = Draft.titled("Told").withAbstract(ABSTRACT).withShortSummary("Short.");
        Draft untold =
                Draft.titled("Untold").withArxivId(new ArxivId("2603.00001")).withAbstract(ABSTRACT);
        PaperId id = papers.saveAll(List.of(told, untold), NOW).get(1).id();
        start(model);
        start(model);
        await().atMost(PATIENCE).until(() -> telling(id).isPresent());
        assertThat(ABSTRACT).contains(telling(id).orElseThrow().split("(?<=\\.) ")[0]);
        assertThat(papers.find(papers.byTitle(told.normalizedTitle()).orElseThrow())
                        .orElseThrow()
                        .facts()
                        .tellingSentences())
                .isEmpty();
        long after = papers.lastChange();
        Thread.sleep(300);
        assertThat(papers.lastChange()).isEqualTo(after);

        String other = "Another beginning. " + "Robots walk on their own feet and robots run. ".repeat(9) + "Robots.";
        papers.save(untold.withAbstract(other), NOW);
        await().atMost(PATIENCE)
                .until(() -> telling(id)
                        .filter(text -> TellingSentences.areOf(text, other))
                        .isPresent());
        assertThat(papers.all()).hasSize(2);
    }

    @Test
    void without_a_model_it_ends_and_does_no_harm() throws InterruptedException {
        CountingEmbedder none = new CountingEmbedder(text -> {
            throw new ModelUnavailable("there is none", new UnsatisfiedLinkError());
        });
        List<Paper> all = saved(0, 3);
        start(none);
        await().atMost(PATIENCE).until(() -> vectors(none).abandoned(10).size() == 3);
        CountingEmbedder other = new CountingEmbedder();
        start(other);
        await().atMost(PATIENCE).until(() -> vectors(other).lacking(all).isEmpty());
    }

    @Test
    void a_run_makes_all_that_lack_one_and_waits_for_those_in_other_hands() throws InterruptedException {
        CountingEmbedder model = new CountingEmbedder();
        List<Paper> all = saved(0, 60);
        List<PaperId> ids = all.stream().map(Paper::id).toList();
        VectorStore vectors = vectors(model);
        vectors.keep(Map.of(all.get(0), model.embed(all.get(0).title())));
        vectors.claim(ids.subList(1, 4), Duration.ofMillis(700));
        List<Integer> told = new ArrayList<>();
        int lacked = new VectorRun(new VectorMaker(papers, vectors, model), 2).run(ids, (done, of) -> {
            assertThat(of).isEqualTo(59);
            told.add(done);
        });
        assertThat(lacked).isEqualTo(59);
        assertThat(vectors.lacking(all)).isEmpty();
        assertThat(told).isSorted().contains(56).endsWith(59);
        assertThat(new VectorRun(new VectorMaker(papers, vectors, model), 2).run(ids, (done, of) -> {}))
                .isZero();
    }

    private Optional<String> telling(PaperId id) {
        return papers.find(id).orElseThrow().facts().tellingSentences();
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Vectorizer start(Embedder model) {
        Vectorizer vectorizer = new Vectorizer(papers, vectors(model), model, SOON);
        running.add(vectorizer);
        vectorizer.start();
        return vectorizer;
    }

    private VectorStore vectors(Embedder model) {
        return new VectorStore(redis, papers, model);
    }

    private List<Paper> saved(int from, int count) {
        List<Draft> drafts = IntStream.range(from, from + count)
                .mapToObj(i -> Draft.titled("Paper number " + i)
                        .withArxivId(new ArxivId("2603.%05d".formatted(i)))
                        .withPublished(DAY.plusDays(i)))
                .toList();
        return papers.findAll(
                papers.saveAll(drafts, NOW).stream().map(Saved::id).toList());
    }
}

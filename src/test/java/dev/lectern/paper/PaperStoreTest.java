package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.paper.Saved.Outcome;
import dev.lectern.redis.TestRedis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

class PaperStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-30T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 30);
    private static final ArxivId A = new ArxivId("2603.00001");
    private static final ArxivId B = new ArxivId("2603.00002");

    private UnifiedJedis redis;
    private PaperStore store;

    @BeforeEach
    void emptyStore() {
        redis = TestRedis.fresh();
        store = new PaperStore(redis);
    }

    @Test
    void a_paper_is_found_as_it_was_saved_also_by_another_process() {
        Draft draft = Draft.titled("Größe — $x^2$")
                .withArxivId(A)
                .withAbstract("Text with {braces} and 😀.")
                .withShortSummary("Short.")
                .withAuthors(new Authors(List.of("A. One"), 3, java.util.Optional.of("Lab")))
                .withPublished(DAY.minusDays(1))
                .withListDays(List.of(DAY))
                .withEcho(5, 2)
                .withKeywords(List.of("agents"))
                .withWeb(new WebLinks(
                        java.util.Optional.of("https://github.com/a/b"),
                        java.util.Optional.empty(),
                        java.util.Optional.of("https://t.example/x.png")));
        Saved saved = store.save(draft, NOW);
        assertThat(saved).isEqualTo(new Saved(PaperId.of(A), Outcome.NEW));
        assertThat(new PaperStore(TestRedis.commands()).find(saved.id()))
                .contains(new Paper(PaperId.of(A), draft, NOW));
        assertThat(store.byArxiv(A)).contains(saved.id());
        assertThat(store.byTitle(draft.normalizedTitle())).contains(saved.id());
        assertThat(store.count()).isOne();
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(store.find(PaperId.of(A))).isEmpty();
        assertThat(store.byArxiv(A)).isEmpty();
        assertThat(store.newestListDay()).isEmpty();
        assertThat(store.all()).isEmpty();
        assertThat(store.count()).isZero();
    }

    @Test
    void a_title_that_gains_an_arxiv_id_stays_the_paper_that_it_was() {
        PaperId id = store.save(Draft.titled("$\\text{Memory}^3$"), NOW).id();
        Saved again = store.save(Draft.titled("Memory³").withArxivId(A), NOW.plusSeconds(9));
        assertThat(again).isEqualTo(new Saved(id, Outcome.MERGED));
        assertThat(store.byArxiv(A)).contains(id);
        assertThat(store.find(id).orElseThrow().arxivId()).contains(A);
        assertThat(store.find(id).orElseThrow().addedAt()).isEqualTo(NOW);
        assertThat(store.save(Draft.titled("Renamed since").withArxivId(A), NOW).id())
                .isEqualTo(id);
        assertThat(store.save(Draft.titled("renamed SINCE"), NOW).id()).isEqualTo(id);
        assertThat(store.count()).isOne();
    }

    @Test
    void a_title_keeps_its_id_also_when_its_arxiv_id_comes_in_the_same_batch() {
        PaperId id = PaperId.ofTitle(NormalizedTitle.of("Title"));
        assertThat(store.saveAll(
                        List.of(Draft.titled("Title"), Draft.titled("Title").withArxivId(A)), NOW))
                .containsExactly(new Saved(id, Outcome.NEW), new Saved(id, Outcome.MERGED));
    }

    @Test
    void an_arxiv_paper_takes_in_what_comes_by_its_title() {
        store.save(Draft.titled("Title").withArxivId(A), NOW);
        assertThat(store.save(Draft.titled("TITLE").withAbstract("Text"), NOW))
                .isEqualTo(new Saved(PaperId.of(A), Outcome.MERGED));
        assertThat(store.find(PaperId.of(A)).orElseThrow().abstractText()).isEqualTo("Text");
    }

    @Test
    void two_arxiv_ids_are_two_papers_with_one_title() {
        store.save(Draft.titled("Technical Report").withArxivId(A), NOW);
        assertThat(store.save(Draft.titled("Technical Report").withArxivId(B), NOW))
                .isEqualTo(new Saved(PaperId.of(B), Outcome.NEW));
        assertThat(store.all()).extracting(Paper::id).containsExactly(PaperId.of(A), PaperId.of(B));
        assertThat(store.save(Draft.titled("Technical Report"), NOW).id()).isEqualTo(PaperId.of(A));
    }

    @Test
    void two_papers_that_turn_out_to_be_one_become_one_under_both_ids() {
        PaperId byTitle =
                store.save(Draft.titled("First name").withEcho(9, 0), NOW).id();
        store.save(Draft.titled("Second name").withArxivId(A), NOW.plusSeconds(5));
        assertThat(store.count()).isEqualTo(2);
        store.save(Draft.titled("First name").withArxivId(A), NOW.plusSeconds(9));
        assertThat(store.count()).isOne();
        assertThat(store.all()).hasSize(1);
        Paper paper = store.find(PaperId.of(A)).orElseThrow();
        assertThat(paper.upvotes()).isEqualTo(9);
        assertThat(paper.addedAt()).isEqualTo(NOW);
        assertThat(store.find(byTitle)).contains(paper);
        assertThat(store.save(Draft.titled("First name"), NOW).id()).isEqualTo(PaperId.of(A));
    }

    @Test
    void saving_the_same_again_writes_nothing_new() {
        Draft draft = Draft.titled("Title").withArxivId(A).withListDays(List.of(DAY));
        store.save(draft, NOW);
        Map<String, String> before = texts();
        assertThat(store.save(draft, NOW.plusSeconds(60)).outcome()).isEqualTo(Outcome.MERGED);
        assertThat(texts()).isEqualTo(before);
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        redis.keys("lectern:paper*:{*").forEach(key -> texts.put(key, redis.get(key)));
        return texts;
    }

    @Test
    void whatever_the_order_the_same_drafts_make_the_same_papers() {
        long seed = 99;
        System.out.println("PaperStoreTest seed " + seed);
        Random random = new Random(seed);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Draft draft = Draft.titled("Title " + i % 20).withEcho(random.nextInt(50), random.nextInt(9));
            drafts.add(random.nextBoolean() ? draft : draft.withArxivId(new ArxivId("2603.000" + (10 + i % 20))));
        }
        for (int round = 0; round < 5; round++) {
            redis.flushAll();
            Collections.shuffle(drafts, random);
            List<Saved> saved = store.saveAll(drafts, NOW);
            assertThat(saved).hasSize(60);
            assertThat(saved).filteredOn(one -> one.outcome() == Outcome.NEW).hasSize(20);
            assertThat(store.all()).hasSize(20).allSatisfy(paper -> {
                List<Draft> own = drafts.stream()
                        .filter(draft -> draft.title().equals(paper.title()))
                        .toList();
                assertThat(paper.upvotes())
                        .isEqualTo(own.stream()
                                .mapToInt(draft -> draft.echo().upvotes())
                                .max()
                                .orElseThrow());
                assertThat(paper.arxivId().isPresent())
                        .isEqualTo(own.stream()
                                .anyMatch(draft -> draft.names().arxiv().isPresent()));
            });
        }
    }

    @Test
    void many_processes_at_once_make_one_paper_of_one() throws InterruptedException, ExecutionException {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            drafts.add(Draft.titled("Title " + i));
            drafts.add(Draft.titled("Title " + i).withArxivId(new ArxivId("2603.001" + (10 + i))));
            drafts.add(Draft.titled("Other name " + i).withArxivId(new ArxivId("2603.001" + (10 + i))));
        }
        ExecutorService processes = Executors.newFixedThreadPool(6);
        List<Saved> saved = new ArrayList<>();
        try {
            List<Callable<List<Saved>>> imports = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                List<Draft> own = new ArrayList<>(drafts);
                Collections.shuffle(own, new Random(i));
                imports.add(() -> new PaperStore(redis).saveAll(own, NOW));
            }
            for (Future<List<Saved>> done : processes.invokeAll(imports)) {
                saved.addAll(done.get());
            }
        } finally {
            processes.shutdownNow();
        }
        store.saveAll(drafts, NOW);
        assertThat(store.all().stream()
                        .map(paper -> paper.arxivId().orElseThrow().value()))
                .hasSize(40)
                .doesNotHaveDuplicates();
        assertThat(store.count()).isEqualTo(40);
        assertThat(saved).hasSize(720).allMatch(one -> store.find(one.id()).isPresent());
    }

    @Test
    void a_save_that_a_crash_cut_short_is_completed_by_the_next() {
        Draft draft = Draft.titled("Title").withArxivId(A).withListDays(List.of(DAY));
        store.save(draft, NOW);
        Map<String, String> whole = texts();
        List<String> keys = whole.keySet().stream().sorted().toList();
        for (int kept = 0; kept < 1 << keys.size(); kept++) {
            redis.flushAll();
            for (int i = 0; i < keys.size(); i++) {
                if ((kept & 1 << i) != 0) {
                    redis.set(keys.get(i), whole.get(keys.get(i)));
                }
            }
            store.save(draft, NOW);
            assertThat(texts()).isEqualTo(whole);
            assertThat(store.all()).hasSize(1);
            assertThat(store.listedBetween(List.of(PaperList.DAILY), DAY.minusDays(1), DAY))
                    .hasSize(1);
        }
    }

    @Test
    void a_day_lists_its_papers_best_first() {
        Draft monday = Draft.titled("Monday").withListDays(List.of(DAY));
        store.save(monday.withEcho(1, 0), NOW);
        store.save(
                Draft.titled("Tuesday, liked")
                        .withListDays(List.of(DAY.plusDays(1)))
                        .withEcho(9, 0),
                NOW);
        store.save(
                Draft.titled("Tuesday").withListDays(List.of(DAY.plusDays(1))).withEcho(2, 0), NOW);
        store.save(
                Draft.titled("Came in on Monday")
                        .withListings(List.of(new Listing(PaperList.IMPORT, DAY)))
                        .withEcho(5, 0),
                NOW);
        store.save(Draft.titled("Brought by a member"), NOW);
        Listing elsewhere = new Listing(PaperList.arxiv("cs.OS"), DAY);
        store.save(Draft.titled("Announced").withListings(List.of(elsewhere)), NOW);
        assertThat(titles(DAY.minusDays(1), DAY.plusDays(1)))
                .containsExactly("Tuesday, liked", "Tuesday", "Came in on Monday", "Monday");
        assertThat(titles(DAY, DAY.plusDays(1))).containsExactly("Tuesday, liked", "Tuesday");
        assertThat(titles(DAY, DAY)).isEmpty();
        assertThat(store.newestListDay()).contains(DAY.plusDays(1));
        assertThat(store.listedBetween(List.of(elsewhere.list()), DAY.minusDays(1), DAY))
                .extracting(Paper::title)
                .containsExactly("Announced");
    }

    @Test
    void every_save_is_told_once_to_whoever_asks_for_changes() {
        assertThat(store.lastChange()).isZero();
        assertThat(store.changedAfter(0, 10)).isEqualTo(new ChangedPapers(0, List.of()));
        PaperId byTitle = store.save(Draft.titled("First name"), NOW).id();
        PaperId other = store.save(Draft.titled("Other").withArxivId(B), NOW).id();
        ChangedPapers first = store.changedAfter(0, 1);
        assertThat(first.ids()).containsExactly(byTitle);
        assertThat(store.changedAfter(first.upTo(), 10)).isEqualTo(new ChangedPapers(2, List.of(other)));
        store.save(Draft.titled("Second name").withArxivId(A), NOW);
        long before = store.lastChange();
        store.save(Draft.titled("First name").withArxivId(A), NOW);
        assertThat(store.changedAfter(before, 10).ids()).containsExactly(byTitle, PaperId.of(A));
        assertThat(store.changedAfter(store.lastChange(), 10).ids()).isEmpty();
    }

    private List<String> titles(LocalDate fromExclusive, LocalDate toInclusive) {
        return store.listedBetween(List.of(PaperList.DAILY, PaperList.IMPORT), fromExclusive, toInclusive).stream()
                .map(Paper::title)
                .toList();
    }

    @Test
    void papers_come_in_the_order_asked_for() {
        store.save(Draft.titled("A").withArxivId(A), NOW);
        store.save(Draft.titled("B").withArxivId(B), NOW);
        assertThat(store.findAll(List.of(PaperId.of(B), PaperId.parse("t-0"), PaperId.of(A))))
                .extracting(Paper::title)
                .containsExactly("B", "A");
    }

    @Test
    void a_paper_of_a_newer_lectern_is_refused_in_one_sentence() {
        redis.set("lectern:paper:{2603.00001}", "{\"v\":3,\"paper\":\"?\"}");
        assertThatThrownBy(() -> store.find(PaperId.of(A)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2603.00001")
                .hasMessageContaining("newer Lectern");
    }

    @Test
    void a_stored_paper_of_the_first_version_can_always_be_read() {
        redis.set("lectern:paper:{t-1}", """
                {"v":1,"paper":{"id":"t-1","facts":{"arxivId":"2603.00001","title":"T","abstractText":"Text",
                "shortSummary":null,"authors":{"names":["A"],"count":3,"organization":"Lab"},"published":"2026-03-29",
                "listDays":["2026-03-30"],"upvotes":4,"comments":1,"keywords":["k"],
                "web":{"code":"https://c.example","project":null,"thumbnail":null},"withdrawn":"2026-03-31T00:00:00Z"},
                "addedAt":"2026-03-30T08:00:00Z"},"later":"ignored"}""");
        Paper paper = store.find(PaperId.parse("t-1")).orElseThrow();
        assertThat(paper.arxivId()).contains(A);
        assertThat(paper.byline()).isEqualTo("Lab");
        assertThat(paper.authorCount()).isEqualTo(3);
        assertThat(paper.listDays()).containsExactly(DAY);
        assertThat(paper.addedAt()).isEqualTo(NOW);
        assertThat(paper.withdrawn()).contains(Instant.parse("2026-03-31T00:00:00Z"));
        assertThat(paper.codeUrl()).contains("https://c.example");
        assertThat(paper.upvotes()).isEqualTo(4);
        assertThat(paper.comments()).isEqualTo(1);
    }

    @Test
    void a_paper_of_the_first_version_without_a_list_is_of_the_day_when_it_came_in() {
        redis.set("lectern:paper:{t-1}", """
                {"v":1,"paper":{"id":"t-1","facts":{"arxivId":null,"title":"T","abstractText":"","shortSummary":null,
                "authors":{"names":[],"count":0,"organization":null},"published":null,"listDays":[],"upvotes":0,
                "comments":0,"keywords":[],"web":{"code":null,"project":null,"thumbnail":null},"withdrawn":null},
                "addedAt":"2026-03-30T08:00:00Z"}}""");
        Paper paper = store.find(PaperId.parse("t-1")).orElseThrow();
        assertThat(paper.names()).isEqualTo(Names.NONE);
        assertThat(paper.listings()).containsExactly(new Listing(PaperList.IMPORT, DAY));
    }
}

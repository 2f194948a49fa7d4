package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.Saved.Outcome;
import dev.lectern.redis.CutRedis;
import dev.lectern.redis.TestRedis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** All names lead to one paper, whatever the order, the batches, the processes and the crashes in which they come. */
class PaperIdentityTest {
    private static final Instant NOW = Instant.parse("2026-03-30T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 30);
    private static final ArxivId A = new ArxivId("2603.00001");
    private static final ArxivId B = new ArxivId("2603.00002");
    private static final Doi DOI = new Doi("10.1145/1.2");
    private static final OpenReviewId FORUM = new OpenReviewId("ryxz8CVYDH");
    private static final String PAGE = "https://blog.example/post";

    private UnifiedJedis redis;
    private PaperStore store;

    @BeforeEach
    void emptyStore() {
        redis = TestRedis.fresh();
        store = new PaperStore(redis);
    }

    private static Draft named(String title, Names names) {
        return Draft.titled(title).withNames(names);
    }

    private PaperId saved(Draft draft) {
        return store.save(draft, NOW).id();
    }

    @Test
    void every_name_finds_the_paper() {
        Names names = Names.NONE.withDoi(DOI).withOpenReview(FORUM).withPage(PAGE);
        PaperId id = saved(named("Title", names));
        assertThat(store.byNames(Names.NONE.withDoi(DOI))).contains(id);
        assertThat(store.byNames(Names.find("https://openreview.net/pdf?id=" + FORUM)))
                .contains(id);
        assertThat(store.byNames(Names.NONE.withPage("http://www.blog.example/post/?utm_source=x#y")))
                .contains(id);
        assertThat(store.byNames(Names.NONE.withArxiv(A))).isEmpty();
        assertThat(saved(named("Other", Names.NONE.withArxiv(A).withDoi(DOI)))).isEqualTo(id);
        assertThat(store.byArxiv(A)).contains(id);
        assertThat(store.find(id).orElseThrow().names()).isEqualTo(names.withArxiv(A));
    }

    @Test
    void a_paper_without_an_arxiv_id_leads_to_its_publisher() {
        Paper paper = store.find(saved(named("Title", Names.NONE.withDoi(DOI).withPage(PAGE))))
                .orElseThrow();
        assertThat(paper.links()).containsExactly(new Link("DOI", "https://doi.org/" + DOI), new Link("Page", PAGE));
    }

    @Test
    void one_draft_joins_all_papers_that_its_names_lead_to() {
        PaperId byDoi = saved(named("One", Names.NONE.withDoi(DOI)).withEcho(5, 0));
        PaperId byForum = saved(named("Two", Names.NONE.withOpenReview(FORUM)).withEcho(0, 7));
        PaperId byPage = saved(named("Three", Names.NONE.withPage(PAGE)));
        PaperId byTitle = saved(Draft.titled("Four"));
        assertThat(store.count()).isEqualTo(4);
        Names all = Names.NONE.withArxiv(A).withDoi(DOI).withOpenReview(FORUM).withPage(PAGE);
        Saved saved = store.save(named("Four", all), NOW);
        assertThat(saved).isEqualTo(new Saved(byDoi, Outcome.MERGED));
        assertThat(store.count()).isOne();
        Paper paper = store.find(byDoi).orElseThrow();
        assertThat(paper.names()).isEqualTo(all);
        assertThat(paper.upvotes()).isEqualTo(5);
        assertThat(paper.comments()).isEqualTo(7);
        for (PaperId id : List.of(byDoi, byForum, byPage, byTitle)) {
            assertThat(store.find(id)).contains(paper);
        }
        PaperId unknown = PaperId.parse("t-0");
        assertThat(store.canonical(List.of(byTitle, byDoi, unknown)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(byTitle, byDoi, byDoi, byDoi, unknown, unknown));
        assertThat(saved(Draft.titled("Three"))).isEqualTo(byDoi);
    }

    @Test
    void long_after_a_chain_of_discoveries_the_first_id_still_leads_to_the_paper() {
        List<PaperId> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ids.add(saved(Draft.titled("Title " + i)));
        }
        ids.sort(PaperId.STANDS_FIRST.reversed());
        Map<PaperId, Paper> papers = new HashMap<>();
        ids.forEach(id -> papers.put(id, store.find(id).orElseThrow()));
        for (int i = 0; i + 1 < ids.size(); i++) {
            for (PaperId id : List.of(ids.get(i), ids.get(i + 1))) {
                saved(named(
                        Objects.requireNonNull(papers.get(id)).title(),
                        Names.NONE.withPage("https://" + i + ".example")));
            }
        }
        assertThat(store.count()).isOne();
        assertThat(store.canonical(ids).values()).containsOnly(ids.get(29));
    }

    @Test
    void two_arxiv_ids_with_one_doi_are_two_papers_and_the_doi_is_the_firsts() {
        PaperId first = saved(named("One", Names.NONE.withArxiv(A).withDoi(DOI)));
        PaperId second = saved(named("Two", Names.NONE.withArxiv(B).withDoi(DOI).withPage(PAGE)));
        assertThat(second).isNotEqualTo(first);
        assertThat(store.find(second).orElseThrow().names())
                .isEqualTo(Names.NONE.withArxiv(B).withPage(PAGE));
        assertThat(store.byNames(Names.NONE.withDoi(DOI))).contains(first);
        assertThat(saved(named("Three", Names.NONE.withDoi(DOI)))).isEqualTo(first);
    }

    @Test
    void editorials_of_two_journals_are_two_papers_of_one_title() {
        PaperId first = saved(named("Editorial", Names.NONE.withDoi(DOI)));
        PaperId second = saved(named("Editorial", Names.NONE.withDoi(new Doi("10.1000/9"))));
        PaperId preprint = saved(named("Editorial", Names.NONE.withDoi(new Doi("10.1101/9"))));
        assertThat(second).isNotEqualTo(first);
        assertThat(preprint).isEqualTo(first);
        assertThat(saved(named("Editorial", Names.NONE.withDoi(new Doi("10.1000/9")))))
                .isEqualTo(second);
        assertThat(store.count()).isEqualTo(2);
    }

    @Test
    void an_arxiv_id_whose_claim_was_left_over_by_a_crash_is_taken_by_the_paper_that_has_it() {
        PaperId other = saved(named("Other", Names.NONE.withArxiv(B)));
        redis.set(PaperKeys.name(A), other.value());
        PaperId id = saved(named("Title", Names.NONE.withArxiv(A)));
        assertThat(id).isEqualTo(PaperId.of(A));
        assertThat(store.byArxiv(A)).contains(id);
    }

    /** Papers of a world in which no name is two papers', and what sources tell of them. */
    private static final class World {
        private final Random random;
        private final List<Draft> drafts = new ArrayList<>();

        World(Random random, int papers) {
            this.random = random;
            for (int i = 0; i < papers; i++) {
                for (int j = 0; j < 6; j++) {
                    drafts.add(draft(i));
                }
            }
        }

        private Draft draft(int i) {
            Names names = Names.NONE;
            names = sometimes() ? names.withArxiv(new ArxivId("2603.%05d".formatted(i))) : names;
            names = sometimes() ? names.withDoi(new Doi("10.1145/" + i)) : names;
            names = sometimes() ? names.withDoi(new Doi("10.1101/" + i)) : names;
            names = sometimes()
                    ? names.withOpenReview(new OpenReviewId("forum-%05d%d".formatted(i, random.nextInt(2))))
                    : names;
            names = sometimes() ? names.withPage("https://%d.example/%d".formatted(random.nextInt(3), i)) : names;
            Draft draft = named("Title " + i + " " + random.nextInt(3), names)
                    .withAbstract("x".repeat(random.nextInt(4)))
                    .withEcho(random.nextInt(50), random.nextInt(9))
                    .withAuthors(new Authors(
                            List.of("A" + random.nextInt(3)), random.nextInt(5), java.util.Optional.empty()))
                    .withListDays(List.of(DAY.plusDays(random.nextInt(4))));
            Draft dated = sometimes() ? draft.withPublished(DAY.minusDays(random.nextInt(9))) : draft;
            return sometimes() ? dated.toldBy(Trust.values()[random.nextInt(3)]) : dated;
        }

        private boolean sometimes() {
            return random.nextInt(3) == 0;
        }

        /** The drafts that are one paper's, as a chain of names and titles says. */
        Set<Set<Draft>> papers() {
            Map<String, Set<Draft>> byKey = new HashMap<>();
            for (Draft draft : drafts) {
                Set<Draft> one = new HashSet<>(Set.of(draft));
                Named.of(draft).keys().forEach(key -> one.addAll(byKey.getOrDefault(key, Set.of())));
                one.forEach(member -> Named.of(member).keys().forEach(key -> byKey.put(key, one)));
            }
            return new HashSet<>(byKey.values());
        }
    }

    @Test
    void whatever_the_order_and_the_batches_the_same_drafts_make_the_same_papers() {
        long seed = 7;
        System.out.println("PaperIdentityTest seed " + seed);
        Random random = new Random(seed);
        World world = new World(random, 25);
        Set<Facts> before = Set.of();
        for (int round = 0; round < 5; round++) {
            redis.flushAll();
            Collections.shuffle(world.drafts, random);
            Map<Draft, PaperId> saved = saveInBatches(world.drafts, random);
            assertThat(together(saved)).isEqualTo(world.papers());
            Set<Facts> facts = store.all().stream().map(Facts::of).collect(Collectors.toSet());
            assertThat(facts).hasSize(world.papers().size());
            assertThat(store.count()).isEqualTo(facts.size());
            if (round > 0) {
                assertThat(facts).isEqualTo(before);
            }
            before = facts;
        }
    }

    /** All that is told of a paper whose order does not count. */
    private record Facts(Draft draft) {
        static Facts of(Paper paper) {
            return new Facts(paper.facts());
        }
    }

    private Map<Draft, PaperId> saveInBatches(List<Draft> drafts, Random random) {
        Map<Draft, PaperId> saved = new HashMap<>();
        for (int from = 0; from < drafts.size(); ) {
            int to = Math.min(drafts.size(), from + 1 + random.nextInt(40));
            List<Draft> batch = drafts.subList(from, to);
            List<Saved> answers = store.saveAll(batch, NOW);
            for (int i = 0; i < batch.size(); i++) {
                saved.put(batch.get(i), answers.get(i).id());
            }
            from = to;
        }
        return saved;
    }

    private Set<Set<Draft>> together(Map<Draft, PaperId> saved) {
        Map<PaperId, PaperId> canonical = store.canonical(saved.values());
        Map<PaperId, Set<Draft>> papers = new HashMap<>();
        saved.forEach((draft, id) -> papers.computeIfAbsent(canonical.get(id), none -> new HashSet<>())
                .add(draft));
        return new HashSet<>(papers.values());
    }

    @Test
    void names_that_contradict_never_join_two_arxiv_ids_and_never_split_one() {
        long seed = 11;
        System.out.println("PaperIdentityTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 4; round++) {
            redis.flushAll();
            List<Draft> drafts = Contradictions.of(random, 120, 8);
            Map<Draft, PaperId> saved = saveInBatches(drafts, random);
            assertSound(drafts, saved.values());
            saved.forEach((draft, id) -> draft.names()
                    .arxiv()
                    .ifPresent(arxiv ->
                            assertThat(store.find(id).orElseThrow().arxivId()).contains(arxiv)));
        }
    }

    private void assertSound(List<Draft> drafts, Collection<PaperId> saved) {
        Contradictions.assertSound(store, drafts, saved);
    }

    @Test
    void many_processes_that_learn_the_same_in_different_orders_make_the_same_papers() throws Exception {
        World world = new World(new Random(3), 12);
        List<Saved> saved = inParallel(world.drafts);
        store.saveAll(world.drafts, NOW);
        assertSound(world.drafts, saved.stream().map(Saved::id).toList());
        assertThat(store.all()).hasSize(world.papers().size());
    }

    private List<Saved> inParallel(List<Draft> drafts) throws Exception {
        ExecutorService processes = Executors.newFixedThreadPool(5);
        try {
            List<Callable<List<Saved>>> imports = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Random random = new Random(i);
                List<Draft> own = new ArrayList<>(drafts);
                Collections.shuffle(own, random);
                imports.add(() -> {
                    List<Saved> saved = new ArrayList<>();
                    for (int from = 0; from < own.size(); from += 7) {
                        saved.addAll(new PaperStore(redis)
                                .saveAll(own.subList(from, Math.min(own.size(), from + 7)), NOW));
                    }
                    return saved;
                });
            }
            List<Saved> saved = new ArrayList<>();
            for (Future<List<Saved>> done : processes.invokeAll(imports)) {
                saved.addAll(done.get());
            }
            return saved;
        } finally {
            processes.shutdownNow();
        }
    }

    @Test
    void a_process_that_dies_at_any_write_leaves_what_the_next_save_completes() {
        List<Draft> drafts = List.of(
                named("One", Names.NONE.withDoi(DOI)).withListDays(List.of(DAY)),
                named("Two", Names.NONE.withOpenReview(FORUM)).withEcho(3, 3),
                Draft.titled("Three"),
                named("Three", Names.NONE.withArxiv(A).withDoi(DOI).withOpenReview(FORUM)));
        assertThat(dieAtEachWrite(List.of(), drafts)).isGreaterThan(12);
        assertThat(dieAtEachWrite(drafts.subList(0, 3), drafts.subList(3, 4))).isGreaterThan(7);
    }

    /** Answers after how many writes a process got through. */
    private int dieAtEachWrite(List<Draft> before, List<Draft> then) {
        int writes = 0;
        for (boolean cut = true; cut; writes++) {
            redis.flushAll();
            store.saveAll(before, NOW);
            try (CutRedis dying = CutRedis.afterWrites(writes)) {
                cut = dies(new PaperStore(dying), then);
                assertThat(dying.isCut()).isEqualTo(cut);
            }
            List<Saved> saved = store.saveAll(then, NOW);
            Draft last = then.get(then.size() - 1);
            assertSound(then, saved.stream().map(Saved::id).toList());
            assertThat(store.all()).singleElement().satisfies(paper -> {
                assertThat(paper.names()).isEqualTo(last.names());
                assertThat(paper.upvotes()).isEqualTo(3);
            });
            assertThat(store.listedBetween(List.of(PaperList.DAILY), DAY.minusDays(1), DAY))
                    .hasSize(1);
        }
        return writes;
    }

    private static boolean dies(PaperStore store, List<Draft> drafts) {
        try {
            store.saveAll(drafts, NOW);
            return false;
        } catch (JedisConnectionException dead) {
            return true;
        }
    }

    @Test
    void a_title_that_somebody_typed_or_copied_gives_way_to_the_sources() {
        Draft typed = named("what ben calls it", Names.NONE.withArxiv(A)).toldBy(Trust.TYPED);
        Draft copied = named("Its Title, 2603.00001, copied with more words", Names.NONE.withArxiv(A))
                .toldBy(Trust.COPIED)
                .withPublished(DAY.minusDays(9));
        Draft told = named("Its Title", Names.NONE.withArxiv(A)).withPublished(DAY);
        List<List<Draft>> orders = List.of(
                List.of(typed, copied, told),
                List.of(told, copied, typed),
                List.of(copied, told, typed),
                List.of(typed, told, copied));
        for (List<Draft> order : orders) {
            redis.flushAll();
            order.forEach(this::saved);
            Paper paper = store.find(PaperId.of(A)).orElseThrow();
            assertThat(paper.title()).isEqualTo("Its Title");
            assertThat(paper.published()).contains(DAY);
            assertThat(saved(Draft.titled("WHAT BEN CALLS IT"))).isEqualTo(PaperId.of(A));
        }
        redis.flushAll();
        saved(typed);
        saved(copied);
        assertThat(store.find(PaperId.of(A)).orElseThrow().title()).isEqualTo(copied.title());
    }

    @Test
    void what_a_person_typed_into_the_first_version_gives_way_too() {
        redis.set(PaperKeys.name(A), A.value());
        redis.set("lectern:paper:{2603.00001}", """
                {"v":1,"paper":{"id":"2603.00001","facts":{"arxivId":"2603.00001","title":"what ben called it, at length",
                "abstractText":"","shortSummary":null,"authors":{"names":[],"count":0,"organization":null},
                "published":null,"listDays":[],"upvotes":0,"comments":0,"keywords":[],
                "web":{"code":null,"project":null,"thumbnail":null},"withdrawn":null},
                "addedAt":"2026-03-30T08:00:00Z"}}""");
        saved(named("Its Title", Names.NONE.withArxiv(A)));
        assertThat(store.find(PaperId.of(A)).orElseThrow().title()).isEqualTo("Its Title");
    }
}

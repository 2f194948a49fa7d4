package dev.lectern.paper.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lectern.Seeded;
import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Authors;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.RandomText;
import dev.lectern.paper.search.PaperSearch.Alike;
import dev.lectern.paper.search.PaperSearch.Hit;
import dev.lectern.paper.search.PaperSearch.Reader;
import dev.lectern.paper.search.PaperSearch.WrongQuery;
import dev.lectern.redis.TestRedis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

class PaperIndexTest {
    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
    private static final Reader ANYBODY = new Reader(TODAY, Set.of());

    private final WordsEmbedder embedder = new WordsEmbedder();
    private final UnifiedJedis redis = TestRedis.fresh();
    private final PaperStore papers = new PaperStore(redis);
    private final VectorStore vectors = new VectorStore(redis, papers, embedder);
    private PaperIndex index = PaperIndex.inMemory(papers, vectors, embedder, true);

    @BeforeEach
    void start() {
        assertThat(index.refresh()).isZero();
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void the_paper_that_says_it_best_comes_first() {
        PaperId memory = keep(draft("2601.00001", "Memory for agents").withAbstract("How an agent recalls."));
        PaperId robots = keep(draft("2601.00002", "Robots that cook").withAbstract("An agent in a kitchen."));
        keep(draft("2601.00003", "Proteins folded").withAbstract("Nothing else."));
        assertThat(found("agents with memory")).startsWith(memory, robots);
        assertThat(found("kitchen")).containsExactly(robots);
        Hit best = index.search("cook", ANYBODY, 1).get(0);
        assertThat(best.title()).isEqualTo("Robots that cook");
        assertThat(best.score()).isPositive();
        assertThat(index.search("agent", ANYBODY, 1)).hasSize(1);
        assertThat(index.search("agent", ANYBODY, 0)).isEmpty();
    }

    @Test
    void tex_unicode_hyphens_and_plurals_make_no_difference() {
        PaperId paper = keep(draft("2601.00001", "R$^3$Mem: $\\alpha$-Divergences for Naïve Long-Term Models"));
        keep(draft("2601.00002", "Another"));
        for (String query : List.of("R³Mem", "r3mem", "α divergence", "naive", "long term", "LONG-TERM model")) {
            assertThat(found(query)).as(query).first().isEqualTo(paper);
        }
    }

    @Test
    void a_phrase_stands_word_by_word_in_each_answer_and_never_across_the_title_s_end() {
        PaperId whole = keep(draft("2601.00001", "Chain of thought").withAbstract("A study."));
        keep(draft("2601.00002", "A thought of a chain").withAbstract("Chain. Of no thought."));
        keep(draft("2601.00003", "Links in a chain").withAbstract("Of thought."));
        assertThat(found("\"chain of thought\"")).containsExactly(whole);
        assertThat(found("study \"chain of thoughts\"")).containsExactly(whole);
        assertThat(found("\"nothing like this\"")).isEmpty();
    }

    @Test
    void a_slip_is_forgiven_only_where_no_paper_has_the_word() {
        PaperId memory = keep(draft("2601.00001", "Episodic memory"));
        PaperId other = keep(draft("2601.00002", "Memoir writing"));
        assertThat(found("epsiodic")).containsExactly(memory);
        assertThat(found("memroy")).containsExactly(memory);
        assertThat(found("memoir")).containsExactly(other);
        assertThat(found("xqzzy")).isEmpty();
    }

    @Test
    void filters_narrow_the_answer() {
        PaperId first = keep(draft("2601.00001", "Agents one")
                .withAuthors(new Authors(List.of("Yann LeCun", "Li Wei"), 2, Optional.of("Meta AI")))
                .withPublished(LocalDate.of(2026, 2, 28)));
        PaperId second = keep(draft("2601.00002", "Agents two")
                .withAuthors(new Authors(List.of("Wei Zhang", "Yann Li"), 2, Optional.of("Mila")))
                .withPublished(LocalDate.of(2026, 3, 1)));
        assertThat(found("agents author:lecun")).containsExactly(first);
        assertThat(found("agents author:\"LeCun, Yann\"")).containsExactly(first);
        assertThat(found("agents author:\"Yann Zhang\"")).isEmpty();
        assertThat(found("author:lecunn")).containsExactly(first);
        assertThat(found("agents org:mila")).containsExactly(second);
        assertThat(found("agents since:2026-03")).containsExactly(second);
        assertThat(found("since:2026")).containsExactly(second, first);
        assertThat(found("lecun")).containsExactly(first);

        Reader reader = new Reader(TODAY, Set.of(first));
        assertThat(ids(index.search("agents read:no", reader, 9))).containsExactly(second);
        assertThat(ids(index.search("agents read:yes", reader, 9))).containsExactly(first);
        assertThat(found("agents read:yes")).isEmpty();
        assertThatThrownBy(() -> found("agents read:maybe")).isInstanceOf(WrongQuery.class);
    }

    @Test
    void what_is_listed_only_tomorrow_is_not_known_yet() {
        PaperId today = keep(draft("2601.00001", "Agents now").withListings(List.of(Listing.daily(TODAY))));
        PaperId tomorrow =
                keep(draft("2601.00002", "Agents then").withListings(List.of(Listing.daily(TODAY.plusDays(1)))));
        assertThat(found("agents")).containsExactly(today);
        assertThat(found("2601.00002")).doesNotContain(tomorrow);
        assertThat(ids(index.completing("agents", ANYBODY, 9))).containsExactly(today);
        assertThat(index.similar(today, ANYBODY, 9)).isEmpty();
        assertThat(ids(index.search("agents", new Reader(TODAY.plusDays(1), Set.of()), 9)))
                .containsExactlyInAnyOrder(today, tomorrow);
    }

    @Test
    void a_name_in_any_form_finds_its_paper_alone() {
        PaperId paper = keep(draft("2601.00001", "Agents"));
        keep(draft("2601.00002", "Other agents"));
        for (String name : List.of("2601.00001v2", "arXiv:2601.00001", "https://arxiv.org/pdf/2601.00001")) {
            assertThat(found(name)).as(name).containsExactly(paper);
            assertThat(ids(index.completing(name, ANYBODY, 9))).containsExactly(paper);
        }
    }

    @Test
    void a_paper_without_a_vector_is_found_by_words_and_by_its_vector_as_soon_as_there_is_one() {
        PaperId paper = keep(draft("2601.00001", "Zebra stripes").withAbstract("savanna herds"));
        for (int i = 10; i < 60; i++) {
            keepWithVector(draft("2601.000" + i, "Filler number " + i));
        }
        assertThat(found("zebra")).first().isEqualTo(paper);
        Embedder synonym = new OneMeaning("herbivore", "Zebra stripes\nsavanna herds");
        try (PaperIndex other = PaperIndex.inMemory(papers, vectors, synonym, true)) {
            other.refresh();
            assertThat(ids(other.search("herbivore", ANYBODY, 3))).doesNotContain(paper);
            vectors.keep(Map.of(papers.find(paper).orElseThrow(), embedder.embed("Zebra stripes\nsavanna herds")));
            assertThat(other.refresh()).isEqualTo(1);
            assertThat(ids(other.search("herbivore", ANYBODY, 3))).first().isEqualTo(paper);
        }
    }

    /** Takes one word for a whole text; for the rest as {@link WordsEmbedder}. */
    private record OneMeaning(String word, String text) implements Embedder {
        private static final WordsEmbedder WORDS = new WordsEmbedder();

        @Override
        public String model() {
            return WORDS.model();
        }

        @Override
        public int dimensions() {
            return WORDS.dimensions();
        }

        @Override
        public float[] embed(String asked) {
            return WORDS.embed(asked.equals(word) ? text : asked);
        }
    }

    @Test
    void changes_come_in_and_what_turned_out_to_be_another_paper_goes() {
        PaperId byTitle = keep(Draft.titled("One idea").withAbstract("giraffe"));
        PaperId byArxiv = keep(draft("2601.00001", "One idea, revised").withAbstract("okapi"));
        assertThat(found("giraffe")).containsExactly(byTitle);
        assertThat(index.refresh()).isZero();

        keep(draft("2601.00001", "One idea"));
        assertThat(papers.count()).isEqualTo(1);
        assertThat(found("idea")).containsExactly(byArxiv);
        assertThat(found("one idea since:2000")).containsExactly(byArxiv);
        assertThat(index.completing("", ANYBODY, 9)).hasSize(1);
    }

    @Test
    void another_redis_or_an_older_one_is_taken_in_from_the_start() {
        keep(draft("2601.00001", "Before"));
        keep(draft("2601.00002", "Before that"));
        TestRedis.fresh();
        PaperId after = keep(draft("2601.00003", "After"));
        assertThat(ids(index.completing("", ANYBODY, 9))).containsExactly(after);
    }

    @Test
    void keywords_can_be_kept_out() {
        PaperId paper = keep(draft("2601.00001", "Agents").withKeywords(List.of("okapi")));
        assertThat(found("okapi")).containsExactly(paper);
        try (PaperIndex without = PaperIndex.inMemory(papers, vectors, embedder, false)) {
            without.refresh();
            assertThat(without.search("okapi", ANYBODY, 9)).isEmpty();
            assertThat(without.search("agents", ANYBODY, 9)).hasSize(1);
        }
    }

    @Test
    void typing_a_title_brings_it_up() {
        PaperId attention = keep(draft("2601.00001", "Attention is all we had").withPublished(TODAY.minusDays(9)));
        PaperId later = keep(draft("2601.00002", "Less attention, more memory").withPublished(TODAY.minusDays(2)));
        PaperId newest = keep(draft("2601.00003", "Attenuated signals").withPublished(TODAY.minusDays(1)));
        assertThat(ids(index.completing("att", ANYBODY, 9))).containsExactly(newest, attention, later);
        assertThat(ids(index.completing("attention", ANYBODY, 9))).containsExactly(attention, later);
        assertThat(ids(index.completing("more att", ANYBODY, 9))).containsExactly(later);
        assertThat(ids(index.completing("attnetion", ANYBODY, 9))).containsExactly(later, attention);
        assertThat(ids(index.completing("", ANYBODY, 2))).containsExactly(newest, later);
        assertThat(index.completing("nothing", ANYBODY, 9)).isEmpty();
    }

    @Test
    void papers_like_one_are_told_the_likest_first_and_not_all_alike() {
        PaperId asked = keepWithVector(draft("2601.00001", "Asked"), 1, 0, 0);
        PaperId near = keepWithVector(draft("2601.00002", "Near"), 0.95, 0.3122, 0);
        PaperId copy = keepWithVector(draft("2601.00003", "Nearly the same as near"), 0.94, 0.3412, 0);
        PaperId apart = keepWithVector(draft("2601.00004", "Near in another direction"), 0.85, 0, 0.5268);
        keepWithVector(draft("2601.00005", "Withdrawn").withWithdrawn(NOW), 1, 0, 0);
        List<Alike> two = index.similar(asked, ANYBODY, 2);
        assertThat(two).extracting(Alike::id).containsExactly(near, apart);
        assertThat(two.get(0).score()).isCloseTo(0.95, within(1e-4));
        assertThat(index.similar(asked, ANYBODY, 9)).extracting(Alike::id).containsExactly(near, copy, apart);
        assertThat(index.similar(PaperId.parse("2699.00001"), ANYBODY, 9)).isEmpty();
    }

    @Test
    void what_is_alike_is_told_keywords_first() {
        PaperId asked = keepWithVector(
                draft("2601.00001", "Memory for agents").withKeywords(List.of("Episodic Memory", "Tools")));
        keepWithVector(draft("2601.00002", "Recall for agents").withKeywords(List.of("episodic memories", "maps")));
        assertThat(index.similar(asked, ANYBODY, 1).get(0).shared()).containsExactly("Episodic Memory", "agent");
    }

    @Test
    void without_vectors_papers_are_alike_by_their_rare_words() {
        PaperId asked = keep(draft("2601.00001", "Speech recognition").withAbstract("quantization of speech"));
        PaperId close = keep(draft("2601.00002", "Quantized speech recognition").withAbstract("on phones"));
        PaperId far = keep(draft("2601.00003", "Recognition of plants").withAbstract("leaves"));
        keep(draft("2601.00004", "Proteins").withAbstract("of folding"));
        List<Alike> alike = index.similar(asked, ANYBODY, 9);
        assertThat(alike).extracting(Alike::id).containsExactly(close, far);
        assertThat(alike.get(0).shared()).contains("speech", "recognition").doesNotContain("of");
        assertThat(alike.get(0).score()).isBetween(alike.get(1).score(), 1.0);
    }

    @Test
    void anything_at_all_is_answered_or_refused() {
        Seeded.times(
                40,
                random -> keepWithVector(
                        Draft.titled("a " + RandomText.of(random, 6)).withAbstract(RandomText.of(random, 30))));
        Seeded.times(400, random -> {
            String text = RandomText.of(random, random.nextInt(20)) + (random.nextInt(5) == 0 ? "author:x" : "");
            try {
                assertThat(index.search(text, ANYBODY, 5)).hasSizeLessThanOrEqualTo(5);
            } catch (WrongQuery refused) {
                assertThat(refused.getMessage()).endsWith(".");
            }
            assertThat(index.completing(text, ANYBODY, 5)).hasSizeLessThanOrEqualTo(5);
        });
        assertThat(index.search("memory ".repeat(5000) + "x".repeat(40_000), ANYBODY, 5))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void every_title_finds_its_paper_first() {
        Map<PaperId, String> titles = new LinkedHashMap<>();
        Seeded.times(60, random -> {
            Paper paper = Paper.added(Draft.titled("a" + RandomText.plain(random, 5)), NOW);
            titles.put(keepWithVector(paper.facts()), paper.title());
        });
        titles.forEach((id, title) -> assertThat(found(title)).first().isEqualTo(id));
    }

    private static Draft draft(String arxivId, String title) {
        return Draft.titled(title).withArxivId(new ArxivId(arxivId));
    }

    private PaperId keep(Draft draft) {
        PaperId id = papers.save(draft, NOW).id();
        index.refresh();
        return id;
    }

    private PaperId keepWithVector(Draft draft) {
        Paper paper = Paper.added(draft, NOW);
        return keepWithVector(draft, embedder.embed(EmbeddedText.of(paper)));
    }

    private PaperId keepWithVector(Draft draft, double... beginning) {
        float[] vector = new float[embedder.dimensions()];
        for (int i = 0; i < beginning.length; i++) {
            vector[i] = (float) beginning[i];
        }
        return keepWithVector(draft, vector);
    }

    private PaperId keepWithVector(Draft draft, float[] vector) {
        PaperId id = papers.save(draft, NOW).id();
        vectors.keep(Map.of(papers.find(id).orElseThrow(), vector));
        index.refresh();
        return id;
    }

    private List<PaperId> found(String query) {
        return ids(index.search(query, ANYBODY, 9));
    }

    private static List<PaperId> ids(List<Hit> hits) {
        return hits.stream().map(Hit::id).toList();
    }
}

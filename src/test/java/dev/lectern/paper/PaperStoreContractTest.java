package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What of {@link PaperStore} depends on the kind of Redis; the rest is in {@link PaperStoreTest}. */
@OnEachRedis
class PaperStoreContractTest {
    private static final Instant NOW = Instant.parse("2026-03-30T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 30);

    private final PaperStore papers;

    PaperStoreContractTest(RedisKind kind) {
        papers = new PaperStore(kind.fresh());
    }

    @Test
    void more_papers_than_one_batch_holds_are_found_as_they_were_saved() {
        List<Draft> drafts = IntStream.range(0, 450)
                .mapToObj(i -> Draft.titled("Paper number %d".formatted(i))
                        .withArxivId(new ArxivId("2603.%05d".formatted(i)))
                        .withListDays(List.of(DAY)))
                .toList();
        List<Saved> saved = papers.saveAll(drafts, NOW);

        assertThat(papers.findAll(saved.stream().map(Saved::id).toList()))
                .extracting(Paper::title)
                .containsExactlyElementsOf(drafts.stream().map(Draft::title).toList());
    }

    @Test
    void a_paper_that_came_by_its_title_first_stays_one_paper() {
        Saved first = papers.save(Draft.titled("One Paper"), NOW);
        Saved again =
                papers.save(Draft.titled("one paper!").withArxivId(new ArxivId("2603.00001")), NOW.plusSeconds(1));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(papers.byArxiv(new ArxivId("2603.00001"))).contains(first.id());
    }

    @Test
    void contradicting_facts_learned_at_the_same_moment_leave_each_name_on_one_paper() throws Exception {
        List<Draft> drafts = Contradictions.of(new Random(5), 60, 4);
        ExecutorService processes = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<Saved>>> imports = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                List<Draft> own = new ArrayList<>(drafts);
                Collections.shuffle(own, new Random(i));
                imports.add(
                        () -> own.stream().map(draft -> papers.save(draft, NOW)).toList());
            }
            List<PaperId> saved = new ArrayList<>();
            for (Future<List<Saved>> done : processes.invokeAll(imports)) {
                done.get().forEach(one -> saved.add(one.id()));
            }
            Contradictions.assertSound(papers, drafts, saved);
        } finally {
            processes.shutdownNow();
        }
    }
}

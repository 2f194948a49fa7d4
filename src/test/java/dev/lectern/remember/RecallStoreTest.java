package dev.lectern.remember;

import static dev.lectern.Samples.paper;
import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Ground;
import dev.lectern.work.SettableClock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachRedis
class RecallStoreTest {
    private static final LocalDate DAY = LocalDate.parse("2026-04-02");

    private final Ground ground;
    private final RecallStore recalls;

    RecallStoreTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), new SettableClock(START));
        recalls = new RecallStore(ground.redis);
    }

    @Test
    void what_came_back_is_found_as_it_was_saved_and_belongs_to_its_group() {
        assertThat(recalls.find(GROUP)).isEmpty();
        Recalls some = Recalls.begin().at(Pace.MONTHLY).with(new Recalled(paper(1), Spacing.YEAR, DAY));
        ground.write(GROUP, change -> recalls.save(change, some));
        assertThat(recalls.find(GROUP)).contains(some);
        assertThat(recalls.find(Ground.group(2))).isEmpty();
    }

    @Test
    void a_paper_that_turned_out_to_be_another_does_not_come_back_a_second_time() {
        PaperStore papers = new PaperStore(ground.redis);
        ArxivId arxiv = new ArxivId("2603.00001");
        PaperId byTitle = papers.save(Draft.titled("First name"), START).id();
        ground.write(
                GROUP,
                change -> recalls.save(
                        change, new Recalls(Pace.WEEKLY, List.of(new Recalled(byTitle, Spacing.MONTH, DAY)))));
        papers.save(Draft.titled("Second name").withArxivId(arxiv), START);
        papers.save(Draft.titled("First name").withArxivId(arxiv), START);
        assertThat(recalls.find(GROUP).flatMap(known -> known.find(PaperId.of(arxiv), Spacing.MONTH)))
                .isPresent();
    }
}

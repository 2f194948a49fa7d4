package dev.lectern.saved;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.paper;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.TeamId;
import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Doi;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

@OnEachRedis
class SavedPapersTest {
    private static final TeamId TEAM = new TeamId("T0LECTERN");

    private final PaperStore papers;
    private final SavedStore store;
    private final SavedPapers saved;

    SavedPapersTest(RedisKind kind) {
        UnifiedJedis redis = kind.fresh();
        papers = new PaperStore(redis);
        store = new SavedStore(redis);
        saved = new SavedPapers(store, papers);
    }

    private Paper kept(Draft draft) {
        return papers.find(papers.save(draft, START).id()).orElseThrow();
    }

    @Test
    void each_member_has_their_own_the_newest_first_and_a_second_time_changes_nothing() {
        store.save(TEAM, ADA, paper(1), START);
        store.save(TEAM, ADA, paper(2), START.plusSeconds(1));
        store.save(TEAM, ADA, paper(1), START.plusSeconds(2));
        store.save(TEAM, BEN, paper(3), START);
        store.save(new TeamId("T0OTHER"), ADA, paper(4), START);

        assertThat(saved.ids(TEAM, ADA)).containsExactly(paper(2), paper(1));
        assertThat(saved.ids(TEAM, BEN)).containsExactly(paper(3));
        assertThat(saved.ids(new TeamId("T0OTHER"), ADA)).containsExactly(paper(4));

        saved.takeOff(TEAM, ADA, paper(2));
        saved.takeOff(TEAM, ADA, paper(2));
        assertThat(saved.ids(TEAM, ADA)).containsExactly(paper(1));
        assertThat(saved.ids(TEAM, BEN)).containsExactly(paper(3));

        saved.forget(TEAM, ADA);
        assertThat(saved.ids(TEAM, ADA)).isEmpty();
    }

    @Test
    void of_too_many_the_oldest_are_forgotten() {
        List<PaperId> all =
                IntStream.range(0, SavedStore.MOST + 3).mapToObj(n -> paper(n)).toList();
        for (int n = 0; n < all.size(); n++) {
            store.save(TEAM, ADA, all.get(n), START.plusSeconds(n));
        }
        assertThat(saved.ids(TEAM, ADA))
                .hasSize(SavedStore.MOST)
                .startsWith(all.get(all.size() - 1))
                .endsWith(all.get(3));
    }

    @Test
    void papers_that_turned_out_to_be_one_are_listed_once_and_taken_off_together() {
        Names arxiv = Names.NONE.withArxiv(ArxivId.find("1706.03762").orElseThrow());
        Names doi = Doi.find("10.5555/3295222.3295349").map(Names.NONE::withDoi).orElseThrow();
        Paper one = kept(Draft.titled("Attention Is All You Need").withNames(arxiv));
        Paper other = kept(Draft.titled("Another Title Of The Same").withNames(doi));
        saved.save(TEAM, ADA, one, START);
        saved.save(TEAM, ADA, other, START.plusSeconds(1));
        assertThat(saved.ids(TEAM, ADA)).containsExactly(other.id(), one.id());

        Paper both = kept(Draft.titled("Attention Is All You Need")
                .withNames(arxiv.withDoi(Doi.find("10.5555/3295222.3295349").orElseThrow())));

        assertThat(saved.ids(TEAM, ADA)).containsExactly(both.id());
        assertThat(saved.papers(saved.ids(TEAM, ADA))).containsExactly(both);
        assertThat(saved.has(TEAM, ADA, both)).isTrue();
        saved.takeOff(TEAM, ADA, both.id());
        assertThat(store.of(TEAM, ADA)).isEmpty();
        assertThat(saved.has(TEAM, ADA, both)).isFalse();
    }
}

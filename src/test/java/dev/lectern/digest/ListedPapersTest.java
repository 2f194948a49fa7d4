package dev.lectern.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lectern.paper.DemoPapers;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import dev.lectern.redis.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListedPapersTest {
    private static final Instant NOW = Instant.parse("2026-04-06T07:00:00Z");
    private static final LocalDate AFTER = LocalDate.of(2026, 3, 30);
    private static final LocalDate UP_TO = LocalDate.of(2026, 4, 6);

    private final PaperStore papers = new PaperStore(TestRedis.fresh());
    private final ListedPapers listed = new ListedPapers(papers, asked -> Map.of());

    @Test
    void what_was_read_is_good_for_a_few_seconds_and_then_read_again() {
        assertThat(listed.between(List.of(), AFTER, UP_TO, NOW).papers()).isEmpty();
        papers.saveAll(DemoPapers.load(), NOW);
        assertThat(listed.between(List.of(), AFTER, UP_TO, NOW.plusMillis(4_900))
                        .papers())
                .isEmpty();
        assertThat(listed.between(List.of(), AFTER, UP_TO, NOW.plusSeconds(5)).papers())
                .hasSameSizeAs(papers.listedBetween(List.of(PaperList.DAILY, PaperList.IMPORT), AFTER, UP_TO))
                .isNotEmpty();
    }

    @Test
    void other_days_are_read_at_once() {
        listed.between(List.of(), AFTER, UP_TO, NOW);
        papers.saveAll(DemoPapers.load(), NOW);
        assertThat(listed.between(List.of(), AFTER.minusDays(1), UP_TO, NOW).papers())
                .isNotEmpty();
    }

    @Test
    void a_clock_that_steps_back_does_not_keep_what_was_read() {
        listed.between(List.of(), AFTER, UP_TO, NOW.plus(Duration.ofDays(1)));
        papers.saveAll(DemoPapers.load(), NOW);
        assertThat(listed.between(List.of(), AFTER, UP_TO, NOW).papers()).isNotEmpty();
    }

    @Test
    void papers_of_a_list_are_there_for_those_who_follow_it_and_vectors_are_asked_for_once() {
        PaperList category = PaperList.arxiv("cs.CL");
        PaperId paper = papers.save(
                        Draft.titled("Tea for Two").withListings(List.of(new Listing(category, UP_TO))), NOW)
                .id();
        List<Collection<PaperId>> asked = new ArrayList<>();
        ListedPapers counted = new ListedPapers(papers, ids -> {
            asked.add(ids);
            return Map.of();
        });
        for (int group = 0; group < 100; group++) {
            assertThat(counted.between(List.of(category), AFTER, UP_TO, NOW).papers())
                    .extracting(Candidate::id, Candidate::list)
                    .containsExactly(tuple(paper, category));
        }
        assertThat(asked).hasSize(1);
        assertThat(counted.between(List.of(), AFTER, UP_TO, NOW).papers()).isEmpty();
    }

    @Test
    void what_is_trending_again_is_a_candidate_of_the_day_since_which_its_upvotes_gather() {
        Listing trending = new Listing(PaperList.TRENDING, UP_TO);
        PaperId back = save("Back", trending, Listing.daily(AFTER.minusDays(40)), Listing.daily(AFTER.minusDays(30)));
        PaperId fresh = save("Fresh", trending, Listing.daily(UP_TO.minusDays(1)));
        PaperId unlisted = save("Unlisted", trending);
        save("Before", new Listing(PaperList.TRENDING, AFTER), Listing.daily(AFTER.minusDays(40)));
        assertThat(listed.between(List.of(), AFTER, UP_TO, NOW).papers())
                .extracting(Candidate::id, Candidate::listDay, Candidate::list)
                .containsExactlyInAnyOrder(
                        tuple(back, AFTER.minusDays(40), PaperList.TRENDING),
                        tuple(fresh, UP_TO.minusDays(1), PaperList.DAILY),
                        tuple(unlisted, UP_TO, PaperList.TRENDING));
    }

    @Test
    void what_somebody_picked_is_theirs_for_whoever_follows_them() {
        PaperList ada = PaperList.submitter("ada");
        PaperId picked = save("Picked", Listing.daily(UP_TO), new Listing(ada, UP_TO));
        assertThat(listed.between(List.of(PaperList.arxiv("cs.CL"), ada), AFTER, UP_TO, NOW)
                        .papers())
                .extracting(Candidate::id, Candidate::list)
                .containsExactly(tuple(picked, ada));
        assertThat(listed.between(List.of(), AFTER, UP_TO, NOW).papers())
                .extracting(Candidate::list)
                .containsExactly(PaperList.DAILY);
    }

    private PaperId save(String title, Listing... listings) {
        return papers.save(Draft.titled(title).withListings(List.of(listings)), NOW)
                .id();
    }
}

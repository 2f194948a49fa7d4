package dev.lectern.digest;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.paper;
import static dev.lectern.digest.Audience.CHANNEL;
import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.taste.Signal;
import dev.lectern.work.Ground;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.SettableClock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnEachRedis
class DigestStoreTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 30);

    private final Ground ground;
    private final DigestStore digests;

    DigestStoreTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), new SettableClock(START));
        digests = new DigestStore(ground.redis);
    }

    @Test
    void a_group_without_digests_has_none_and_has_shown_nothing() {
        assertThat(digests.find(GROUP, CHANNEL.on(MONDAY))).isEmpty();
        assertThat(digests.latest(GROUP, CHANNEL)).isEmpty();
        assertThat(digests.shown(GROUP, CHANNEL)).isEmpty();
    }

    @Test
    void a_digest_is_found_as_it_was_saved_with_every_reason() {
        Digest digest = new Digest(
                MONDAY,
                MONDAY.minusDays(1),
                List.of(
                        new Chosen(paper(3), new Reason.FromTopic("größer \"quoted\"")),
                        new Chosen(paper(1), new Reason.Trending(120, 2)),
                        new Chosen(paper(2), new Reason.New(MONDAY.minusDays(2))),
                        new Chosen(paper(4), new Reason.Explore()),
                        new Chosen(paper(5), new Reason.Like(paper(9), "Tea & Robots", Signal.Kind.READ, START))));
        save(digest);
        assertThat(digests.find(GROUP, CHANNEL.on(MONDAY))).contains(digest);
        assertThat(digests.find(GROUP, CHANNEL.on(MONDAY.plusDays(1)))).isEmpty();
    }

    @Test
    void the_latest_digest_is_the_last_day_s_also_over_a_turn_of_the_year() {
        Digest before = digest(LocalDate.of(2025, 12, 31), 1);
        Digest after = digest(LocalDate.of(2026, 1, 2), 2);
        save(after);
        save(before);
        assertThat(digests.latest(GROUP, CHANNEL)).contains(after);
    }

    @Test
    void what_lectern_0_1_noted_as_shown_was_shown() {
        ground.redis.sadd(new GroupKeys(GROUP).of("shown"), paper(1).value());
        save(digest(MONDAY, 2));
        assertThat(digests.shown(GROUP, CHANNEL)).containsExactlyInAnyOrder(paper(1), paper(2));
    }

    @Test
    void what_any_digest_showed_was_shown() {
        save(digest(MONDAY, 1, 2));
        save(digest(MONDAY.plusDays(1), 2, 3));
        assertThat(digests.shown(GROUP, CHANNEL)).containsExactlyInAnyOrder(paper(1), paper(2), paper(3));
        assertThat(digests.shown(Ground.group(2), CHANNEL)).isEmpty();
    }

    @Test
    void what_lectern_0_1_said_of_a_trending_paper_is_still_read() {
        ground.redis.hset(
                new GroupKeys(GROUP).of("digests"),
                MONDAY.toString(),
                "{\"v\":1,\"value\":{\"day\":\"2026-03-30\",\"upTo\":\"2026-03-30\",\"papers\":[{\"paper\":\"2401.00001\","
                        + "\"reason\":{\"kind\":\"trending\",\"upvotes\":12}}]}}");
        assertThat(digests.find(GROUP, CHANNEL.on(MONDAY)).orElseThrow().papers())
                .containsExactly(new Chosen(paper(1), new Reason.Trending(12, Optional.empty())));
    }

    @Test
    void papers_that_turned_out_to_be_one_were_shown_under_both_ids_and_stand_in_a_digest_once() {
        PaperStore papers = new PaperStore(ground.redis);
        ArxivId arxiv = new ArxivId("2603.00001");
        PaperId byTitle = papers.save(Draft.titled("First name"), START).id();
        PaperId byArxiv = papers.save(Draft.titled("Second name").withArxivId(arxiv), START)
                .id();
        Chosen first = new Chosen(byTitle, new Reason.Trending(9, Optional.empty()));
        save(new Digest(MONDAY, MONDAY, List.of(first, new Chosen(byArxiv, new Reason.Trending(3, Optional.empty())))));
        save(new Digest(MONDAY.plusDays(1), MONDAY, List.of(first)));
        papers.save(Draft.titled("First name").withArxivId(arxiv), START);
        assertThat(digests.find(GROUP, CHANNEL.on(MONDAY)).orElseThrow().papers())
                .containsExactly(new Chosen(byArxiv, new Reason.Trending(9, Optional.empty())));
        assertThat(digests.shown(GROUP, CHANNEL)).containsExactlyInAnyOrder(byTitle, byArxiv);
        assertThat(digests.find(GROUP, CHANNEL.on(MONDAY.plusDays(1)))
                        .orElseThrow()
                        .papers())
                .extracting(Chosen::paper)
                .containsExactly(byArxiv);
    }

    @Test
    void each_member_s_digests_are_their_own() {
        Digest digest = digest(MONDAY, 1, 2);
        ground.write(GROUP, change -> digests.save(change, Audience.of(ADA), digest));
        assertThat(digests.find(GROUP, Audience.of(ADA).on(MONDAY))).contains(digest);
        assertThat(digests.latest(GROUP, Audience.of(ADA))).contains(digest);
        assertThat(digests.shown(GROUP, Audience.of(ADA))).containsExactlyInAnyOrder(paper(1), paper(2));
        for (Audience other : List.of(CHANNEL, Audience.of(BEN))) {
            assertThat(digests.latest(GROUP, other)).isEmpty();
            assertThat(digests.shown(GROUP, other)).isEmpty();
        }
    }

    private void save(Digest digest) {
        ground.write(GROUP, change -> digests.save(change, CHANNEL, digest));
    }

    private static Digest digest(LocalDate day, int... papers) {
        return new Digest(
                day,
                day,
                Arrays.stream(papers)
                        .mapToObj(n -> new Chosen(paper(n), new Reason.Trending(n, 1)))
                        .toList());
    }
}

package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Seeded;
import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Due;
import dev.lectern.work.TeamData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** What is typed in a channel is that channel's, until a source tells of the paper. */
@OnEachRedis
class TypedPapersContractTest {
    private static final Instant NOW = Instant.parse("2026-03-30T08:00:00Z");
    private static final GroupId HERE = GroupId.parse("T1:C1");
    private static final GroupId THERE = GroupId.parse("T1:G2");
    private static final GroupId ABROAD = GroupId.parse("T2:C1");
    private static final List<GroupId> CHANNELS = List.of(HERE, THERE, ABROAD);
    private static final Names ARXIV = Names.NONE.withArxiv(new ArxivId("2603.00001"));
    private static final Names PAGE = Names.NONE.withPage("https://notes.example/plan");

    private final RedisKind kind;
    private final UnifiedJedis redis;
    private final PaperStore papers;

    TypedPapersContractTest(RedisKind kind) {
        this.kind = kind;
        redis = kind.fresh();
        papers = new PaperStore(redis);
    }

    private PaperId typed(String title, Names names, GroupId channel) {
        return papers.saveTyped(title, names, channel, NOW).id();
    }

    private Paper paper(PaperId id) {
        return papers.find(id).orElseThrow();
    }

    private static NormalizedTitle title(String title) {
        return NormalizedTitle.of(title);
    }

    @Test
    void what_is_typed_is_found_in_its_channel_by_name_and_title_and_nowhere_else() {
        PaperId plan = typed("Our secret plan", PAGE, HERE);
        assertThat(plan.typedIn()).contains(HERE);
        assertThat(paper(plan).title()).isEqualTo("Our secret plan");
        assertThat(papers.byNames(PAGE, HERE)).contains(plan);
        assertThat(papers.byTitle(title("our SECRET plan"), HERE)).contains(plan);
        for (GroupId other : List.of(THERE, ABROAD)) {
            assertThat(papers.byNames(PAGE, other)).isEmpty();
            assertThat(papers.byTitle(title("Our secret plan"), other)).isEmpty();
            assertThat(paper(plan).isKnownIn(other)).isFalse();
        }
        assertThat(papers.byNames(PAGE)).isEmpty();
        assertThat(papers.byTitle(title("Our secret plan"))).isEmpty();
    }

    @Test
    void two_channels_that_type_the_same_have_two_papers_and_one_channel_has_one() {
        PaperId here = typed("What Ben calls it", ARXIV, HERE);
        PaperId abroad = typed("What Chen calls it", ARXIV, ABROAD);
        assertThat(abroad).isNotEqualTo(here);
        assertThat(paper(here).title()).isEqualTo("What Ben calls it");
        assertThat(paper(abroad).title()).isEqualTo("What Chen calls it");
        assertThat(typed("Something longer that Ben calls it", ARXIV, HERE)).isEqualTo(here);
        assertThat(typed("what ben calls it", PAGE, HERE)).isEqualTo(here);
        assertThat(papers.byNames(PAGE, HERE)).contains(here);
        assertThat(papers.byNames(PAGE, ABROAD)).isEmpty();
    }

    @Test
    void what_a_source_tells_makes_it_one_paper_for_all_and_takes_nothing_over() {
        PaperId here = typed("What Ben calls it", ARXIV, HERE);
        typed("what ben calls it", PAGE, HERE);
        PaperId abroad = typed("What Chen calls it", ARXIV, ABROAD);
        PaperId told =
                papers.save(Draft.titled("Its Title").withNames(ARXIV), NOW).id();

        assertThat(told.typedIn()).isEmpty();
        assertThat(paper(told).title()).isEqualTo("Its Title");
        assertThat(paper(told).names()).isEqualTo(ARXIV);
        for (PaperId id : List.of(here, abroad, told)) {
            assertThat(paper(id)).isEqualTo(paper(told));
        }
        assertThat(papers.canonical(List.of(here, abroad)).values()).containsOnly(told);
        assertThat(papers.findEach(List.of(here)).values()).containsExactly(paper(told));
        assertThat(papers.all()).containsExactly(paper(told));
        CHANNELS.forEach(channel ->
                assertThat(papers.byNames(ARXIV, channel)).as("%s", channel).contains(told));
        assertThat(papers.byNames(PAGE, HERE)).contains(told);
        assertThat(papers.byNames(PAGE)).isEmpty();
        assertThat(papers.byTitle(title("what ben calls it"))).isEmpty();
    }

    @Test
    void a_known_title_leads_to_everybodys_paper_but_its_link_stays_where_it_was_typed() {
        PaperId told =
                papers.save(Draft.titled("Its Title").withNames(ARXIV), NOW).id();
        PaperId here = typed("its title", PAGE, HERE);
        assertThat(paper(here).id()).isEqualTo(told);
        assertThat(paper(here).names()).isEqualTo(ARXIV);
        assertThat(papers.byNames(PAGE, HERE)).contains(told);
        assertThat(papers.byNames(PAGE, THERE)).isEmpty();

        PaperId another = typed("Its Title", Names.NONE.withArxiv(new ArxivId("2603.00002")), HERE);
        assertThat(paper(another).id()).as("another arXiv id is another paper").isEqualTo(another);
    }

    @Test
    void what_an_earlier_version_kept_without_a_channel_is_there_for_who_has_it_and_found_by_nobody() {
        PaperId old = papers.save(
                        Draft.titled("What Ben called it").withNames(ARXIV).toldBy(Trust.TYPED), NOW)
                .id();
        assertThat(paper(old).title()).isEqualTo("What Ben called it");
        assertThat(papers.byNames(ARXIV, HERE)).isEmpty();
        assertThat(papers.byTitle(title("What Ben called it"), HERE)).isEmpty();
        PaperId anew = typed("What Chen calls it", ARXIV, HERE);
        assertThat(paper(anew).title()).isEqualTo("What Chen calls it");

        assertThat(papers.save(Draft.titled("Its Title").withNames(ARXIV), NOW).id())
                .isEqualTo(old);
        assertThat(paper(anew)).isEqualTo(paper(old));
        assertThat(paper(old).title()).isEqualTo("Its Title");
    }

    @Test
    void what_was_typed_goes_with_its_workspace() {
        PaperId here = typed("Our secret plan", PAGE, HERE);
        PaperId abroad = typed("Our secret plan", PAGE, ABROAD);
        PaperId told =
                papers.save(Draft.titled("Its Title").withNames(ARXIV), NOW).id();
        long change = papers.lastChange();

        new TeamData(redis, new Due(redis), papers::forget).erase(new TeamId("T1"), "}:none", () -> true);

        assertThat(papers.find(here)).isEmpty();
        assertThat(papers.byNames(PAGE, HERE)).isEmpty();
        assertThat(papers.byTitle(title("Our secret plan"), HERE)).isEmpty();
        assertThat(papers.ids()).containsExactlyInAnyOrder(abroad, told);
        assertThat(papers.count()).isEqualTo(2);
        assertThat(papers.changedAfter(change, 10).ids()).containsExactly(here);
        assertThat(paper(abroad).title()).isEqualTo("Our secret plan");
        assertThat(typed("Our next plan", PAGE, HERE)).isEqualTo(here);
        assertThat(paper(here).title()).isEqualTo("Our next plan");
    }

    @Test
    void nobody_ever_comes_upon_what_was_typed_elsewhere_and_a_source_makes_one_paper_of_it() {
        Seeded.times(12, random -> {
            kind.fresh();
            new Told(random).anyOrder(25);
        });
    }

    /** The titles end in as many exclamation marks as tell who typed them: those do not count when titles are compared. */
    private final class Told {
        private static final List<String> TITLES = List.of("Scaling laws", "Weekly letter", "On memory");

        private final Random random;
        private final Set<Names> open = new HashSet<>();
        private final Map<PaperId, Names> typed = new HashMap<>();

        Told(Random random) {
            this.random = random;
        }

        void anyOrder(int steps) {
            for (int step = 0; step < steps; step++) {
                if (random.nextInt(4) == 0) {
                    aSourceTells();
                } else {
                    somebodyTypes();
                }
                everybodyLooks();
            }
        }

        private Names name() {
            int number = random.nextInt(3);
            return switch (random.nextInt(3)) {
                case 0 -> Names.NONE.withArxiv(new ArxivId("2603.0000" + number));
                case 1 -> Names.NONE.withDoi(new Doi("10.1145/1." + number));
                default -> Names.NONE.withPage("https://site" + number + ".example/post");
            };
        }

        private String words() {
            return TITLES.get(random.nextInt(TITLES.size()));
        }

        private void somebodyTypes() {
            int who = random.nextInt(CHANNELS.size());
            Names name = name();
            PaperId id = papers.saveTyped(words() + "!".repeat(who + 1), name, CHANNELS.get(who), NOW)
                    .id();
            assertThat(id.typedIn()).contains(CHANNELS.get(who));
            typed.put(id, name);
        }

        private void aSourceTells() {
            Names name = name();
            papers.save(Draft.titled(words()).withNames(name), NOW);
            open.add(name);
        }

        private void everybodyLooks() {
            for (Paper paper : papers.all()) {
                marks(paper, paper.id().typedIn());
            }
            for (int who = 0; who < CHANNELS.size(); who++) {
                GroupId channel = CHANNELS.get(who);
                List<PaperId> found = new ArrayList<>();
                typed.values().forEach(name -> papers.byNames(name, channel).ifPresent(found::add));
                TITLES.forEach(some -> papers.byTitle(title(some), channel).ifPresent(found::add));
                papers.findAll(found).forEach(paper -> {
                    assertThat(paper.isKnownIn(channel)).isTrue();
                    marks(paper, paper.id().typedIn());
                });
            }
            open.forEach(name -> {
                PaperId told = papers.byNames(name).orElseThrow();
                CHANNELS.forEach(channel ->
                        assertThat(papers.byNames(name, channel)).as("%s", name).contains(told));
            });
            typed.forEach((id, name) -> {
                if (open.contains(name)) {
                    assertThat(paper(id).id().typedIn()).as("%s", id).isEmpty();
                    assertThat(papers.canonical(List.of(id)).values())
                            .containsExactly(paper(id).id());
                }
            });
        }

        /** Its words are its channel's, and a source's where it is everybody's. */
        private void marks(Paper paper, Optional<GroupId> channel) {
            String marks =
                    channel.map(some -> "!".repeat(CHANNELS.indexOf(some) + 1)).orElse("");
            assertThat(paper.title()).matches("[^!]*" + marks);
            if (channel.isEmpty()) {
                assertThat(open).containsAll(paper.names().each());
            }
        }
    }
}

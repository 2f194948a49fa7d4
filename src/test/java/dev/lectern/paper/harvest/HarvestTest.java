package dev.lectern.paper.harvest;

import static dev.lectern.paper.source.FakeSource.body;
import static dev.lectern.paper.source.FakeSource.json;
import static dev.lectern.paper.source.FakeSource.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Doi;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.source.Arxiv;
import dev.lectern.paper.source.DailyPapersApi;
import dev.lectern.paper.source.FakeSource;
import dev.lectern.paper.source.Listed;
import dev.lectern.paper.source.QuickSites;
import dev.lectern.paper.source.SemanticScholar;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

@OnEachRedis
class HarvestTest {
    private static final String LISTS = "/api/daily_papers";
    private static final PaperList CL = PaperList.arxiv("cs.CL");
    private static final Duration HOUR = Duration.ofHours(1);

    private final UnifiedJedis redis;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final FakeSource source = new FakeSource();
    private final QuickSites sites;
    private final PaperStore papers;
    private final HarvestStore store;
    private final SourceStateStore states;
    private final FollowedListsStore followed;
    private final Harvest harvest;

    HarvestTest(RedisKind kind) {
        redis = kind.fresh();
        sites = new QuickSites(redis, clock);
        papers = new PaperStore(redis);
        store = new HarvestStore(redis);
        states = new SourceStateStore(redis);
        followed = new FollowedListsStore(redis);
        harvest = process();
        source.on(LISTS, json("[]"));
    }

    @AfterEach
    void close() {
        sites.close();
        source.close();
    }

    private Harvest process() {
        DailyPapersApi daily = new DailyPapersApi(sites.site(DailyPapersApi.rules(source.at(""))), source.at(""));
        Arxiv arxiv = new Arxiv(sites.site(Arxiv.rules(source.at(""), source.at(""))), source.at(""), source.at(""));
        return of(new DailyLists(daily, store), new ArxivLists(arxiv, followed, store, papers));
    }

    private Harvest of(ListSource... sources) {
        return new Harvest(List.of(sources), store, states, papers, clock);
    }

    private static String day(String date) {
        return LISTS + "?date=" + date + "&limit=100&p=0";
    }

    private static FakeSource.Told row(String id, int upvotes) {
        return json("[{\"paper\":{\"id\":\"%s\",\"title\":\"Paper %s\",\"upvotes\":%d}}]".formatted(id, id, upvotes));
    }

    private static FakeSource.Told announcement(String id) {
        return body(
                "application/atom+xml",
                "<feed><entry><id>oai:arXiv.org:" + id + "v1</id><title>On " + id + "</title>"
                        + "<arxiv:announce_type>new</arxiv:announce_type>"
                        + "<published>2026-11-20T00:00:00-05:00</published></entry></feed>");
    }

    private Optional<Paper> paper(String id) {
        return papers.byArxiv(new ArxivId(id)).flatMap(papers::find);
    }

    private List<String> news() {
        return new SourceNews(store, states, clock).get();
    }

    @Test
    void missed_days_are_caught_up_once_each_and_today_is_asked_for_again_while_it_grows() {
        source.on(day("2026-11-18"), row("2611.00018", 3));
        harvest.runDue();

        assertThat(source.targets()).hasSize(31).doesNotHaveDuplicates();
        assertThat(source.targets()).first().isEqualTo(day("2026-11-20"));
        assertThat(source.targets()).last().isEqualTo(day("2026-10-21"));
        assertThat(paper("2611.00018").orElseThrow().listDays()).containsExactly(LocalDate.parse("2026-11-18"));
        assertThat(news()).isEmpty();

        clock.moveBy(HOUR.minusMinutes(1));
        harvest.runDue();
        assertThat(source.targets()).as("nothing is due").hasSize(31);

        source.on(day("2026-11-20"), row("2611.00020", 1));
        clock.moveBy(Duration.ofMinutes(2));
        harvest.runDue();
        assertThat(source.targets()).hasSize(32).last().isEqualTo(day("2026-11-20"));
        assertThat(paper("2611.00020")).isPresent();
    }

    @Test
    void semantic_scholar_adds_citations_and_a_summary_where_there_is_none_once_a_day() {
        LocalDate yesterday = LocalDate.parse("2026-11-19");
        papers.saveAll(
                List.of(
                        listed("2611.00001", yesterday),
                        listed("2611.00002", yesterday).withShortSummary("Its own."),
                        listed("2611.00003", yesterday.minusDays(40))),
                clock.instant());
        String batch = "/graph/v1/paper/batch";
        source.on(batch, json("""
                [{"title":"Other","citationCount":12,"tldr":{"text":"In short."},"externalIds":{"DOI":"10.1234/ABC"}},
                {"title":"Other","citationCount":3,"tldr":{"text":"Not needed."}}]"""));
        Harvest citations = of(new Citations(
                new SemanticScholar(sites.site(SemanticScholar.rules(source.at(""), Optional.empty())), source.at("")),
                papers));
        citations.runDue();
        citations.runDue();

        List<FakeSource.Asked> asked = source.asked();
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).body()).contains("2611.00001", "2611.00002").doesNotContain("2611.00003");
        Paper first = paper("2611.00001").orElseThrow();
        assertThat(first.title()).isEqualTo("Paper 2611.00001");
        assertThat(first.citations()).isEqualTo(12);
        assertThat(first.shortSummary()).contains("In short.");
        assertThat(first.names().doi()).contains(new Doi("10.1234/abc"));
        assertThat(first.listDays()).containsExactly(yesterday);
        Paper second = paper("2611.00002").orElseThrow();
        assertThat(second.citations()).isEqualTo(3);
        assertThat(second.shortSummary()).contains("Its own.");

        clock.moveBy(Duration.ofDays(1).plusMinutes(1));
        citations.runDue();
        assertThat(source.asked()).hasSize(2);
    }

    @Test
    void what_is_recommended_with_a_paper_that_was_read_is_listed_once_and_asked_for_once_a_day() {
        PaperId read = papers.save(listed("2611.00001", LocalDate.parse("2026-11-02")), clock.instant())
                .id();
        PaperId titled =
                papers.save(Draft.titled("Without any id"), clock.instant()).id();
        followed.follow(List.of(PaperList.like(read), PaperList.like(titled), CL), clock.instant());
        String target = "/recommendations/v1/papers/forpaper/ARXIV:2611.00001";
        source.on(
                target,
                json("{\"recommendedPapers\":[{\"title\":\"Like it\",\"externalIds\":{\"ArXiv\":\"2610.00007\"}},"
                        + "{\"title\":null},7,{\"title\":\"Without an id\"}]}"),
                body("text/html", "<html>Down</html>"));
        Harvest harvest = of(new RecommendedLists(
                new SemanticScholar(sites.site(SemanticScholar.rules(source.at(""), Optional.empty())), source.at("")),
                followed,
                papers));
        harvest.runDue();
        harvest.runDue();
        Listing today = new Listing(PaperList.like(read), LocalDate.parse("2026-11-20"));
        assertThat(source.targets())
                .hasSize(1)
                .first()
                .asString()
                .startsWith(target.replace(":", "%3A") + "?")
                .endsWith("&limit=10");
        assertThat(paper("2610.00007").orElseThrow().listings()).containsExactly(today);
        assertThat(papers.listedBetween(List.of(today.list()), today.day().minusDays(1), today.day()))
                .hasSize(2);
        assertThat(news()).isEmpty();

        clock.moveBy(Duration.ofDays(1).plusMinutes(1));
        harvest.runDue();
        assertThat(news()).hasSize(1).first().asString().startsWith("Semantic Scholar");
        source.on(
                target,
                json("{\"recommendedPapers\":[{\"title\":\"Like it\",\"externalIds\":{\"ArXiv\":\"2610.00007\"}},"
                        + "{\"title\":\"Without an id\"}]}"));
        clock.moveBy(Duration.ofMinutes(5));
        harvest.runDue();
        assertThat(news()).isEmpty();
        assertThat(source.targets()).hasSize(3);
        assertThat(paper("2610.00007").orElseThrow().listings()).containsExactly(today);
        assertThat(papers.listedBetween(
                        List.of(today.list()), today.day(), today.day().plusDays(1)))
                .isEmpty();
    }

    private static Draft listed(String id, LocalDate day) {
        return Draft.titled("Paper " + id).withArxivId(new ArxivId(id)).withListDays(List.of(day));
    }

    @Test
    void the_last_days_are_asked_for_again_for_their_upvotes_and_older_ones_are_not() {
        source.on(day("2026-11-19"), row("2611.00019", 3), row("2611.00019", 214));
        harvest.runDue();
        assertThat(paper("2611.00019").orElseThrow().upvotes()).isEqualTo(3);
        int before = source.targets().size();

        clock.moveBy(HOUR.multipliedBy(6).plusMinutes(1));
        harvest.runDue();
        assertThat(source.targets().subList(before, source.targets().size()))
                .containsExactlyInAnyOrder(day("2026-11-20"), day("2026-11-19"), day("2026-11-18"), day("2026-11-17"));
        assertThat(paper("2611.00019").orElseThrow().upvotes()).isEqualTo(214);
    }

    @Test
    void what_is_trending_is_asked_for_every_hour_and_brings_upvotes_of_papers_of_any_day() {
        papers.save(listed("2610.00001", LocalDate.parse("2026-10-02")).withEcho(90, 0), clock.instant());
        String trending = LISTS + "?sort=trending&limit=100";
        source.on(
                trending,
                row("2610.00001", 120),
                status(403),
                json("<html>Down</html>"),
                json("[7,{\"paper\":{\"id\":\"2610.00001\",\"title\":\"Paper 2610.00001\",\"upvotes\":140}}]"));
        Harvest harvest = of(
                new TrendingList(new DailyPapersApi(sites.site(DailyPapersApi.rules(source.at(""))), source.at(""))));
        harvest.runDue();

        Paper paper = paper("2610.00001").orElseThrow();
        assertThat(paper.upvotes()).isEqualTo(120);
        assertThat(paper.listings())
                .containsExactly(
                        Listing.daily(LocalDate.parse("2026-10-02")),
                        new Listing(PaperList.TRENDING, LocalDate.parse("2026-11-20")));

        clock.moveBy(HOUR.plusMinutes(1));
        harvest.runDue();
        assertThat(news()).hasSize(1).first().asString().startsWith("Daily Papers refuses the question (HTTP 403)");
        clock.moveBy(Duration.ofMinutes(5));
        harvest.runDue();
        assertThat(news()).hasSize(1).first().asString().startsWith("Daily Papers answers with a web page");
        clock.moveBy(Duration.ofMinutes(5));
        harvest.runDue();
        assertThat(news()).isEmpty();
        assertThat(paper("2610.00001").orElseThrow().upvotes()).isEqualTo(140);
        assertThat(source.targets()).hasSize(4).containsOnly(trending);
    }

    private static String submitted(String from, String to) {
        return "/api/query?search_query=cat%3Acs.CL+AND+submittedDate%3A%5B" + from + "0000+TO+" + to
                + "2359%5D&start=0&max_results=500";
    }

    private static FakeSource.Told submissions(String... ids) {
        return body(
                "application/atom+xml",
                Stream.of(ids)
                        .map(id -> "<entry><id>http://arxiv.org/abs/" + id + "v1</id><title>On " + id + "</title>"
                                + "<published>2026-11-24T10:00:00Z</published></entry>")
                        .collect(Collectors.joining("", "<feed>", "</feed>")));
    }

    private List<String> askedOfArxivsApi() {
        return source.targets().stream()
                .filter(target -> target.startsWith("/api/query"))
                .toList();
    }

    @Test
    void what_arxiv_announced_while_nobody_asked_is_asked_for_once_and_comes_into_the_next_digest() {
        followed.follow(CL, clock.instant());
        source.on("/atom/cs.CL", announcement("2611.00001")).on("/api/query", submissions());
        clock.moveBy(HOUR.multipliedBy(2));
        harvest.runDue();
        assertThat(askedOfArxivsApi()).as("nothing was missed on the first day").isEmpty();

        // From Friday over the weekend to Thursday.
        clock.moveBy(Duration.ofDays(6));
        source.on(submitted("20261123", "20261124"), submissions("2611.00001", "2611.00009"));
        process().runDue();
        process().runDue();
        assertThat(askedOfArxivsApi())
                .containsExactly(
                        submitted("20261123", "20261124"),
                        submitted("20261120", "20261123"),
                        submitted("20261119", "20261120"));
        assertThat(paper("2611.00009").orElseThrow().listings())
                .containsExactly(new Listing(CL, LocalDate.parse("2026-11-26")));
        assertThat(paper("2611.00001").orElseThrow().listings())
                .containsExactly(new Listing(CL, LocalDate.parse("2026-11-20")));
        assertThat(news()).isEmpty();
    }

    @Test
    void a_missed_day_that_arxiv_does_not_tell_of_now_is_asked_for_later() {
        followed.follow(CL, clock.instant());
        source.on("/atom/cs.CL", announcement("2611.00001"));
        clock.moveBy(HOUR.multipliedBy(2));
        harvest.runDue();

        clock.moveBy(Duration.ofDays(4));
        source.on("/api/query", body("text/html", "<html>Rate exceeded.</html>"), submissions("2611.00009"));
        harvest.runDue();
        assertThat(askedOfArxivsApi()).containsExactly(submitted("20261119", "20261120"));
        assertThat(news()).hasSize(1).first().asString().startsWith("arXiv answers with a web page");

        clock.moveBy(Duration.ofMinutes(5));
        harvest.runDue();
        assertThat(askedOfArxivsApi()).hasSize(2);
        assertThat(paper("2611.00009")).isPresent();
        assertThat(news()).isEmpty();
    }

    @Test
    void after_long_holidays_the_last_two_weeks_are_asked_for() {
        followed.follow(CL, clock.instant());
        source.on("/atom/cs.CL", announcement("2611.00001")).on("/api/query", submissions());
        clock.moveBy(HOUR.multipliedBy(2));
        harvest.runDue();
        clock.moveBy(Duration.ofDays(30));
        process().runDue();
        assertThat(askedOfArxivsApi()).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void after_a_week_without_lectern_the_missed_days_and_the_day_that_was_not_over_are_fetched() {
        harvest.runDue();
        int before = source.targets().size();

        clock.moveBy(Duration.ofDays(7));
        process().runDue();

        assertThat(source.targets().subList(before, source.targets().size()))
                .containsExactlyInAnyOrder(
                        day("2026-11-27"),
                        day("2026-11-26"),
                        day("2026-11-25"),
                        day("2026-11-24"),
                        day("2026-11-23"),
                        day("2026-11-22"),
                        day("2026-11-21"),
                        day("2026-11-20"));
    }

    @Test
    void two_processes_fetch_each_list_once() throws InterruptedException {
        Harvest other = process();
        Thread second = new Thread(other::runDue);
        second.start();
        harvest.runDue();
        second.join();

        assertThat(source.targets()).hasSize(31).doesNotHaveDuplicates();
    }

    @Test
    void a_source_that_is_down_delays_its_own_papers_says_so_and_catches_up() {
        followed.follow(CL, clock.instant());
        source.on(LISTS, status(500)).on("/atom/cs.CL", announcement("2611.00001"));
        harvest.runDue();

        assertThat(paper("2611.00001").orElseThrow().listings()).hasSize(1);
        assertThat(source.targets())
                .filteredOn(target -> target.startsWith(LISTS))
                .hasSize(2);
        assertThat(news())
                .containsExactly(
                        "Daily Papers is out of service (HTTP 500); it has been so since 20 November 10:00 UTC."
                                + " What comes from there waits until that is over.");

        source.on(LISTS, json("[]"));
        clock.moveBy(Duration.ofMinutes(2));
        harvest.runDue();
        assertThat(news()).isEmpty();
        assertThat(source.targets())
                .filteredOn(target -> target.startsWith(LISTS))
                .hasSize(33);

        source.on(LISTS, status(500));
        clock.moveBy(HOUR);
        harvest.runDue();
        assertThat(news())
                .containsExactly("Daily Papers is out of service (HTTP 500); nothing has come from there since"
                        + " 20 November 10:02 UTC. What comes from there waits until that is over.");
    }

    @Test
    void a_source_that_stays_down_is_asked_ever_more_seldom() {
        source.on(LISTS, status(403));
        for (int minute = 0; minute < 24 * 60; minute++) {
            harvest.runDue();
            clock.moveBy(Duration.ofMinutes(1));
        }

        assertThat(source.targets().size()).isBetween(20, 60);
    }

    @Test
    void rows_before_a_break_are_kept_and_the_list_is_fetched_again() {
        String row = "{\"paper\":{\"id\":\"2611.00020\",\"title\":\"Kept\"}}";
        source.on(day("2026-11-20"), json("[" + row + ",{\"pap"), json("[" + row + "]"));
        harvest.runDue();

        assertThat(paper("2611.00020")).isPresent();
        assertThat(news()).hasSize(1);
        assertThat(news().get(0)).startsWith("Daily Papers sent an answer that cannot be read to its end");

        clock.moveBy(Duration.ofMinutes(5));
        harvest.runDue();
        assertThat(news()).isEmpty();
        assertThat(source.targets()).filteredOn(day("2026-11-20")::equals).hasSize(2);
    }

    @Test
    void what_somebody_died_with_is_fetched_by_the_next_when_the_claim_has_run_out() {
        followed.follow(CL, clock.instant());
        Harvest dying = of(following((list, today) -> {
            throw new IllegalStateException("killed");
        }));
        assertThatThrownBy(dying::runDue).hasMessage("killed");

        Harvest next = of(following((list, today) -> new Listed(List.of(), Optional.empty())));
        next.runDue();
        assertThat(states.all()).as("claimed by the dead").isEmpty();

        clock.moveBy(Duration.ofMinutes(16));
        next.runDue();
        assertThat(states.all()).containsOnlyKeys("arXiv");
    }

    private ListSource following(FollowedLists.Reader reader) {
        return new FollowedLists("arxiv", PaperList::isArxiv, followed, list -> Arxiv.NAME, reader);
    }

    @Test
    void what_nobody_follows_any_more_is_not_fetched() {
        followed.follow(CL, clock.instant());
        followed.follow(PaperList.feed("https://example.org/feed"), clock.instant());
        source.on("/atom/cs.CL", announcement("2611.00001"));
        harvest.runDue();
        assertThat(followed.followed(clock.instant())).hasSize(2);

        clock.moveBy(FollowedListsStore.KEPT.plusDays(1));
        assertThat(followed.followed(clock.instant())).isEmpty();
        harvest.runDue();
        assertThat(source.targets()).containsOnlyOnce("/atom/cs.CL");
    }

    @Test
    void lists_that_nobody_fetches_are_told() {
        harvest.runDue();
        clock.moveBy(HOUR.multipliedBy(2));

        assertThat(news())
                .containsExactly(
                        "Nobody fetches what Daily Papers lists, since 20 November 11:00 UTC: does Lectern run?");
    }

    @Test
    void it_works_on_threads_of_its_own_until_it_is_closed() {
        source.on(day("2026-11-20"), source.silence());
        followed.follow(CL, clock.instant());
        source.on("/atom/cs.CL", announcement("2611.00001"));
        harvest.start();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> paper("2611.00001").isPresent() && source.targets().contains(day("2026-11-20")));
        sites.close();
        long before = System.nanoTime();
        harvest.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
    }
}

package dev.lectern.app;

import static dev.lectern.paper.source.FakeSource.json;
import static dev.lectern.paper.source.FakeSource.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lectern.paper.Names;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.harvest.FollowedListsStore;
import dev.lectern.paper.source.FakeSource;
import dev.lectern.paper.source.Lookups;
import dev.lectern.redis.RedisClock;
import dev.lectern.redis.TestRedis;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

class SourcesTest {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private final UnifiedJedis redis = TestRedis.fresh();

    private static SourceSettings settings(Map<String, String> given) {
        return SourceSettings.read(name -> given.getOrDefault(name, "off"));
    }

    private List<String> news() {
        return Sources.news(redis, new RedisClock(redis, () -> Duration.ZERO)).get();
    }

    @Test
    void the_harvest_fetches_what_the_settings_name_and_says_who_asks() {
        try (FakeSource daily = new FakeSource();
                FakeSource arxiv = new FakeSource()) {
            daily.on("/api/daily_papers", json("[{\"paper\":{\"id\":\"2611.00001\",\"title\":\"Found\"}}]"));
            arxiv.on("/atom/cs.CL", status(403));
            new FollowedListsStore(redis)
                    .follow(
                            List.of(PaperList.arxiv("cs.CL"), PaperList.submitter("ada")),
                            new RedisClock(redis, () -> Duration.ZERO).instant());
            Map<String, String> given = Map.of(
                    "papers.daily.url", daily.at("").toString(),
                    "papers.arxiv.url", arxiv.at("").toString(),
                    "papers.arxiv.feeds.url", arxiv.at("").toString(),
                    "papers.contact", "lab@example.org");
            try (Sources sources = Sources.open(settings(given), redis)) {
                sources.startHarvest();
                await().atMost(GENEROUS).until(() -> new PaperStore(redis).count() == 1);
                await().atMost(GENEROUS).until(() -> !news().isEmpty());
                await().atMost(GENEROUS)
                        .until(() -> daily.targets()
                                .containsAll(List.of(
                                        "/api/daily_papers?sort=trending&limit=100",
                                        "/api/daily_papers?submitter=ada&limit=100")));
            }
            assertThat(daily.asked().get(0).header("User-Agent")).contains("Lectern/0.1.0 (+lab@example.org)");
            assertThat(news()).hasSize(1);
            assertThat(news().get(0)).startsWith("arXiv refuses the question (HTTP 403); it has been so since ");
        }
    }

    @Test
    void a_paper_is_looked_up_where_the_settings_say() throws Exception {
        try (FakeSource daily = new FakeSource();
                Sources sources = Sources.open(
                        settings(Map.of("papers.daily.url", daily.at("").toString())), redis)) {
            daily.on("/api/papers/2611.00001", json("{\"id\":\"2611.00001\",\"title\":\"Found\"}"));
            Lookups.Answer answer = sources.outside().lookUp().orElseThrow().apply(Names.find("2611.00001"));
            assertThat(((Lookups.Told) answer).draft().title()).isEqualTo("Found");
        }
    }

    @Test
    void a_source_that_is_switched_off_is_in_trouble_no_more() throws Exception {
        try (FakeSource daily = new FakeSource()) {
            daily.on("/api/daily_papers", status(403));
            try (Sources sources = Sources.open(
                    settings(Map.of("papers.daily.url", daily.at("").toString())), redis)) {
                sources.startHarvest();
                await().atMost(GENEROUS).until(() -> !news().isEmpty());
            }
        }
        try (Sources sources = Sources.open(settings(Map.of()), redis)) {
            sources.startHarvest();
        }
        assertThat(news()).isEmpty();
    }

    @Test
    void nothing_is_asked_when_all_is_off() {
        try (Sources sources = Sources.open(settings(Map.of()), redis)) {
            assertThat(sources.outside().lookUp()).isEmpty();
            sources.startHarvest();
        }
        assertThat(redis.keys("lectern:harvest*")).isEmpty();
    }

    @Test
    void a_setting_that_is_no_address_is_named() {
        for (String wrong : List.of("arxiv", "ftp://arxiv.org", "http://", "https://a b")) {
            assertThatThrownBy(() -> settings(Map.of("papers.arxiv.url", wrong)))
                    .isInstanceOf(WrongUse.class)
                    .hasMessage("LECTERN_ARXIV_URL is '" + wrong
                            + "', but it must be an address as https://example.org, or off");
        }
        assertThatThrownBy(() -> settings(Map.of("papers.contact", "me\r\nHost: x")))
                .isInstanceOf(WrongUse.class)
                .hasMessageStartingWith("LECTERN_CONTACT must be one word");
    }

    @Test
    void by_default_the_sites_own_addresses_are_asked() {
        SourceSettings usual = Configuration.load().sources();

        assertThat(usual.dailyPapers().orElseThrow()).hasHost("huggingface.co");
        assertThat(usual.arxiv().orElseThrow()).hasHost("export.arxiv.org");
        assertThat(usual.arxivFeeds().orElseThrow()).hasHost("rss.arxiv.org");
        assertThat(usual.semanticScholar().orElseThrow()).hasHost("api.semanticscholar.org");
        assertThat(usual.crossref().orElseThrow()).hasHost("api.crossref.org");
        assertThat(usual.openReview().orElseThrow()).hasHost("api2.openreview.net");
        assertThat(usual.web()).isTrue();
        assertThat(usual.semanticScholarKey()).isEmpty();
    }
}

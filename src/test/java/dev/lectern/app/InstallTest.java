package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.group.TeamId;
import dev.lectern.paper.search.WordsEmbedder;
import dev.lectern.redis.Json;
import dev.lectern.redis.TestRedis;
import dev.lectern.sandbox.Sandbox;
import dev.lectern.sandbox.SandboxConfiguration;
import dev.lectern.sandbox.api.OAuthApp;
import dev.lectern.slack.install.InstallationStore;
import dev.lectern.slack.install.Installed;
import dev.lectern.slack.install.SecretKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.UnifiedJedis;

/** A workspace installs Lectern with a browser, uses it, takes it out, and comes back; over HTTP, in the sandbox. */
class InstallTest {
    private static final String KEY = "ab".repeat(32);
    private static final String SECRET = "the-client-secret";
    private static final OAuthApp APP = new OAuthApp("111.222", SECRET, true, true);
    private static final TeamId TEAM = new TeamId("T0LECTERN");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final UnifiedJedis redis = TestRedis.fresh();
    private final InstallationStore installations = new InstallationStore(redis, SecretKeys.read(KEY));
    private final int port = DemoWorld.freePort();
    private final Browser browser = new Browser();
    private Sandbox sandbox;
    private PapersAtHand papers;
    private Lectern lectern;
    private People people;

    @BeforeEach
    void start() {
        start(Optional.empty());
    }

    /** @param appToken by which Slack's requests come over sockets instead of HTTP */
    private void start(Optional<String> appToken) {
        SandboxConfiguration configuration =
                SandboxConfiguration.of("xoxb-of-nobody", Door.SECRET).installedBy(APP);
        sandbox = Sandbox.start(appToken.map(configuration::overSockets)
                .orElseGet(() -> configuration.withApp(URI.create("http://127.0.0.1:" + port + "/slack/events"))));
        people = new People(sandbox.url());
        papers = PapersAtHand.open(redis, folder, new WordsEmbedder());
        lectern = lectern(SECRET, appToken);
    }

    private Lectern lectern(String clientSecret, Optional<String> appToken) {
        Access.OAuth oauth =
                new Access.OAuth("111.222", clientSecret, SecretKeys.read(KEY), "http://127.0.0.1:" + port, true);
        return Lectern.start(
                new Lectern.Ground(redis, sandbox.clock(), () -> Duration.ZERO, papers, Outside.NOBODY, true),
                new Lectern.SlackAccess(
                        sandbox.apiUrl(),
                        new Access.Installations.ByOAuth(oauth),
                        appToken.isPresent() ? Optional.empty() : Optional.of(Door.SECRET),
                        appToken),
                new Lectern.Address("127.0.0.1", port, listening -> Optional.empty()));
    }

    @AfterEach
    void stop() {
        lectern.close();
        papers.close();
        sandbox.close();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private String authorize() {
        return browser.sentTo(browser.open(at("/slack/install")));
    }

    private HttpResponse<String> install() {
        return browser.open(browser.answered(authorize(), "allow"));
    }

    private void takeOut(String... events) {
        ask("/sandbox/uninstall", Map.of("events", List.of(events)));
    }

    private void ask(String path, Map<String, Object> body) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                                    .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void setUp() {
        new SandboxClient(sandbox.url())
                .setUp(People.ADA, People.READING, Map.of("members", List.of(People.ADA, People.BEN)));
    }

    private long posted() {
        return people.channel().stream().filter(Post::isFromBot).count();
    }

    private long tries() {
        return people.calls().stream()
                .filter(call -> call.method().equals("chat.postMessage"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xapp-install"})
    void a_workspace_installs_sets_up_uses_takes_out_and_comes_back_over_http_and_over_sockets(String appToken) {
        if (!appToken.isEmpty()) {
            stop();
            start(Optional.of(appToken));
        }
        HttpResponse<String> page = install();
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Lectern is installed", "Lectern Lab", "/invite @Lectern", "/papers setup");
        assertThat(page.body() + page.headers().map()).doesNotContain("xoxb", "xoxe", SECRET);
        assertThat(redis.get("lectern:{T0LECTERN}:installation")).doesNotContain("xoxb", "xoxe");

        people.fault("chat.postMessage", 1_000, "http_500");
        setUp();
        await().atMost(PATIENCE).until(() -> tries() > 0);
        takeOut("app_uninstalled", "tokens_revoked");
        assertThat(installations.find(TEAM).flatMap(Installed::tokens)).isEmpty();
        people.fault("chat.postMessage", 0, "http_500");
        long tried = tries();
        await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(6)).until(() -> tries() == tried);
        assertThat(posted()).isZero();

        assertThat(install().statusCode()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> posted() > 0);
        assertThat(people.command(People.ADA, "/papers status").text()).isNotEmpty();
        assertThat(redis.hkeys("lectern:{T0LECTERN:C0READING}:parked")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app_uninstalled",
                "tokens_revoked",
                "app_uninstalled,tokens_revoked",
                "tokens_revoked,app_uninstalled",
                "tokens_revoked,tokens_revoked,app_uninstalled,app_uninstalled"
            })
    void whichever_way_slack_says_it_lectern_is_out_once_and_may_come_back(String events) {
        install();
        takeOut(events.split(","));
        Instant lost = installations.find(TEAM).flatMap(Installed::lost).orElseThrow();
        takeOut(events.split(","));
        assertThat(installations.find(TEAM).flatMap(Installed::lost)).contains(lost);
        install();
        assertThat(installations.find(TEAM).orElseThrow().isThere()).isTrue();
        assertThat(people.command(People.ADA, "/papers help").text()).isNotEmpty();
    }

    @Test
    void news_from_before_the_installation_does_not_end_it() {
        install();
        String old = """
                {"type":"event_callback","team_id":"T0LECTERN","event_id":"Ev1","event_time":%d,
                 "event":{"type":"app_uninstalled"}}""".formatted(sandbox.clock().instant().getEpochSecond() - 300);
        Door door = new Door(port);
        assertThat(door.send(Door.Knock.signed(old, sandbox.clock().instant()), "application/json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(installations.find(TEAM).orElseThrow().isThere()).isTrue();
    }

    @Test
    void a_token_that_was_revoked_unheard_takes_lectern_out_too() {
        install();
        setUp();
        await().atMost(PATIENCE).until(() -> posted() > 0);
        takeOut();
        assertThat(installations.find(TEAM).orElseThrow().isThere()).isTrue();
        people.home(People.ADA);
        await().atMost(PATIENCE)
                .until(() -> !installations.find(TEAM).orElseThrow().isThere());
    }

    @Test
    void a_token_is_renewed_before_it_runs_out_and_also_after() {
        install();
        String first = token();
        ask("/sandbox/clock", Map.of("advance", "PT10H30M"));
        people.home(People.ADA);
        String second = token();
        assertThat(second).isNotEqualTo(first);
        ask("/sandbox/clock", Map.of("advance", "PT20H"));
        assertThat(people.home(People.ADA).json().toString()).isNotEmpty();
        assertThat(token()).isNotEqualTo(second);
        assertThat(people.calls()).noneMatch(call -> call.error().equals("token_expired"));
    }

    private String token() {
        return installations.find(TEAM).flatMap(Installed::tokens).orElseThrow().bot();
    }

    @Test
    void cancel_installs_nothing_and_says_how_to_begin_again() {
        HttpResponse<String> page = browser.open(browser.answered(authorize(), "cancel"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Nothing was installed", "href=\"install\"");
        assertThat(installations.owners()).isEmpty();
    }

    @Test
    void who_comes_back_from_slack_reads_the_page_in_the_browsers_language() {
        Browser german = new Browser("de-DE,de;q=0.9,en;q=0.8");
        HttpResponse<String> page =
                german.open(german.answered(german.sentTo(german.open(at("/slack/install"))), "allow"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"de\">", "Lectern ist installiert", "im Workspace Lectern Lab");
        assertThat(page.headers().firstValue("Content-Language")).contains("de");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void a_state_is_good_once_in_its_own_browser_and_for_ten_minutes() {
        String back = browser.answered(authorize(), "allow");
        HttpResponse<String> elsewhere = new Browser().open(back);
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(elsewhere.body()).contains("out of date", "cookie");
        assertThat(browser.open(back).body()).as("used up by then").contains("out of date");

        String begun = browser.answered(authorize(), "allow");
        Browser another = new Browser();
        another.open(at("/slack/install"));
        assertThat(another.open(begun).body())
                .as("begun in a browser, ended in another that began one of its own")
                .contains("out of date");

        String again = browser.answered(authorize(), "allow");
        assertThat(browser.open(again).statusCode()).isEqualTo(200);
        assertThat(browser.open(again).body()).contains("out of date");

        for (String none : List.of("", "?code=x", "?state=&code=x", "?state=%00&code=x", "?state=" + "a".repeat(43))) {
            HttpResponse<String> page = browser.open(at("/slack/oauth_redirect" + none));
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body()).contains("out of date");
        }
        redis.keys("lectern:install-state:*")
                .forEach(key -> assertThat(redis.ttl(key)).isBetween(1L, 600L));
    }

    @Test
    void two_tabs_of_one_browser_both_get_there() {
        String one = browser.answered(authorize(), "allow");
        String other = browser.answered(authorize(), "allow");
        assertThat(browser.open(one).statusCode()).isEqualTo(200);
        assertThat(browser.open(other).statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_that_is_too_old_or_forged_is_told_from_a_wrong_setting() {
        String back = browser.answered(authorize(), "allow");
        ask("/sandbox/clock", Map.of("advance", "PT11M"));
        assertThat(browser.open(back).body()).contains("code is used up");

        String forged = browser.answered(authorize(), "allow").replaceFirst("code=[^&]+", "code=%3Cscript%3E");
        HttpResponse<String> page = browser.open(forged);
        assertThat(page.body()).contains("code is used up").doesNotContain("script");

        String good = browser.answered(authorize(), "allow");
        lectern.close();
        lectern = lectern("another-secret", Optional.empty());
        HttpResponse<String> wrong = browser.open(good);
        assertThat(wrong.statusCode()).isEqualTo(500);
        assertThat(wrong.body()).contains("SLACK_CLIENT_SECRET").doesNotContain("another-secret");
        assertThat(installations.owners()).isEmpty();
    }

    @Test
    void where_slack_is_away_nothing_is_installed_and_the_page_says_to_come_again() {
        String back = browser.answered(authorize(), "allow");
        people.fault("oauth.v2.access", 1, "http_500");
        HttpResponse<String> page = browser.open(back);
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Wait a minute");
        assertThat(installations.owners()).isEmpty();
    }

    @Test
    void the_cookie_is_kept_from_scripts_and_other_sites_and_nothing_is_cached() {
        HttpResponse<String> sent = browser.open(at("/slack/install"));
        assertThat(sent.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=/slack", "Max-Age=600")
                .doesNotContain("Secure");
        assertThat(sent.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(browser.sentTo(sent))
                .startsWith(sandbox.url() + "/oauth/v2/authorize?client_id=111.222&scope=commands%2Cchat%3Awrite")
                .contains("code_challenge=", "code_challenge_method=S256", "state=")
                .doesNotContain(SECRET);
    }

    @Test
    void after_thirty_days_nothing_of_the_workspace_is_left_and_the_others_have_all_of_theirs() {
        install();
        setUp();
        await().atMost(PATIENCE).until(() -> posted() > 0);
        redis.set("lectern:{T0OTHER:C1}:group", "another workspace's");
        redis.set("lectern:team:{T0LECTERNX}:groups", "of one whose id begins alike");
        takeOut("app_uninstalled");
        Presence.Many presence = (Presence.Many) lectern.presence();

        ask("/sandbox/clock", Map.of("advance", "P29DT23H"));
        presence.sweep();
        assertThat(ofTheTeam()).isNotEmpty();
        ask("/sandbox/clock", Map.of("advance", "PT1H"));
        presence.sweep();
        presence.sweep();
        assertThat(ofTheTeam()).isEmpty();
        assertThat(redis.get("lectern:{T0OTHER:C1}:group")).isEqualTo("another workspace's");
        assertThat(redis.exists("lectern:team:{T0LECTERNX}:groups")).isTrue();
        for (int bucket = 0; bucket < 16; bucket++) {
            assertThat(redis.smembers("lectern:groups:{" + bucket + "}"))
                    .noneMatch(group -> group.startsWith("T0LECTERN:"));
        }
        assertThat(install().statusCode()).isEqualTo(200);
        setUp();
    }

    private List<String> ofTheTeam() {
        return redis.keys("*").stream()
                .filter(key -> key.contains("T0LECTERN") && !key.contains("T0LECTERNX"))
                .toList();
    }
}

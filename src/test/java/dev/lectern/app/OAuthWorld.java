package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.TeamId;
import dev.lectern.paper.search.WordsEmbedder;
import dev.lectern.redis.Json;
import dev.lectern.redis.TestRedis;
import dev.lectern.sandbox.Sandbox;
import dev.lectern.sandbox.SandboxConfiguration;
import dev.lectern.sandbox.api.OAuthApp;
import dev.lectern.sandbox.workspace.Team;
import dev.lectern.slack.install.InstallationStore;
import dev.lectern.slack.install.Installed;
import dev.lectern.slack.install.SecretKeys;
import dev.lectern.slack.install.Tokens;
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
import java.util.function.UnaryOperator;
import redis.clients.jedis.UnifiedJedis;

/** A sandbox whose workspaces install Lectern themselves, and a Lectern that waits for that, on a real Redis. */
final class OAuthWorld implements AutoCloseable {
    static final Team FIRST = Team.FIRST;
    private static final String KEY = "ab".repeat(32);
    private static final String SECRET = "the-client-secret";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Browser browser = new Browser();
    private final int port = DemoWorld.freePort();
    private final UnifiedJedis redis = TestRedis.fresh();
    private final InstallationStore installations = new InstallationStore(redis, SecretKeys.read(KEY));
    private final Demo.Way way;
    private final Sandbox sandbox;
    private final PapersAtHand papers;
    private final Lectern lectern;

    OAuthWorld(Path folder, Demo.Way way) {
        this(folder, way, configuration -> configuration);
    }

    OAuthWorld(Path folder, Demo.Way way, UnaryOperator<SandboxConfiguration> more) {
        this.way = way;
        SandboxConfiguration configuration = more.apply(SandboxConfiguration.of("xoxb-of-nobody", Door.SECRET)
                .installedBy(new OAuthApp("111.222", SECRET, true, true)));
        this.sandbox = Sandbox.start(
                appToken().map(configuration::overSockets).orElseGet(() -> configuration.withApp(at("/slack/events"))));
        this.papers = PapersAtHand.open(redis, folder, new WordsEmbedder());
        this.lectern = started();
    }

    private Optional<String> appToken() {
        return way == Demo.Way.SOCKETS ? Optional.of("xapp-of-the-test") : Optional.empty();
    }

    private Lectern started() {
        Access.OAuth oauth =
                new Access.OAuth("111.222", SECRET, SecretKeys.read(KEY), "http://127.0.0.1:" + port, true);
        return Lectern.start(
                new Lectern.Ground(redis, sandbox.clock(), () -> Duration.ZERO, papers, Outside.NOBODY, true),
                new Lectern.SlackAccess(
                        sandbox.apiUrl(),
                        new Access.Installations.ByOAuth(oauth),
                        appToken().isPresent() ? Optional.empty() : Optional.of(Door.SECRET),
                        appToken()),
                new Lectern.Address("127.0.0.1", port, listening -> Optional.of("http://127.0.0.1:" + listening)));
    }

    /** By the clock that Slack and Lectern go by here. */
    Instant now() {
        return sandbox.clock().instant();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    UnifiedJedis redis() {
        return redis;
    }

    InstallationStore installations() {
        return installations;
    }

    Lectern lectern() {
        return lectern;
    }

    /** Somebody of the first workspace installs Lectern there. */
    void install() {
        install(FIRST.id());
    }

    /** @param owner a workspace, or an organization for all of its workspaces */
    void install(String owner) {
        String authorize = browser.sentTo(browser.open(at("/slack/install").toString()));
        HttpResponse<String> page = browser.open(browser.answered(authorize, "allow", owner));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    }

    /** @param events by which Slack says so, in their order */
    void takeOut(String... events) {
        takeOut(FIRST, events);
    }

    void takeOut(Team team, String... events) {
        takeOutOf(team.id(), events);
    }

    void takeOutOf(String owner, String... events) {
        ask("/sandbox/uninstall", Map.of("team", owner, "events", List.of(events)));
    }

    boolean isIn(String owner) {
        return installations.find(new TeamId(owner)).filter(Installed::isThere).isPresent();
    }

    Optional<String> token(String owner) {
        return installations.find(new TeamId(owner)).flatMap(Installed::tokens).map(Tokens::bot);
    }

    void advance(Duration time) {
        ask("/sandbox/clock", Map.of("advance", time.toString()));
    }

    private void ask(String path, Map<String, Object> body) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    People people() {
        return people(FIRST);
    }

    People people(Team team) {
        return new People(sandbox.url(team));
    }

    /** A group of Ada and Ben in the first workspace. */
    void setUp() {
        setUp(FIRST);
    }

    void setUp(Team team) {
        new SandboxClient(sandbox.url(team))
                .setUp(People.ADA, team.channel(People.READING), Map.of("members", List.of(People.ADA, People.BEN)));
    }

    @Override
    public void close() {
        lectern.close();
        papers.close();
        sandbox.close();
    }
}

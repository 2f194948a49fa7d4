package dev.lectern.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.TeamId;
import dev.lectern.redis.TestRedis;
import dev.lectern.sandbox.Sandbox;
import dev.lectern.sandbox.SandboxConfiguration;
import dev.lectern.sandbox.api.OAuthApp;
import dev.lectern.slack.SlackFailure;
import dev.lectern.slack.SlackLine;
import dev.lectern.slack.SlackOAuth;
import dev.lectern.work.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** Tokens that expire, with two processes on one Redis, against the sandbox' OAuth. */
class RenewalsTest {
    private static final TeamId TEAM = new TeamId("T0LECTERN");
    private static final String BACK = "http://127.0.0.1:1/back";
    private static final Duration LIFE = Duration.ofHours(12);

    private final UnifiedJedis redis = TestRedis.fresh();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final Sandbox sandbox = Sandbox.start(SandboxConfiguration.of("xoxb-of-nobody", "secret")
            .aheadOf(clock)
            .installedBy(new OAuthApp("111.222", "secret", true, false)));
    private final SlackLine line = new SlackLine(sandbox.apiUrl());
    private final SlackOAuth oauth = new SlackOAuth(line, "111.222", "secret");
    private final InstallationStore store = new InstallationStore(redis, SecretKeys.read("ab".repeat(32)));

    @BeforeEach
    void install() throws Exception {
        SlackOAuth.Grant grant = oauth.exchange(code(), BACK, Optional.empty());
        store.save(new Installed(
                grant.owner(),
                grant.enterprise(),
                grant.botUserId(),
                oauth.botId(grant.botToken()),
                grant.scopes(),
                Optional.of(Renewals.tokens(grant, clock.instant())),
                clock.instant(),
                Optional.empty()));
    }

    private String code() throws IOException, InterruptedException {
        String page = oauth.authorizeUrl(Set.of("commands"), BACK, "some-state", Optional.empty());
        String back = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(page))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("answer=allow"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return URLDecoder.decode(back.replaceFirst(".*[?&]code=([^&]+).*", "$1"), StandardCharsets.UTF_8);
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
        sandbox.close();
    }

    private InstalledWorkspaces process() {
        return new InstalledWorkspaces(store, oauth, line, clock);
    }

    private String token() {
        return store.find(TEAM).flatMap(Installed::tokens).orElseThrow().bot();
    }

    private long calls() throws IOException, InterruptedException {
        String log = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/calls?method=oauth.v2.access"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return log.split("\"method\"", -1).length - 1L;
    }

    /** What each of many threads of two processes got when all of them called Slack at once. */
    private List<Optional<Set<String>>> allAtOnce() throws Exception {
        List<InstalledWorkspaces> processes = List.of(process(), process());
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Optional<Set<String>>>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                InstalledWorkspaces process = processes.get(i % 2);
                answers.add(threads.submit(() -> {
                    start.await();
                    return process.of(TEAM).scopes();
                }));
            }
            start.countDown();
            List<Optional<Set<String>>> got = new ArrayList<>();
            for (Future<Optional<Set<String>>> answer : answers) {
                got.add(answer.get(30, TimeUnit.SECONDS));
            }
            return got;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_fresh_token_is_not_renewed() throws Exception {
        String before = token();
        allAtOnce();
        assertThat(token()).isEqualTo(before);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void long_before_it_expires_it_is_renewed_once_by_whoever_comes_first() throws Exception {
        String before = token();
        clock.moveBy(LIFE.minus(Duration.ofHours(1)));
        assertThat(allAtOnce()).allMatch(Optional::isPresent);
        assertThat(calls()).isEqualTo(2);
        assertThat(token()).isNotEqualTo(before);
        assertThat(process().find(TEAM).orElseThrow().botToken()).isEqualTo(token());
    }

    @Test
    void after_it_expired_it_is_renewed_once_and_the_others_wait_for_that() throws Exception {
        clock.moveBy(LIFE.plus(Duration.ofDays(3)));
        assertThat(allAtOnce()).allMatch(Optional::isPresent);
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void a_call_that_finds_its_token_expired_is_made_again_with_the_new_one() throws Exception {
        InstalledWorkspaces process = process();
        var slack = process.of(TEAM);
        clock.moveBy(LIFE);
        assertThat(slack.scopes()).isPresent();
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void where_slack_does_not_renew_the_old_token_is_used_as_long_as_it_is_good() throws Exception {
        Installed installed = store.find(TEAM).orElseThrow();
        Tokens tokens = installed.tokens().orElseThrow();
        // What is left after a crash between Slack's answer and the note of it: a refresh token that was used.
        oauth.refresh(tokens.renewal().orElseThrow().token());
        clock.moveBy(LIFE.minus(Duration.ofMinutes(1)));
        assertThat(process().of(TEAM).scopes()).isPresent();
        clock.moveBy(Duration.ofMinutes(1));
        InstalledWorkspaces process = process();
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                SlackFailure.class, () -> process.of(TEAM).scopes())
                        .code())
                .isEqualTo("token_expired");
        assertThat(store.find(TEAM).orElseThrow().isThere())
                .as("nobody took Lectern out, so nothing is to be deleted")
                .isTrue();
    }

    @Test
    void a_process_that_stood_still_does_not_write_over_what_another_one_renewed() throws Exception {
        InstallationStore.Version before = store.version(TEAM).orElseThrow();
        clock.moveBy(LIFE.minus(Duration.ofHours(1)));
        process().of(TEAM);
        String renewed = token();
        assertThat(store.replace(before, before.installed().with(new Tokens("xoxb-late", Optional.empty()))))
                .isFalse();
        assertThat(token()).isEqualTo(renewed);
    }
}

package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.TeamId;
import dev.lectern.redis.Json;
import dev.lectern.redis.TestRedis;
import dev.lectern.sandbox.Sandbox;
import dev.lectern.sandbox.SandboxConfiguration;
import dev.lectern.slack.install.InstallationStore;
import dev.lectern.slack.install.Installed;
import dev.lectern.slack.install.ScopeUse;
import dev.lectern.slack.install.SecretKeys;
import dev.lectern.slack.install.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;

/** What the doctor asks Slack, of the sandbox. */
class SlackCheckupTest {
    private static final String TOKEN = "xoxb-sandbox";
    private static final String KEY = "ab".repeat(32);
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final UnifiedJedis redis = TestRedis.fresh();

    private static SlackCheckup of(List<SlackCheckup.Workspace> workspaces) {
        return new SlackCheckup(true, List.of(), workspaces);
    }

    private SlackCheckup single(Set<String> scopes, String token) {
        try (Sandbox sandbox =
                Sandbox.start(SandboxConfiguration.of(TOKEN, "secret").withScopes(scopes))) {
            return of(SlackCheckup.workspaces(new Access.Installations.Single(token), sandbox.apiUrl(), redis));
        }
    }

    private static Set<String> allBut(ScopeUse scope) {
        Set<String> scopes = ScopeUse.asked();
        scopes.remove(scope.scope());
        return scopes;
    }

    @Test
    void with_all_scopes_all_is_well() {
        SlackCheckup checkup = single(ScopeUse.asked(), TOKEN);
        assertThat(checkup.allIsWell()).isTrue();
        assertThat(checkup.lines()).containsExactly("Slack:    1 workspace");
    }

    @ParameterizedTest
    @EnumSource(ScopeUse.class)
    void each_missing_scope_is_named_with_its_use_and_what_does_not_work_without_it(ScopeUse scope) {
        SlackCheckup checkup = single(allBut(scope), TOKEN);
        assertThat(checkup.allIsWell()).isEqualTo(!scope.isNeeded());
        assertThat(checkup.lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(" scope " + scope.scope() + ", for ", scope.use(), "; without it: " + scope.without());
        JsonNode json = Json.MAPPER.createObjectNode();
        checkup.write((tools.jackson.databind.node.ObjectNode) json);
        assertThat(json.at("/workspaces/0/missingScopes/0/scope").asString()).isEqualTo(scope.scope());
        assertThat(json.toString()).doesNotContain(TOKEN);
    }

    @Test
    void a_token_that_slack_does_not_take_is_told_without_the_token() {
        SlackCheckup checkup = single(ScopeUse.asked(), "xoxb-another");
        assertThat(checkup.allIsWell()).isFalse();
        assertThat(checkup.lines()).last().asString().contains("invalid_auth").doesNotContain("xoxb");
    }

    @Test
    void of_many_workspaces_each_is_asked_and_each_that_is_out_is_named() {
        InstallationStore store = new InstallationStore(redis, SecretKeys.read(KEY));
        store.save(installed("T1", Optional.of(new Tokens(TOKEN, Optional.empty())), Optional.empty()));
        store.save(installed("T2", Optional.empty(), Optional.of(NOW)));
        new InstallationStore(redis, SecretKeys.read("cd".repeat(32)))
                .save(installed("T3", Optional.of(new Tokens(TOKEN, Optional.empty())), Optional.empty()));
        Access.OAuth oauth =
                new Access.OAuth("1.2", "secret", SecretKeys.read(KEY), "https://lectern.example.org", false);
        try (Sandbox sandbox =
                Sandbox.start(SandboxConfiguration.of(TOKEN, "secret").withScopes(ScopeUse.asked()))) {
            SlackCheckup checkup =
                    of(SlackCheckup.workspaces(new Access.Installations.ByOAuth(oauth), sandbox.apiUrl(), redis));
            assertThat(checkup.lines()).hasSize(3);
            assertThat(checkup.lines().get(0)).isEqualTo("Slack:    3 workspaces, 2 to see to");
            assertThat(checkup.lines().get(1))
                    .contains("T2: Lectern was taken out at 2026-11-20T10:00:00Z", "2026-12-20T10:00:00Z");
            assertThat(checkup.lines().get(2)).contains("T3", "LECTERN_SECRET_KEY");
        }
    }

    private static Installed installed(String team, Optional<Tokens> tokens, Optional<Instant> lost) {
        return new Installed(
                new TeamId(team), Optional.empty(), "U0BOT", "B0BOT", Set.of("commands"), tokens, NOW, lost);
    }

    @Test
    void a_token_for_sockets_that_slack_does_not_take_is_named_with_the_way_out_and_not_shown() {
        try (Sandbox sandbox =
                Sandbox.start(SandboxConfiguration.of("xoxb-1", "shh").overSockets("xapp-right"))) {
            assertThat(SlackCheckup.sockets(sandbox.apiUrl(), "xapp-right")).isEmpty();
            Access.Finding finding =
                    SlackCheckup.sockets(sandbox.apiUrl(), "xapp-wrong").orElseThrow();
            assertThat(finding.refuses()).isTrue();
            assertThat(finding.sentence())
                    .contains("SLACK_APP_TOKEN", "app-level token")
                    .doesNotContain("xapp-wrong");
        }
    }
}

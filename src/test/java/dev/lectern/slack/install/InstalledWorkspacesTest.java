package dev.lectern.slack.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.group.TeamId;
import dev.lectern.redis.TestRedis;
import dev.lectern.slack.SlackFailure;
import dev.lectern.slack.SlackLine;
import dev.lectern.slack.SlackOAuth;
import dev.lectern.work.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose installation is good for a workspace. */
class InstalledWorkspacesTest {
    private static final TeamId TEAM = new TeamId("T1");
    private static final TeamId ORGANIZATION = new TeamId("E1");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.700Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final InstallationStore store = new InstallationStore(TestRedis.fresh(), SecretKeys.read("ab".repeat(32)));
    private final SlackLine line = new SlackLine("http://127.0.0.1:1/api/");
    private final InstalledWorkspaces workspaces = process();

    private InstalledWorkspaces process() {
        return new InstalledWorkspaces(store, new SlackOAuth(line, "1.2", "secret"), line, clock);
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
    }

    private Installed installed(TeamId owner, Optional<TeamId> enterprise, String token) {
        return new Installed(
                owner,
                enterprise,
                "U0BOT",
                "B0BOT",
                Set.of("commands"),
                Optional.of(new Tokens(token, Optional.empty())),
                clock.instant(),
                Optional.empty());
    }

    @Test
    void where_nothing_is_installed_nothing_is_called() {
        assertThat(workspaces.find(TEAM)).isEmpty();
        assertThat(workspaces.isIn(TEAM)).isFalse();
        assertThatThrownBy(() -> workspaces.of(TEAM)).isInstanceOfSatisfying(SlackFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo("not_installed");
            assertThat(failure.isPassing()).isTrue();
        });
    }

    @Test
    void an_organizations_installation_is_good_in_a_workspace_that_a_request_names_and_from_then_on() {
        workspaces.installed(installed(ORGANIZATION, Optional.of(ORGANIZATION), "xoxb-all"));
        assertThat(workspaces.find(TEAM)).isEmpty();
        assertThat(workspaces.find(TEAM, Optional.of(new TeamId("E2")))).isEmpty();
        assertThat(workspaces
                        .find(TEAM, Optional.of(ORGANIZATION))
                        .orElseThrow()
                        .botToken())
                .isEqualTo("xoxb-all");
        assertThat(process().find(TEAM).orElseThrow().team()).isEqualTo(TEAM);
        assertThat(process().isIn(TEAM)).isTrue();
    }

    @Test
    void a_workspaces_own_installation_goes_before_its_organizations() {
        workspaces.installed(installed(ORGANIZATION, Optional.of(ORGANIZATION), "xoxb-all"));
        workspaces.installed(installed(TEAM, Optional.of(ORGANIZATION), "xoxb-own"));
        assertThat(workspaces
                        .find(TEAM, Optional.of(ORGANIZATION))
                        .orElseThrow()
                        .botToken())
                .isEqualTo("xoxb-own");
        workspaces.lost(TEAM, clock.instant());
        assertThat(workspaces.find(TEAM).orElseThrow().botToken()).isEqualTo("xoxb-all");
    }

    @Test
    void whoever_comes_back_is_told_of_once_for_each_workspace() {
        List<TeamId> back = new ArrayList<>();
        workspaces.onReturn(back::add);
        store.link(TEAM, ORGANIZATION);
        workspaces.installed(installed(ORGANIZATION, Optional.of(ORGANIZATION), "xoxb-all"));
        workspaces.installed(installed(new TeamId("T2"), Optional.empty(), "xoxb-2"));
        assertThat(back).containsExactly(TEAM, new TeamId("T2"));
    }

    @Test
    void news_counts_from_the_second_of_the_installation_on() {
        workspaces.installed(installed(TEAM, Optional.empty(), "xoxb-1"));
        workspaces.lost(TEAM, Instant.parse("2026-11-20T09:59:59Z"));
        assertThat(workspaces.isIn(TEAM)).isTrue();
        workspaces.lost(TEAM, Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(workspaces.isIn(TEAM)).isFalse();
        workspaces.lost(TEAM, Instant.parse("2026-11-20T10:00:00Z"));
        workspaces.lost(new TeamId("T9"), NOW);
        assertThat(store.find(TEAM).orElseThrow().lost()).contains(NOW);
    }
}

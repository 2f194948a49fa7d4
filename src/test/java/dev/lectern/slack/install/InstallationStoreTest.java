package dev.lectern.slack.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.group.TeamId;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

@OnEachRedis
class InstallationStoreTest {
    private static final TeamId TEAM = new TeamId("T1");
    private static final TeamId ORGANIZATION = new TeamId("E1");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String KEY = "ab".repeat(32);
    private static final String NEW_KEY = "cd".repeat(32);

    private final UnifiedJedis redis;
    private final InstallationStore store;

    InstallationStoreTest(RedisKind kind) {
        this.redis = kind.fresh();
        this.store = new InstallationStore(redis, SecretKeys.read(KEY));
    }

    private static Installed installed(TeamId owner, String token) {
        return new Installed(
                owner,
                Optional.empty(),
                "U0BOT",
                "B0BOT",
                Set.of("commands", "chat:write"),
                Optional.of(new Tokens(
                        token, Optional.of(new Tokens.Renewal("xoxe-1-" + token, NOW.plus(Duration.ofHours(12)))))),
                NOW,
                Optional.empty());
    }

    @Test
    void what_is_saved_is_found_again_and_no_token_stands_in_redis() {
        Installed saved = installed(TEAM, "xoxb-first");
        store.save(saved);
        assertThat(store.find(TEAM)).contains(saved);
        assertThat(store.owners()).containsExactly(TEAM);
        assertThat(redis.get("lectern:{T1}:installation"))
                .doesNotContain("xoxb")
                .doesNotContain("xoxe");
        assertThat(saved.toString()).doesNotContain("xoxb").doesNotContain("xoxe");
    }

    @Test
    void of_two_that_change_what_they_read_the_second_writes_nothing() {
        store.save(installed(TEAM, "xoxb-first"));
        InstallationStore.Version read = store.version(TEAM).orElseThrow();
        assertThat(store.replace(read, installed(TEAM, "xoxb-second"))).isTrue();
        assertThat(store.replace(read, installed(TEAM, "xoxb-third"))).isFalse();
        assertThat(store.find(TEAM).orElseThrow().tokens().orElseThrow().bot()).isEqualTo("xoxb-second");
    }

    @Test
    void one_process_at_a_time_renews() {
        assertThat(store.mayRenew(TEAM, Duration.ofSeconds(5))).isTrue();
        assertThat(store.mayRenew(TEAM, Duration.ofSeconds(5))).isFalse();
        assertThat(store.mayRenew(ORGANIZATION, Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void what_was_taken_out_has_no_tokens_and_remembers_since_when() {
        store.save(installed(TEAM, "xoxb-first"));
        store.change(TEAM, installed -> installed.lostAt(NOW));
        store.change(TEAM, installed -> installed.lostAt(NOW.plusSeconds(60)));
        Installed lost = store.find(TEAM).orElseThrow();
        assertThat(lost.lost()).contains(NOW);
        assertThat(lost.isThere()).isFalse();
        assertThat(lost.isOver(NOW.plus(Duration.ofDays(30)).minusMillis(1))).isFalse();
        assertThat(lost.isOver(NOW.plus(Duration.ofDays(30)))).isTrue();
        assertThat(store.change(new TeamId("T2"), installed -> installed.lostAt(NOW)))
                .isEmpty();
    }

    @Test
    void a_workspace_is_known_to_belong_to_its_organization() {
        assertThat(store.organization(TEAM)).isEmpty();
        store.link(TEAM, ORGANIZATION);
        store.link(TEAM, ORGANIZATION);
        assertThat(store.organization(TEAM)).contains(ORGANIZATION);
        assertThat(store.teams(ORGANIZATION)).containsExactly(TEAM);
    }

    @Test
    void a_key_is_changed_without_installing_again() {
        store.save(installed(TEAM, "xoxb-first"));
        InstallationStore both = new InstallationStore(redis, SecretKeys.read(NEW_KEY + "," + KEY));
        assertThat(both.sealAnew()).isEqualTo(1);
        assertThat(both.sealAnew()).isZero();
        InstallationStore newOnly = new InstallationStore(redis, SecretKeys.read(NEW_KEY));
        assertThat(newOnly.find(TEAM)).contains(installed(TEAM, "xoxb-first"));
        assertThatThrownBy(() -> store.find(TEAM))
                .isInstanceOf(InstallationStore.Unopened.class)
                .hasMessageContainingAll("T1", "LECTERN_SECRET_KEY", "install Lectern there again")
                .hasMessageNotContaining(KEY);
    }

    @Test
    void what_is_forgotten_is_not_found() {
        store.save(installed(TEAM, "xoxb-first"));
        store.forget(TEAM);
        store.forget(TEAM);
        assertThat(store.find(TEAM)).isEmpty();
        assertThat(store.owners()).isEmpty();
    }
}

package dev.lectern.redis;

import static dev.lectern.redis.RedisFinding.refuses;
import static dev.lectern.redis.RedisFinding.warns;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisFactsTest {
    private static final Map<String, String> ALL_ON_DISK = Map.of("appendfsync", "always", "save", "");
    private static final String GOOD = """
            # Server\r
            redis_version:7.0.15\r
            redis_mode:standalone\r
            executable:/usr/bin/redis-server\r
            config_file:C:/odd:place\r
            \r
            # Memory\r
            used_memory:1048576\r
            maxmemory:0\r
            maxmemory_human:0B\r
            maxmemory_policy:noeviction\r
            \r
            # Persistence\r
            loading:0\r
            aof_enabled:1\r
            aof_last_write_status:ok\r
            \r
            # Replication\r
            role:master\r
            connected_slaves:0\r
            """;

    private static List<RedisFinding> findings(String info) {
        return RedisFacts.parse(info, ALL_ON_DISK).findings("Redis");
    }

    private static String with(String name, String value) {
        String changed = GOOD.replaceFirst("(?m)^" + name + ":.*$", name + ":" + value + "\r");
        assertThat(changed).isNotEqualTo(GOOD);
        return changed;
    }

    private static String limited(String policy) {
        return with("maxmemory", "104857600").replace("maxmemory_policy:noeviction", "maxmemory_policy:" + policy);
    }

    @Test
    void a_good_server_has_no_findings() {
        assertThat(findings(GOOD)).isEmpty();
        assertThat(findings(limited("noeviction"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.2.0", "6.2", "6.10.1", "7.0.15", "8.0-rc1", "10.0.0", "255.255.255"})
    void versions_that_know_what_the_scripts_need_are_taken(String version) {
        assertThat(findings(with("redis_version", version))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1.9", "6.0.16", "5.0.14", "2.8.24"})
    void an_older_version_is_refused_and_named(String version) {
        assertThat(findings(with("redis_version", version)))
                .containsExactly(refuses("Redis is version " + version + ", too old: Lectern needs 6.2 or newer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unstable", "7", "9999999999.0"})
    void a_version_that_says_nothing_is_warned_of(String version) {
        assertThat(findings(with("redis_version", version)))
                .containsExactly(
                        warns("Redis does not tell its version: Lectern needs 6.2 or newer, so see that it is"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"allkeys-lru", "allkeys-lfu", "allkeys-random"})
    void a_server_that_throws_away_any_key_when_it_is_full_is_refused(String policy) {
        assertThat(findings(limited(policy)))
                .containsExactly(refuses("Redis throws away groups and votes when its memory is full (maxmemory-policy "
                        + policy + "): set noeviction"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"volatile-lru", "volatile-lfu", "volatile-random", "volatile-ttl"})
    void a_server_that_throws_away_what_expires_is_warned_of(String policy) {
        assertThat(findings(limited(policy)))
                .containsExactly(
                        warns("Redis throws away what keeps two processes from the same work when its memory is"
                                + " full (maxmemory-policy " + policy + "): set noeviction"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"allkeys-lru", "volatile-lru"})
    void without_a_limit_the_policy_does_not_matter(String policy) {
        assertThat(findings(with("maxmemory_policy", policy))).isEmpty();
    }

    @Test
    void a_replica_is_refused() {
        assertThat(findings(with("role", "slave")))
                .containsExactly(
                        refuses("Redis is a replica, and what is written to one is lost: name its master, or its"
                                + " Sentinels"));
    }

    @ParameterizedTest
    @CsvSource({"'', everything", "3600 1 300 100, what was written since its last snapshot"})
    void without_an_append_only_file_it_says_what_a_crash_loses(String save, String lost) {
        assertThat(RedisFacts.parse(with("aof_enabled", "0"), Map.of("save", save))
                        .findings("Redis"))
                .containsExactly(warns(
                        "Redis loses " + lost + " when it dies, as it keeps no append-only file: set appendonly yes"));
    }

    @Test
    void without_an_append_only_file_and_with_its_settings_kept_secret_it_says_what_is_known() {
        assertThat(RedisFacts.parse(with("aof_enabled", "0"), Map.of()).findings("Redis"))
                .containsExactly(
                        warns("Redis loses everything, or what was written since its last snapshot, when it dies, as it"
                                + " keeps no append-only file: set appendonly yes"));
    }

    @ParameterizedTest
    @CsvSource({"always, 0", "everysec, 0", "no, 1"})
    void an_append_only_file_that_reaches_the_disk_whenever_it_likes_is_warned_of(String sync, int count) {
        assertThat(RedisFacts.parse(GOOD, Map.of("appendfsync", sync, "save", ""))
                        .findings("Redis"))
                .hasSize(count)
                .allSatisfy(finding -> {
                    assertThat(finding.refuses()).isFalse();
                    assertThat(finding.sentence()).contains("appendfsync no").contains("everysec");
                });
    }

    @Test
    void settings_that_are_kept_secret_are_no_fault() {
        assertThat(RedisFacts.parse(GOOD, Map.of()).findings("Redis")).isEmpty();
    }

    @Test
    void a_server_that_tells_nothing_is_warned_of_and_not_refused() {
        assertThat(RedisFacts.parse("", Map.of()).findings("Redis"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.refuses()).isFalse());
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_of_whom() {
        String bad = limited("allkeys-lru")
                .replace("redis_version:7.0.15", "redis_version:5.0.0")
                .replace("role:master", "role:slave")
                .replace("aof_enabled:1", "aof_enabled:0");
        assertThat(RedisFacts.parse(bad, Map.of()).findings("Redis' node one:7001"))
                .hasSize(4)
                .allSatisfy(finding -> assertThat(finding.sentence()).startsWith("Redis' node one:7001 "));
    }
}

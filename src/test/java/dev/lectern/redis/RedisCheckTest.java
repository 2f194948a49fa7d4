package dev.lectern.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;

/** Real servers, each started with what is wrong. */
class RedisCheckTest {
    private static final Path FOLDER = Path.of("target", "test-check");

    private Optional<ServerProcess> started = Optional.empty();

    @AfterEach
    void stop() {
        started.ifPresent(ServerProcess::stop);
    }

    @Test
    void our_own_server_is_as_it_should_be() {
        assertThat(RedisCheck.findings(TestRedis.fresh())).isEmpty();
    }

    @Test
    void the_master_behind_a_sentinel_is_looked_at() {
        assertThat(RedisCheck.findings(TestSentinel.commands()))
                .containsExactly(RedisFinding.warns(
                        "Redis loses everything when it dies, as it keeps no append-only file: set appendonly yes"));
    }

    @Test
    void every_master_of_a_cluster_is_looked_at_and_named() {
        assertThat(RedisCheck.findings(TestCluster.commands()))
                .extracting(RedisFinding::sentence)
                .allSatisfy(sentence -> assertThat(sentence)
                        .matches("Redis' node 127\\.0\\.0\\.1:\\d+ loses everything when it dies, .*"))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_full_server_is_refused() {
        String url = start("appendonly yes", "maxmemory 1mb");
        assertThat(refusals(url)).singleElement().asString().startsWith("Redis is full: ");
    }

    @Test
    void a_server_that_throws_away_keys_is_refused() {
        String url = start("appendonly yes", "maxmemory 100mb", "maxmemory-policy allkeys-lru");
        assertThat(refusals(url)).singleElement().asString().contains("allkeys-lru");
    }

    @Test
    void a_replica_is_refused_whether_it_takes_writes_or_not() {
        ServerProcess master = ServerProcess.server(FOLDER, List.of());
        try {
            String url = start("replicaof 127.0.0.1 " + master.port());
            assertThat(refusals(url)).singleElement().asString().contains("is a replica");
            try (Jedis jedis = started.orElseThrow().connect()) {
                jedis.configSet("replica-read-only", "no");
            }
            assertThat(refusals(url)).singleElement().asString().contains("is a replica");
        } finally {
            master.stop();
        }
    }

    @Test
    void a_server_that_cannot_save_to_its_disk_is_refused() throws Exception {
        String url = start("save 3600 1");
        try (Jedis jedis = started.orElseThrow().connect()) {
            deleteAll(Path.of(jedis.configGet("dir").get("dir")));
            jedis.bgsave();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> jedis.info("persistence").contains("rdb_last_bgsave_status:err"));
        }
        assertThat(refusals(url)).singleElement().asString().contains("cannot save to its disk");
    }

    @Test
    void a_server_without_the_replicas_that_it_wants_is_refused() {
        String url = start("appendonly yes", "min-replicas-to-write 1");
        assertThat(refusals(url)).singleElement().asString().contains("too few replicas");
    }

    @Test
    void an_append_only_file_that_is_never_synced_is_warned_of() {
        String url = start("appendonly yes", "appendfsync no");
        assertThat(findings(url)).singleElement().satisfies(finding -> {
            assertThat(finding.refuses()).isFalse();
            assertThat(finding.sentence()).contains("appendfsync no");
        });
    }

    @Test
    void a_user_who_may_not_see_the_settings_is_served_without_a_word_of_them() {
        start("appendonly yes", "appendfsync no", "user app on >app ~lectern:* +@all -config");
        assertThat(findings(asUser("app"))).isEmpty();
    }

    @Test
    void a_user_who_may_not_see_anything_is_warned_and_served() {
        start("appendonly yes", "user app on >app ~lectern:* +@all -config -info");
        assertThat(findings(asUser("app"))).singleElement().satisfies(finding -> {
            assertThat(finding.refuses()).isFalse();
            assertThat(finding.sentence()).contains("version");
        });
    }

    @Test
    void a_user_who_may_not_write_is_refused() {
        start("appendonly yes", "user reader on >reader ~* +@all -@write");
        assertThat(refusals(asUser("reader"))).singleElement().asString().contains("lectern:");
    }

    @Test
    void a_server_that_went_away_is_refused() {
        String url = start("appendonly yes");
        try (UnifiedJedis redis = RedisUrl.parse(url).connect()) {
            started.orElseThrow().stop();
            assertThat(RedisCheck.findings(redis)).containsExactly(RedisFinding.refuses("Redis does not answer"));
        }
    }

    private String start(String... settings) {
        ServerProcess server = ServerProcess.server(FOLDER, List.of(settings));
        started = Optional.of(server);
        return server.url();
    }

    private String asUser(String name) {
        return "redis://" + name + ":" + name + "@" + started.orElseThrow().place();
    }

    private static List<RedisFinding> findings(String url) {
        try (UnifiedJedis redis = RedisUrl.parse(url).connect()) {
            return RedisCheck.findings(redis);
        }
    }

    private static List<String> refusals(String url) {
        return findings(url).stream()
                .filter(RedisFinding::refuses)
                .map(RedisFinding::sentence)
                .toList();
    }

    private static void deleteAll(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

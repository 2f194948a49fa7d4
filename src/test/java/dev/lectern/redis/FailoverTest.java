package dev.lectern.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisMovedDataException;

/** A master is lost and a replica takes its place: the client that was open before goes on. */
class FailoverTest {
    private static final Path FOLDER = Path.of("target", "test-failover");
    private static final String OF_THE_SENTINEL = "sentinels-own";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<ServerProcess> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(ServerProcess::stop);
    }

    @Test
    void under_sentinel_the_promoted_replica_is_found() {
        ServerProcess master = server();
        ServerProcess replica = server("replicaof 127.0.0.1 " + master.port());
        awaitInfo(replica, "master_link_status:up");
        ServerProcess sentinel = sentinel(master);
        try (UnifiedJedis redis = RedisUrl.parse(urlOf(sentinel)).connect(Optional.of(OF_THE_SENTINEL))) {
            redis.set("before", "kept");
            assertThat(redis.waitReplicas("before", 1, PATIENCE.toMillis())).isEqualTo(1);
            awaitReplicaKnownTo(sentinel);

            master.kill();

            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(JedisException.class)
                    .until(() -> "OK".equals(redis.set("after", "goes on")));
            assertThat(redis.get("before")).isEqualTo("kept");
            assertThat(info(replica)).contains("role:master");
        }
    }

    @Test
    void on_a_cluster_the_promoted_replica_is_found() {
        List<ServerProcess> masters = TestCluster.masters(FOLDER);
        masters.forEach(this::running);
        ServerProcess master = masters.get(0);
        ServerProcess replica = running(TestCluster.node(FOLDER));
        replicate(replica, master);
        try (UnifiedJedis redis = RedisUrl.parse(TestCluster.urlOf(masters)).connect()) {
            String key = Stream.iterate(0, i -> i + 1)
                    .map(i -> "key" + i)
                    .filter(one -> isKeptBy(master, one))
                    .findFirst()
                    .orElseThrow();
            redis.set(key, "kept");
            Awaitility.await("the replica has it").atMost(PATIENCE).until(() -> has(replica, key));

            master.kill();

            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(JedisException.class)
                    .until(() -> redis.append(key, ", and goes on") > 0);
            assertThat(redis.get(key)).startsWith("kept, and goes on");
            assertThat(info(replica)).contains("role:master");
        }
    }

    private static void replicate(ServerProcess replica, ServerProcess master) {
        try (Jedis of = master.connect();
                Jedis jedis = replica.connect()) {
            String id = of.clusterMyId();
            jedis.clusterMeet("127.0.0.1", master.port());
            Awaitility.await("the replica knows its master")
                    .atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(JedisException.class)
                    .until(() -> "OK".equals(jedis.clusterReplicate(id)));
        }
        awaitInfo(replica, "master_link_status:up");
    }

    private static boolean has(ServerProcess replica, String key) {
        try (Jedis jedis = replica.connect()) {
            jedis.readonly();
            return jedis.exists(key);
        }
    }

    private static boolean isKeptBy(ServerProcess node, String key) {
        try (Jedis jedis = node.connect()) {
            jedis.exists(key);
            return true;
        } catch (JedisMovedDataException elsewhere) {
            return false;
        }
    }

    @Test
    void a_sentinel_with_a_password_lets_nobody_in_without_it() {
        ServerProcess sentinel = sentinel(server());
        RedisUrl url = RedisUrl.parse(urlOf(sentinel));
        assertThatThrownBy(url::connect).isInstanceOf(RedisException.class).hasMessageContaining(sentinel.place());
        try (UnifiedJedis redis = url.connect(Optional.of(OF_THE_SENTINEL))) {
            assertThat(redis.ping()).isEqualTo("PONG");
        }
    }

    private ServerProcess server(String... more) {
        return running(ServerProcess.server(FOLDER, List.of(more)));
    }

    private ServerProcess sentinel(ServerProcess master) {
        return running(ServerProcess.sentinel(
                FOLDER,
                List.of(
                        "sentinel monitor lectern 127.0.0.1 " + master.port() + " 1",
                        "sentinel auth-pass lectern " + ServerProcess.PASSWORD,
                        "sentinel down-after-milliseconds lectern 500",
                        "sentinel failover-timeout lectern 3000"),
                OF_THE_SENTINEL));
    }

    private ServerProcess running(ServerProcess process) {
        started.add(process);
        return process;
    }

    private static String urlOf(ServerProcess sentinel) {
        return "redis-sentinel://:" + ServerProcess.PASSWORD + "@" + sentinel.place() + "/lectern";
    }

    private static List<String> info(ServerProcess server) {
        try (Jedis jedis = server.connect()) {
            return jedis.info("replication").lines().toList();
        }
    }

    private static void awaitInfo(ServerProcess server, String line) {
        Awaitility.await(line).atMost(PATIENCE).until(() -> info(server).contains(line));
    }

    private static void awaitReplicaKnownTo(ServerProcess sentinel) {
        Awaitility.await("the Sentinel knows a replica").atMost(PATIENCE).until(() -> {
            try (Jedis jedis = sentinel.connect()) {
                return !jedis.sentinelReplicas("lectern").isEmpty();
            }
        });
    }
}

package dev.lectern.redis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;

/** A real Redis Cluster of three masters, for all tests of a run. */
final class TestCluster {
    private static final int SLOTS = 16_384;
    private static final int NODES = 3;
    private static final List<ServerProcess> MASTERS = masters(Path.of("target", "test-cluster"));
    private static final UnifiedJedis COMMANDS = RedisUrl.parse(url()).connect();

    private TestCluster() {}

    /** A Cluster of its own, for a test that breaks it. */
    static List<ServerProcess> masters(Path folder) {
        List<ServerProcess> masters =
                Stream.generate(() -> node(folder)).limit(NODES).toList();
        for (int i = 0; i < NODES; i++) {
            join(masters.get(i), masters.get(0), i * SLOTS / NODES, (i + 1) * SLOTS / NODES - 1);
        }
        Awaitility.await("a cluster of " + NODES)
                .atMost(Duration.ofSeconds(30))
                // Another thread would wait for this class, which is still being initialized.
                .pollInSameThread()
                .until(() -> masters.stream().allMatch(TestCluster::isComplete));
        return masters;
    }

    /** Alone, until it meets others. */
    static ServerProcess node(Path folder) {
        return ServerProcess.server(
                folder,
                List.of(
                        "cluster-enabled yes",
                        "cluster-config-file nodes.conf",
                        "cluster-node-timeout 2000",
                        "cluster-announce-ip 127.0.0.1"));
    }

    private static void join(ServerProcess node, ServerProcess first, int from, int to) {
        try (Jedis jedis = node.connect()) {
            jedis.clusterAddSlotsRange(from, to);
            if (node != first) {
                jedis.clusterMeet("127.0.0.1", first.port());
            }
        }
    }

    private static boolean isComplete(ServerProcess node) {
        try (Jedis jedis = node.connect()) {
            List<String> info = jedis.clusterInfo().lines().toList();
            return info.contains("cluster_state:ok")
                    && info.contains("cluster_known_nodes:" + NODES)
                    && info.contains("cluster_slots_ok:" + SLOTS);
        }
    }

    static String url() {
        return urlOf(MASTERS);
    }

    static String urlOf(List<ServerProcess> nodes) {
        String places =
                String.join(",", nodes.stream().map(ServerProcess::place).toList());
        return "redis-cluster://:" + ServerProcess.PASSWORD + "@" + places;
    }

    static UnifiedJedis commands() {
        return COMMANDS;
    }
}

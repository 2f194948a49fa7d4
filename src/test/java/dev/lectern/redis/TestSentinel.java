package dev.lectern.redis;

import java.nio.file.Path;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;

/** A real redis-server that a real Sentinel watches, for all tests of a run. */
final class TestSentinel {
    private static final String MASTER = "lectern";
    private static final ServerProcess SENTINEL = start();
    private static final UnifiedJedis COMMANDS = RedisUrl.parse(url()).connect();

    private TestSentinel() {}

    private static ServerProcess start() {
        Path folder = Path.of("target", "test-sentinel");
        ServerProcess master = ServerProcess.server(folder, List.of());
        return ServerProcess.sentinel(
                folder,
                List.of(
                        "sentinel monitor " + MASTER + " 127.0.0.1 " + master.port() + " 1",
                        "sentinel auth-pass " + MASTER + " " + ServerProcess.PASSWORD));
    }

    static String url() {
        return "redis-sentinel://:" + ServerProcess.PASSWORD + "@" + SENTINEL.place() + "/" + MASTER;
    }

    static UnifiedJedis commands() {
        return COMMANDS;
    }
}

package dev.lectern.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.clients.jedis.UnifiedJedis;

/** One real redis-server for all tests of a run, in a folder of its own below {@code target}. */
public final class TestRedis {
    private static final EmbeddedRedis SERVER = start();
    private static final UnifiedJedis COMMANDS = RedisUrl.parse(SERVER.url()).connect();

    private TestRedis() {}

    private static EmbeddedRedis start() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            EmbeddedRedis server = EmbeddedRedis.startOrJoin(Files.createTempDirectory(target, "test-redis"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server, emptied. */
    public static UnifiedJedis fresh() {
        COMMANDS.flushAll();
        return COMMANDS;
    }

    /** With the password: not for logs. */
    static String url() {
        return SERVER.url();
    }

    /** The server as it is. */
    public static UnifiedJedis commands() {
        return COMMANDS;
    }
}

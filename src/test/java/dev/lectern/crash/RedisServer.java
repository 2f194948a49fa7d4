package dev.lectern.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.RedisExecProvider;

/** A redis-server that writes to disk before it answers, to be killed and started again on its data. */
final class RedisServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PASSWORD = "for-the-crash-suite";

    private final Path folder;
    private final int port;
    private final Thread atExit;
    private volatile UnifiedJedis commands;
    private volatile Process process;

    RedisServer(Path folder) {
        this.folder = folder;
        this.port = freePort();
        this.atExit = new Thread(() -> process.destroyForcibly());
        try {
            Files.createDirectories(folder);
            Files.write(
                    folder.resolve("redis.conf"),
                    List.of(
                            "bind 127.0.0.1",
                            "port " + port,
                            "requirepass " + PASSWORD,
                            "dir \"" + folder.toRealPath() + "\"",
                            "save \"\"",
                            "appendonly yes",
                            "appendfsync always"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(atExit);
        awaitAnswer();
        this.commands = RedisClient.create(URI.create(url(port)));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A child that another thread forked while the file was being unpacked keeps it busy until it runs its own. */
    private Process launch() {
        return Awaitility.await("redis-server to be let go of")
                .atMost(PATIENCE)
                .ignoreExceptionsMatching(
                        busy -> String.valueOf(busy.getMessage()).contains("Text file busy"))
                .until(this::started, Objects::nonNull);
    }

    private Process started() {
        try {
            return new ProcessBuilder(
                            RedisExecProvider.defaultProvider().get().getPath(),
                            folder.resolve("redis.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("redis.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer() {
        Awaitility.await("redis-server in " + folder)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsInstanceOf(JedisException.class)
                .until(() -> {
                    try (Jedis jedis = new Jedis(URI.create(url(port)))) {
                        return "PONG".equals(jedis.ping());
                    }
                });
    }

    int port() {
        return port;
    }

    /** The same server by way of another port. */
    static String url(int port) {
        return "redis://:" + PASSWORD + "@127.0.0.1:" + port;
    }

    /** Straight to the server; not to be used while it is killed. */
    UnifiedJedis commands() {
        return commands;
    }

    /** SIGKILL, then the same data again after a pause. */
    synchronized void killAndStartAgain(Duration pause) throws InterruptedException {
        process.destroyForcibly().waitFor();
        Thread.sleep(pause.toMillis());
        process = launch();
        awaitAnswer();
        // The old one's connections are broken, and it would hand them out.
        commands.close();
        commands = RedisClient.create(URI.create(url(port)));
    }

    @Override
    public void close() {
        commands.close();
        process.destroyForcibly();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}

package dev.lectern.redis;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.RedisExecProvider;

/** One process of the redis-server that comes with Lectern, on loopback, with its files in a folder below target. */
public final class ServerProcess {
    static final String PASSWORD = "for-tests";
    /** Redis' convention: the nodes of a cluster talk to each other on the port that is so much higher. */
    static final int BUS = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path BINARY = binary();
    private static final Random PORTS = new Random();

    private final int port;
    private final String password;
    private final Process process;

    private ServerProcess(int port, String password, Process process) {
        this.port = port;
        this.password = password;
        this.process = process;
    }

    private static Path binary() {
        try {
            return RedisExecProvider.defaultProvider().get().toPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps nothing: what it holds is gone with it. */
    public static ServerProcess server(Path folder, List<String> more) {
        return start(
                folder,
                List.of(),
                List.of("requirepass " + PASSWORD, "masterauth " + PASSWORD, "save \"\"", "appendonly no"),
                more,
                PASSWORD);
    }

    static ServerProcess sentinel(Path folder, List<String> more) {
        return start(folder, List.of("--sentinel"), List.of(), more, "");
    }

    /** @param password of the Sentinel's own */
    static ServerProcess sentinel(Path folder, List<String> more, String password) {
        return start(folder, List.of("--sentinel"), List.of("requirepass " + password), more, password);
    }

    private static ServerProcess start(
            Path folder, List<String> options, List<String> always, List<String> more, String password) {
        int port = freePort();
        try {
            Path home = Files.createTempDirectory(Files.createDirectories(folder), "node")
                    .toRealPath();
            Path configuration = home.resolve("redis.conf");
            try (BufferedWriter lines = Files.newBufferedWriter(configuration)) {
                lines.write("bind 127.0.0.1\nport " + port + "\ndir \"" + home + "\"\n");
                for (String line : always) {
                    lines.write(line + "\n");
                }
                for (String line : more) {
                    lines.write(line + "\n");
                }
            }
            ProcessBuilder builder = new ProcessBuilder(BINARY.toString(), configuration.toString());
            builder.command().addAll(options);
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(home.resolve("redis.log").toFile())
                    .start();
            ServerProcess started = new ServerProcess(port, password, process);
            Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
            started.awaitAnswer(home);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below the system's own ports, so that nobody is given it meanwhile, and with a free one for the bus. */
    private static int freePort() {
        for (int attempt = 0; attempt < 1000; attempt++) {
            int port = 12_000 + PORTS.nextInt(9_000);
            if (isFree(port) && isFree(port + BUS)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port for a redis-server");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private void awaitAnswer(Path home) {
        Awaitility.await("redis-server in " + home)
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(JedisException.class)
                .until(() -> {
                    try (Jedis jedis = connect()) {
                        return "PONG".equals(jedis.ping());
                    }
                });
    }

    /** A connection to this very process. */
    Jedis connect() {
        var login = DefaultJedisClientConfig.builder().autoNegotiateProtocol(false);
        if (!password.isEmpty()) {
            login.password(password);
        }
        return new Jedis(new HostAndPort("127.0.0.1", port), login.build());
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://:" + password + "@" + place();
    }

    String place() {
        return "127.0.0.1:" + port;
    }

    /** Without a word, as when its machine is lost. */
    void kill() {
        process.destroyForcibly();
    }

    public void stop() {
        try {
            process.destroy();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.lectern.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.executors.CommandExecutor;
import redis.clients.jedis.executors.DefaultCommandExecutor;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.util.SafeEncoder;

/** A redis-server as Lectern starts its own, for one part of the benchmark; its folder goes with it. */
public final class BenchRedis implements AutoCloseable {
    /** As many as Lectern's own pool has. */
    private static final int CONNECTIONS = 96;

    private final Path folder;
    private final EmbeddedRedis server;
    private final UnifiedJedis commands;
    private final Thread atExit = new Thread(this::stop);

    private BenchRedis() throws IOException {
        this.folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-redis");
        this.server = EmbeddedRedis.startOrJoin(folder);
        this.commands = RedisUrl.parse(server.url()).connect();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** With every write on disk before it is answered, as Lectern's own server is. */
    public static BenchRedis durable() {
        try {
            return new BenchRedis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the append-only file. */
    public static BenchRedis inMemory() {
        BenchRedis redis = durable();
        redis.commands.sendCommand(Protocol.Command.CONFIG, "SET", "appendonly", "no");
        return redis;
    }

    /** For what else the part keeps on disk. */
    public Path folder() {
        return folder;
    }

    public UnifiedJedis commands() {
        return commands;
    }

    /** Another way to the same server, of which somebody is told each command with its answer, once it is there. */
    public UnifiedJedis watchedBy(BiConsumer<CommandArguments, Object> watcher) {
        URI url = URI.create(server.url());
        GenericObjectPoolConfig<Connection> pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        PooledConnectionProvider connections = new PooledConnectionProvider(
                new HostAndPort(url.getHost(), url.getPort()),
                DefaultJedisClientConfig.builder()
                        .password(url.getUserInfo().substring(1))
                        .build(),
                pool);
        return RedisClient.builder()
                .connectionProvider(connections)
                .commandExecutor(new Watched(new DefaultCommandExecutor(connections), watcher))
                .build();
    }

    private record Watched(CommandExecutor inner, BiConsumer<CommandArguments, Object> watcher)
            implements CommandExecutor {
        @Override
        public <T> T executeCommand(CommandObject<T> command) {
            T answer = inner.executeCommand(command);
            watcher.accept(command.getArguments(), Optional.<Object>ofNullable(answer).orElse(""));
            return answer;
        }

        @Override
        public void close() throws Exception {
            inner.close();
        }
    }

    /** What Redis says that it uses, in bytes. */
    public long usedMemory() {
        byte[] info = (byte[]) commands.sendCommand(Protocol.Command.INFO, "memory");
        return SafeEncoder.encode(info)
                .lines()
                .filter(line -> line.startsWith("used_memory:"))
                .mapToLong(line ->
                        Long.parseLong(line.substring("used_memory:".length()).trim()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
    }

    private void stop() {
        commands.close();
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

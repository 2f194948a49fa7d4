package dev.lectern.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.RedisExecProvider;

/**
 * A real redis-server of Lectern's own: on loopback, behind a random password, every write on disk before it is
 * answered (append-only file, {@code appendfsync always}).
 *
 * <p>Who holds the folder's lock owns the server: starts it, adopts the one that a crash left behind (same folder,
 * same password), or replaces one that no longer answers, and stops it at the end. Others join as guests.
 */
public final class EmbeddedRedis implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedRedis.class);
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int STEP_MILLIS = 10;

    /** What a later process must know to find the server. Kept in a file that only its owner can read. */
    record Where(int port, String password, long pid) {
        Where withPid(long found) {
            return new Where(port, password, found);
        }
    }

    private final Path folder;
    private final Where where;
    private final @Nullable FileChannel lock;

    private EmbeddedRedis(Path folder, Where where, @Nullable FileChannel lock) {
        this.folder = folder;
        this.where = where;
        this.lock = lock;
    }

    /** @throws RedisException when the folder cannot be used or the server does not start */
    public static EmbeddedRedis startOrJoin(Path folder) {
        try {
            Files.createDirectories(folder);
            Path absolute = folder.toRealPath();
            FileChannel lock = lock(absolute.resolve("lock"));
            if (lock == null) {
                return new EmbeddedRedis(absolute, join(absolute), null);
            }
            try {
                return new EmbeddedRedis(absolute, adoptOrStart(absolute), lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new RedisException(
                    "cannot keep Redis in " + folder + ": " + e.getMessage()
                            + "; name another folder with LECTERN_DATA or a server with LECTERN_REDIS_URL",
                    e);
        }
    }

    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            log.debug("the folder is locked by this very process");
        }
        channel.close();
        return null;
    }

    private static Where join(Path folder) throws IOException {
        for (int waited = 0; waited < PATIENCE_MILLIS; waited += STEP_MILLIS) {
            Optional<Where> found = read(folder).flatMap(EmbeddedRedis::answering);
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new RedisException("another Lectern holds " + folder + " but its Redis does not answer; stop that one, "
                + "or name another folder with LECTERN_DATA");
    }

    private static Where adoptOrStart(Path folder) throws IOException {
        Optional<Where> before = read(folder);
        Optional<Where> alive = before.flatMap(EmbeddedRedis::answering);
        if (alive.isPresent()) {
            log.info(
                    "adopted the redis-server that was left running (process {})",
                    alive.get().pid());
            return alive.get();
        }
        before.ifPresent(EmbeddedRedis::kill);
        return start(folder);
    }

    private static Where start(Path folder) throws IOException {
        Where planned = new Where(freePort(), randomPassword(), 0);
        writeSecret(folder.resolve("where.json"), Json.write(planned));
        Process launcher = new ProcessBuilder(binary(folder).toString(), "-")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.out").toFile())
                .start();
        try (var configuration = launcher.outputWriter()) {
            configuration.write(configuration(folder, planned));
        }
        Where running = awaitAnswer(folder, planned);
        writeSecret(folder.resolve("where.json"), Json.write(running));
        return running;
    }

    private static String configuration(Path folder, Where where) {
        // A daemon has a session of its own: Ctrl-C in Lectern's terminal must not stop Redis before Lectern is done.
        return String.join(
                "\n",
                "daemonize yes",
                "bind 127.0.0.1",
                "protected-mode yes",
                "port " + where.port(),
                "requirepass " + where.password(),
                "dir \"" + folder + "\"",
                "logfile \"" + folder.resolve("redis.log") + "\"",
                "appendonly yes",
                "appendfsync always",
                "save \"\"",
                "maxmemory-policy noeviction",
                // Most of a group is hashes of some few JSON texts: packed, they take a third less.
                "hash-max-listpack-value 512",
                "");
    }

    private static Where awaitAnswer(Path folder, Where planned) {
        for (int waited = 0; waited < PATIENCE_MILLIS; waited += STEP_MILLIS) {
            Optional<Where> found = answering(planned);
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new RedisException("redis-server did not start; see redis.out and redis.log in " + folder
                + ", or name a server with LECTERN_REDIS_URL");
    }

    private static Optional<Where> answering(Where where) {
        try (Jedis jedis = connect(where)) {
            return pid(jedis.info("server")).map(where::withPid);
        } catch (JedisException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> pid(String info) {
        return info.lines()
                .filter(line -> line.startsWith("process_id:"))
                .map(line ->
                        Long.parseLong(line.substring("process_id:".length()).trim()))
                .findFirst();
    }

    private static Jedis connect(Where where) {
        return new Jedis(
                new HostAndPort("127.0.0.1", where.port()),
                DefaultJedisClientConfig.builder()
                        .password(where.password())
                        .timeoutMillis(2000)
                        .autoNegotiateProtocol(false)
                        .build());
    }

    private static void kill(Where left) {
        ProcessHandle.of(left.pid())
                .filter(process -> process.info().command().orElse("").contains("redis-server"))
                .ifPresent(process -> {
                    log.warn("replacing a redis-server that no longer answers (process {})", process.pid());
                    process.destroyForcibly();
                    process.onExit().orTimeout(5, TimeUnit.SECONDS).join();
                });
    }

    private static Path binary(Path folder) throws IOException {
        Path binary = folder.resolve("redis-server-" + RedisExecProvider.redisVersion);
        if (!Files.isExecutable(binary)) {
            Path half = Files.createTempFile(folder, "redis-server", ".part");
            Files.copy(extracted(), half, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwx------"));
            Files.move(half, binary, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return binary;
    }

    private static Path extracted() throws IOException {
        try {
            return RedisExecProvider.defaultProvider().get().toPath();
        } catch (RuntimeException e) {
            throw new RedisException(
                    "no redis-server comes with Lectern for this system (" + System.getProperty("os.name") + ", "
                            + System.getProperty("os.arch") + "); name one with LECTERN_REDIS_URL",
                    e);
        }
    }

    private static Optional<Where> read(Path folder) throws IOException {
        Path file = folder.resolve("where.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(Files.readString(file), Where.class));
        } catch (RuntimeException e) {
            log.warn("ignoring {}: it cannot be read", file.getFileName());
            return Optional.empty();
        }
    }

    private static void writeSecret(Path file, String content) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, content);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisException("interrupted while waiting for Redis", e);
        }
    }

    public boolean isOwner() {
        return lock != null;
    }

    /** With the password: not for logs. */
    public String url() {
        return "redis://:" + where.password() + "@127.0.0.1:" + where.port();
    }

    long pid() {
        return where.pid();
    }

    /** Leaves the server running and gives up the lock, as a killed process does. */
    void abandon() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }

    /** Stops the server if it is ours; what was answered is on disk. */
    @Override
    public void close() {
        if (lock == null) {
            return;
        }
        try (Jedis jedis = connect(where)) {
            // Answers by closing the connection, which Redis does when its file is synced and closed.
            jedis.shutdown();
        } catch (JedisException e) {
            log.debug("redis-server was gone already");
        }
        try {
            Files.deleteIfExists(folder.resolve("where.json"));
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

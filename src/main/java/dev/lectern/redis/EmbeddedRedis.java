package dev.lectern.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A real redis-server of Lectern's own: on loopback, behind a random password, every write on disk before it is
 * answered (append-only file, {@code appendfsync always}).
 *
 * <p>Who holds the folder's lock owns the server: starts it, adopts the one that a crash left behind (same folder,
 * same password), or replaces one that no longer answers, and stops it at the end. Others join as guests.
 */
public final class EmbeddedRedis implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedRedis.class);
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
        return Where.await(() -> Where.read(folder).flatMap(Where::answering))
                .orElseThrow(() -> new RedisException("another Lectern holds " + folder
                        + " but its Redis does not answer; stop that one, or name another folder with LECTERN_DATA"));
    }

    private static Where adoptOrStart(Path folder) throws IOException {
        Optional<Where> before = Where.read(folder);
        Optional<Where> alive = before.flatMap(Where::answering);
        if (alive.isPresent()) {
            log.info(
                    "adopted the redis-server that was left running (process {})",
                    alive.get().pid());
            return alive.get();
        }
        before.ifPresent(EmbeddedRedis::kill);
        return RedisLaunch.start(folder);
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
        try (Jedis jedis = where.connect()) {
            // Answers by closing the connection, which Redis does when its file is synced and closed.
            jedis.shutdown();
        } catch (JedisException e) {
            log.debug("redis-server was gone already");
        }
        try {
            Where.delete(folder);
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

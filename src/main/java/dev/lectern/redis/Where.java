package dev.lectern.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** What a later process must know to find the server of a folder. Kept in a file there that only its owner can read. */
record Where(int port, String password, long pid) {
    private static final Logger log = LoggerFactory.getLogger(Where.class);
    private static final String FILE = "where.json";
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int STEP_MILLIS = 10;

    /** Empty where no server is noted in that folder. */
    static Optional<Where> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
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

    void write(Path folder) throws IOException {
        Path half = folder.resolve(FILE + ".part");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, Json.write(this));
        Files.move(half, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    Jedis connect() {
        return new Jedis(
                new HostAndPort("127.0.0.1", port),
                DefaultJedisClientConfig.builder()
                        .password(password)
                        .timeoutMillis(2000)
                        .autoNegotiateProtocol(false)
                        .build());
    }

    /** With the process that answers there; empty where none does. */
    Optional<Where> answering() {
        try (Jedis jedis = connect()) {
            return pid(jedis.info("server")).map(found -> new Where(port, password, found));
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

    @FunctionalInterface
    interface Look {
        Optional<Where> look() throws IOException;
    }

    /** Looks again and again, for ten seconds; empty where none was found by then. */
    static Optional<Where> await(Look look) throws IOException {
        for (int waited = 0; waited < PATIENCE_MILLIS; waited += STEP_MILLIS) {
            Optional<Where> found = look.look();
            if (found.isPresent()) {
                return found;
            }
            pause();
        }
        return Optional.empty();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisException("interrupted while waiting for Redis", e);
        }
    }

    @Override
    public String toString() {
        return "Where[" + port + "]";
    }
}

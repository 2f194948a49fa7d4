package dev.lectern.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import redis.embedded.RedisExecProvider;

/** Starts a redis-server that outlives this process, from the program that comes with Lectern. */
final class RedisLaunch {
    private RedisLaunch() {}

    /** On a free port, behind a new password; noted in the folder before and after. */
    static Where start(Path folder) throws IOException {
        Where planned = new Where(freePort(), randomPassword(), 0);
        planned.write(folder);
        Process launcher = new ProcessBuilder(binary(folder).toString(), "-")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.out").toFile())
                .start();
        try (var configuration = launcher.outputWriter()) {
            configuration.write(configuration(folder, planned));
        }
        Where running = Where.await(planned::answering)
                .orElseThrow(() -> new RedisException("redis-server did not start; see redis.out and redis.log in "
                        + folder + ", or name a server with LECTERN_REDIS_URL"));
        running.write(folder);
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
}

package dev.lectern.redis;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/** A way to Redis: the server that a URL names, or else one of our own. Any thread may use it. */
public final class Redis implements AutoCloseable {
    private final UnifiedJedis commands;
    private final @Nullable EmbeddedRedis server;

    private Redis(UnifiedJedis commands, @Nullable EmbeddedRedis server) {
        this.commands = commands;
        this.server = server;
    }

    /**
     * Connects to {@code url}, or starts (or joins) the server of the data folder.
     *
     * @param sentinelPassword what the Sentinels of the URL ask for, if they do
     * @throws RedisException when neither can be had
     */
    public static Redis open(Optional<String> url, Optional<String> sentinelPassword, Path dataFolder) {
        if (url.isPresent()) {
            return new Redis(RedisUrl.parse(url.get()).connect(sentinelPassword), null);
        }
        EmbeddedRedis server = EmbeddedRedis.startOrJoin(dataFolder.resolve("redis"));
        return new Redis(RedisUrl.parse(server.url()).connect(), server);
    }

    public UnifiedJedis commands() {
        return commands;
    }

    /** Whether the server is this process's own, so that no other one works on the groups in it. */
    public boolean isOurs() {
        return server != null && server.isOwner();
    }

    /** Whether another process owns the embedded server that we use; it may stop under us. */
    public boolean isGuest() {
        return server != null && !server.isOwner();
    }

    @Override
    public void close() {
        commands.close();
        if (server != null) {
            server.close();
        }
    }
}

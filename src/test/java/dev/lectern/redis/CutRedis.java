package dev.lectern.redis;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * The tests' Redis as a process sees it that is killed after so many writes, in the middle of a pipeline too: what it wrote
 * until then stands, and nothing after it does. Each has a connection of its own, for one thread.
 */
public final class CutRedis extends UnifiedJedis {
    private static final Set<String> WRITES = Set.of("SET", "SETNX", "SADD", "ZADD", "EVAL", "EVALSHA");

    private final Line line;

    private CutRedis(Line line) {
        super(line);
        this.line = line;
    }

    public static CutRedis afterWrites(int writes) {
        return afterWrites(writes, () -> {});
    }

    /** For a process that stops before each write, in a pipeline too, so that others come in between. */
    public static CutRedis stopping(Runnable beforeEachWrite) {
        return afterWrites(Integer.MAX_VALUE, beforeEachWrite);
    }

    public static CutRedis afterWrites(int writes, Runnable beforeEachWrite) {
        URI url = URI.create(TestRedis.url());
        String[] user = url.getUserInfo().split(":", 2);
        return new CutRedis(new Line(
                new HostAndPort(url.getHost(), url.getPort()),
                DefaultJedisClientConfig.builder()
                        .protocol(RedisProtocol.RESP3)
                        .user(user[0].isEmpty() ? null : user[0])
                        .password(user[1])
                        .build(),
                writes,
                beforeEachWrite));
    }

    /** Whether there was a write too many. */
    public boolean isCut() {
        return line.left < 0;
    }

    @Override
    public AbstractPipeline pipelined() {
        return new Pipeline(line);
    }

    private static final class Line extends Connection {
        private final Runnable beforeEachWrite;
        private int left;

        Line(HostAndPort server, DefaultJedisClientConfig how, int writes, Runnable beforeEachWrite) {
            super(server, how);
            this.left = writes;
            this.beforeEachWrite = beforeEachWrite;
        }

        @Override
        public void sendCommand(CommandArguments arguments) {
            boolean isWrite = isWrite(arguments);
            if (left < 0 || isWrite && --left < 0) {
                throw new JedisConnectionException("the process is dead, as the test wants it");
            }
            if (isWrite) {
                flush();
                beforeEachWrite.run();
            }
            super.sendCommand(arguments);
        }

        private static boolean isWrite(CommandArguments arguments) {
            return WRITES.contains(new String(arguments.getCommand().getRaw(), StandardCharsets.UTF_8));
        }
    }
}

package dev.lectern.redis;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.executors.CommandExecutor;

/** A real Redis whose line breaks before chosen commands get through, as it does for a process that is killed there. */
public final class FaultyRedis {
    private FaultyRedis() {}

    /** @param breaks whether the line breaks before this command, given as its words with blanks between them */
    public static UnifiedJedis over(UnifiedJedis redis, Predicate<String> breaks) {
        return with(redis, breaks, words -> false);
    }

    /** Like {@link #over}, but the command gets through and its answer is lost. */
    public static UnifiedJedis afterwards(UnifiedJedis redis, Predicate<String> breaks) {
        return with(redis, words -> false, breaks);
    }

    private static UnifiedJedis with(UnifiedJedis redis, Predicate<String> before, Predicate<String> after) {
        return RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", 1))
                // What the connections below have agreed on.
                .clientConfig(DefaultJedisClientConfig.builder()
                        .protocol(RedisProtocol.RESP3)
                        .build())
                .commandExecutor(new CommandExecutor() {
                    @Override
                    public <T> T executeCommand(CommandObject<T> command) {
                        String words = words(command.getArguments());
                        breakIf(before.test(words));
                        T answer = redis.executeCommand(command);
                        breakIf(after.test(words));
                        return answer;
                    }

                    @Override
                    public void close() {
                        // The connection belongs to whoever made it.
                    }
                })
                .build();
    }

    private static void breakIf(boolean now) {
        if (now) {
            throw new JedisConnectionException("the line is broken, as the test wants it");
        }
    }

    private static String words(CommandArguments arguments) {
        return StreamSupport.stream(arguments.spliterator(), false)
                .map(word -> new String(word.getRaw(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }
}

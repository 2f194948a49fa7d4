package dev.lectern.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.executors.CommandExecutor;

/** A real Redis whose machine has another time than ours: the time that its scripts answer is shifted on the way. */
final class ShiftedTime {
    private ShiftedTime() {}

    static UnifiedJedis over(UnifiedJedis redis, Supplier<Duration> shift) {
        return RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", 1))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .protocol(RedisProtocol.RESP3)
                        .build())
                .commandExecutor(new CommandExecutor() {
                    @Override
                    @SuppressWarnings("unchecked") // the answer to a script is an Object
                    public <T> T executeCommand(CommandObject<T> command) {
                        T answer = redis.executeCommand(command);
                        return answer instanceof List<?> time ? (T) shifted(time, shift.get()) : answer;
                    }

                    @Override
                    public void close() {
                        // The connection belongs to whoever made it.
                    }
                })
                .build();
    }

    private static List<Object> shifted(List<?> time, Duration shift) {
        List<Object> shifted = new ArrayList<>(time);
        shifted.set(0, Long.toString(Long.parseLong((String) time.get(0)) + shift.toSeconds()));
        return shifted;
    }
}

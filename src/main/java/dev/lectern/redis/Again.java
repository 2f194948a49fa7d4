package dev.lectern.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import redis.clients.jedis.exceptions.JedisException;

/** Tries again what the line to Redis broke under; only for what may be repeated. */
public final class Again {
    /** Somebody waits for the answer, and Slack for three seconds at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int PAUSE_MILLIS = 50;

    private Again() {}

    /**
     * @throws JedisException as the work did at last; but once the line broke under a try, nobody knows what became of
     *     it, whatever the later ones say, so then that is what is thrown
     */
    public static <T> T whileTheLineBreaks(Supplier<T> work) {
        long began = System.nanoTime();
        Optional<JedisException> unknown = Optional.empty();
        while (true) {
            try {
                return work.get();
            } catch (JedisException e) {
                if (RedisTrouble.leavesUnknown(e)) {
                    unknown = Optional.of(e);
                }
                if (unknown.isEmpty() || !RedisTrouble.is(e) || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw unknown.orElse(e);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisException("interrupted while waiting for Redis", e);
        }
    }
}

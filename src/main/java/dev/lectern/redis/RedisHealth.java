package dev.lectern.redis;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Whether Redis can be worked with now: whether it takes a small write, on a Cluster each of its masters. However often
 * it is asked, Redis is asked once a second at most. Any thread may use it.
 */
public final class RedisHealth {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String SILENT = "Redis does not answer";

    private final RedisNodes nodes;
    private Future<Optional<String>> probe = CompletableFuture.completedFuture(Optional.empty());
    private long started = System.nanoTime() - FRESH.toNanos();

    public RedisHealth(UnifiedJedis redis) {
        this.nodes = new RedisNodes(redis);
    }

    /** What is wrong, in one sentence without a stop; empty when nothing is. Waits for two seconds at most. */
    public Optional<String> problem() {
        try {
            return probe().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.of(SILENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(SILENT);
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking Redis failed", e);
        }
    }

    /** The one that is under way or still fresh, or else a new one. */
    private synchronized Future<Optional<String>> probe() {
        if (probe.isDone() && System.nanoTime() - started >= FRESH.toNanos()) {
            FutureTask<Optional<String>> next = new FutureTask<>(this::ask);
            Thread thread = new Thread(next, "lectern-health");
            thread.setDaemon(true);
            thread.start();
            probe = next;
            started = System.nanoTime();
        }
        return probe;
    }

    private Optional<String> ask() {
        String who = "Redis";
        try {
            for (Map.Entry<String, String> node : nodes.keys().entrySet()) {
                who = node.getKey();
                nodes.write(node.getValue());
            }
            return Optional.empty();
        } catch (JedisException e) {
            return Optional.of(RedisProblem.sentence(who, e));
        }
    }
}

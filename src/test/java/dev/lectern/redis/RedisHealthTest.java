package dev.lectern.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;

class RedisHealthTest {
    private static final Path FOLDER = Path.of("target", "test-health");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource(RedisKind.class)
    void a_redis_that_takes_writes_is_well_and_keeps_nothing_of_it(RedisKind kind) {
        UnifiedJedis redis = kind.fresh();
        RedisNodes nodes = new RedisNodes(redis);

        assertThat(new RedisHealth(redis).problem()).isEmpty();

        assertThat(nodes.keys()).hasSize(kind == RedisKind.CLUSTER ? 3 : 1);
        assertThat(nodes.keys().values())
                .allSatisfy(key -> assertThat(redis.pttl(key)).isPositive());
    }

    @Test
    void a_full_redis_is_not_well_until_it_has_room_again() {
        ServerProcess server = ServerProcess.server(FOLDER, List.of("maxmemory 1mb"));
        try (UnifiedJedis redis = RedisUrl.parse(server.url()).connect();
                Jedis operator = server.connect()) {
            RedisHealth health = new RedisHealth(redis);
            assertThat(health.problem())
                    .hasValueSatisfying(problem -> assertThat(problem).startsWith("Redis is full"));

            operator.configSet("maxmemory", "0");

            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(health.problem()).isEmpty());
        } finally {
            server.stop();
        }
    }

    @Test
    void a_redis_that_went_away_does_not_answer_and_is_well_when_it_is_back() {
        AtomicBoolean gone = new AtomicBoolean(true);
        RedisHealth health = new RedisHealth(FaultyRedis.over(TestRedis.fresh(), command -> gone.get()));
        assertThat(health.problem()).hasValue("Redis does not answer");

        gone.set(false);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(health.problem()).isEmpty());
    }

    @Test
    void a_redis_that_hangs_is_not_waited_for() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        RedisHealth health = new RedisHealth(FaultyRedis.over(TestRedis.fresh(), command -> await(stuck)));
        try {
            assertTimeoutPreemptively(
                    PATIENCE, () -> assertThat(health.problem()).hasValue("Redis does not answer"));
        } finally {
            stuck.countDown();
        }
    }

    @Test
    void however_often_it_is_asked_redis_is_asked_once_a_second() {
        AtomicInteger asked = new AtomicInteger();
        RedisHealth health =
                new RedisHealth(FaultyRedis.over(TestRedis.fresh(), command -> asked.incrementAndGet() < 0));
        long began = System.nanoTime();
        for (int i = 0; i < 500; i++) {
            health.problem();
        }
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        assertThat(asked.get()).isPositive().isLessThanOrEqualTo((int) seconds + 1);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}

package dev.lectern.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.TeamId;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Delivery.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** Two processes, one Redis: together never faster than Slack allows. */
@OnEachRedis
class PaceStoreTest {
    private static final TeamId TEAM = new TeamId("T1");
    private static final Receipt BALLOT = new Receipt("C1", "1.000001");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final UnifiedJedis redis;
    private final MovedClock clock = new MovedClock();
    private final PaceStore one;
    private final PaceStore other;

    PaceStoreTest(RedisKind kind) {
        redis = kind.fresh();
        one = new PaceStore(redis, clock);
        other = new PaceStore(redis, clock);
    }

    private boolean taken(PaceStore process, Pace pace) {
        return process.take(TEAM, pace).isEmpty();
    }

    @Test
    void a_channel_takes_a_burst_of_five_and_then_one_a_second_from_both_processes() {
        for (int i = 0; i < 5; i++) {
            assertThat(taken(i % 2 == 0 ? one : other, Pace.posting("C1"))).isTrue();
        }
        Optional<Duration> wait = other.take(TEAM, Pace.posting("C1"));
        assertThat(wait.orElseThrow()).isBetween(Duration.ofMillis(999), Duration.ofMillis(1001));
        assertThat(taken(one, Pace.posting("C2"))).as("another channel").isTrue();

        clock.move(wait.orElseThrow());
        assertThat(taken(one, Pace.posting("C1"))).isTrue();
        assertThat(taken(other, Pace.posting("C1"))).isFalse();
    }

    @Test
    void a_message_is_redrawn_twice_at_once_and_then_every_third_second() {
        assertThat(taken(one, Pace.redrawing(BALLOT))).isTrue();
        assertThat(taken(other, Pace.redrawing(BALLOT))).isTrue();
        assertThat(taken(one, Pace.redrawing(BALLOT))).isFalse();
        assertThat(taken(one, Pace.redrawing(new Receipt("C1", "2.000001")))).isTrue();
        clock.move(Duration.ofMillis(2_900));
        assertThat(taken(other, Pace.redrawing(BALLOT))).isFalse();
        clock.move(Duration.ofMillis(200));
        assertThat(taken(other, Pace.redrawing(BALLOT))).isTrue();
    }

    @Test
    void a_call_that_the_workspace_has_no_room_for_takes_nothing_from_its_message() {
        for (int i = 0; i < 10; i++) {
            assertThat(taken(one, Pace.redrawing(new Receipt("C2", i + ".000001"))))
                    .isTrue();
        }
        for (int i = 0; i < 5; i++) {
            assertThat(taken(one, Pace.redrawing(BALLOT))).isFalse();
        }
        clock.move(Duration.ofMillis(3_100));
        assertThat(List.of(taken(one, Pace.redrawing(BALLOT)), taken(one, Pace.redrawing(BALLOT))))
                .containsExactly(true, true);
    }

    @Test
    void workspaces_have_room_of_their_own() {
        while (taken(one, Pace.opening())) {
            // until it is used up
        }
        assertThat(one.take(new TeamId("T2"), Pace.opening())).isEmpty();
    }

    @Test
    void when_slack_says_wait_no_process_calls_that_method_until_then() {
        one.close(TEAM, "chat.postMessage", Duration.ofSeconds(30));

        assertThat(other.take(TEAM, Pace.posting("C1"))).hasValue(Duration.ofSeconds(30));
        assertThat(taken(other, Pace.redrawing(BALLOT))).isTrue();
        assertThat(other.take(new TeamId("T2"), Pace.posting("C1"))).isEmpty();
        clock.move(Duration.ofMillis(29_999));
        assertThat(taken(one, Pace.posting("C1"))).isFalse();
        clock.move(Duration.ofMillis(1));
        assertThat(taken(one, Pace.posting("C1"))).isTrue();
    }

    @Test
    void of_two_waits_the_longer_one_counts_whichever_came_last() {
        one.close(TEAM, "chat.update", Duration.ofSeconds(30));
        other.close(TEAM, "chat.update", Duration.ofSeconds(2));
        assertThat(one.take(TEAM, Pace.redrawing(BALLOT))).hasValue(Duration.ofSeconds(30));
    }

    @Test
    void everything_that_is_noted_runs_out() {
        taken(one, Pace.posting("C1"));
        one.close(TEAM, "chat.postMessage", Duration.ofSeconds(30));
        for (String key : List.of("chat.postMessage", "chat.postMessage:C1", "closed:chat.postMessage")) {
            assertThat(redis.pttl("lectern:pace:{T1}:" + key)).as(key).isBetween(1L, 60_000L);
        }
    }

    @Test
    void a_clock_that_steps_back_makes_nobody_wait_longer_than_a_minute() {
        while (taken(one, Pace.opening())) {
            // until it is used up
        }
        clock.move(Duration.ofHours(-5));
        assertThat(one.take(TEAM, Pace.opening()).orElseThrow()).isLessThanOrEqualTo(MINUTE);
    }

    @Test
    void of_many_who_come_at_the_same_moment_as_many_get_through_as_there_is_room_for() throws Exception {
        AtomicInteger through = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> takers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                PaceStore process = i % 2 == 0 ? one : other;
                takers.add(() -> {
                    through.addAndGet(taken(process, Pace.posting("C1")) ? 1 : 0);
                    return null;
                });
            }
            for (Future<Void> taker : threads.invokeAll(takers)) {
                taker.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(through).hasValue(5);
    }

    @Test
    void in_no_stretch_of_time_more_is_called_than_slack_documents() {
        for (long seed = 1; seed <= 3; seed++) {
            redis.flushAll();
            holds(seed);
        }
    }

    private void holds(long seed) {
        Random random = new Random(seed);
        Map<String, List<Instant>> calls = new TreeMap<>();
        for (int i = 0; i < 1_500; i++) {
            Pace pace = random.nextBoolean()
                    ? Pace.posting("C" + random.nextInt(40))
                    : Pace.redrawing(new Receipt("C1", random.nextInt(30) + ".1"));
            if (taken(random.nextBoolean() ? one : other, pace)) {
                pace.buckets()
                        .forEach(bucket -> calls.computeIfAbsent(bucket.name(), name -> new ArrayList<>())
                                .add(clock.instant()));
            }
            clock.move(Duration.ofMillis(random.nextInt(10) == 0 ? random.nextInt(4_000) : random.nextInt(60)));
        }
        assertThat(most(calls.getOrDefault("chat.update", List.of()), MINUTE))
                .as("seed %d", seed)
                .isBetween(20, 50);
        assertThat(most(calls.getOrDefault("chat.postMessage", List.of()), MINUTE))
                .as("seed %d", seed)
                .isBetween(100, 300);
        calls.forEach((bucket, times) -> {
            if (bucket.startsWith("chat.postMessage:")) {
                assertThat(most(times, MINUTE)).as("seed %d, %s", seed, bucket).isLessThanOrEqualTo(65);
                assertThat(most(times, Duration.ofSeconds(1)))
                        .as("seed %d, %s", seed, bucket)
                        .isLessThanOrEqualTo(6);
            } else if (bucket.startsWith("chat.update:")) {
                assertThat(most(times, Duration.ofSeconds(30)))
                        .as("seed %d, %s", seed, bucket)
                        .isLessThanOrEqualTo(12);
            }
        });
    }

    /** How many of these lie in the fullest stretch of that length. */
    private static int most(Collection<Instant> times, Duration length) {
        return times.stream()
                .mapToInt(from -> (int) times.stream()
                        .filter(time -> !time.isBefore(from) && !time.isAfter(from.plus(length)))
                        .count())
                .max()
                .orElse(0);
    }
}

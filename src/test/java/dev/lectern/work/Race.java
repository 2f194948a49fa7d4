package dev.lectern.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.GroupId;
import dev.lectern.work.Delivery.Outcome;
import dev.lectern.work.Delivery.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import redis.clients.jedis.UnifiedJedis;

/** Chains of steps in many groups; each counts, posts, wishes for a redraw, and plans the next. */
final class Race {
    private static final int GROUPS = 30;
    private static final int STEPS = 8;

    private final UnifiedJedis redis;
    private final Clock real = Clock.systemUTC();
    private final Random random;
    private final Map<GroupId, List<String>> posted = new ConcurrentHashMap<>();
    private final Map<GroupId, String> shown = new ConcurrentHashMap<>();
    private final Map<GroupId, AtomicBoolean> busy = new ConcurrentHashMap<>();
    private final List<String> together = new CopyOnWriteArrayList<>();

    Race(UnifiedJedis redis, Random random) {
        this.redis = redis;
        this.random = random;
    }

    Worker process() {
        Ground process = new Ground(redis, real);
        process.steps.register("count", Missed.DO_LATE, this::count);
        return process.worker(
                attempt -> alone(attempt.group(), () -> deliver(attempt.group(), attempt.message(), attempt.before())));
    }

    private void count(Step step, Change change) {
        int n = counted(change.group()) + 1;
        change.set("count", n);
        change.send(new Outgoing.Post("count-" + step.key() + "-" + n, "C0001", ""));
        change.send(new Outgoing.Show("tally", "C0001", "drawing", "tally"));
        if (n < STEPS) {
            change.schedule(new Step("count", step.key(), change.now().plusMillis(chance(5))));
        }
    }

    void begin() {
        Ground client = new Ground(redis, real);
        IntStream.range(0, GROUPS).mapToObj(Ground::group).forEach(group -> {
            client.schedule(group, "count", "x", real.instant().plusMillis(chance(100)));
            client.show(group, "tally");
        });
    }

    /** No two deliveries for one group at the same time. */
    private Outcome alone(GroupId group, Supplier<Outcome> work) {
        AtomicBoolean taken = busy.computeIfAbsent(group, any -> new AtomicBoolean());
        if (!taken.compareAndSet(false, true)) {
            together.add(group.toString());
        }
        try {
            return work.get();
        } finally {
            taken.set(false);
        }
    }

    private Outcome deliver(GroupId group, Outgoing message, Optional<Receipt> before) {
        if (chance(8) == 0) {
            return new Outcome.Later(Optional.of(Duration.ofMillis(chance(20))), false, "as the test wants it");
        }
        if (message instanceof Outgoing.Show) {
            shown.put(group, Integer.toString(counted(group)));
        } else {
            posted.computeIfAbsent(group, any -> new CopyOnWriteArrayList<>()).add(message.id());
        }
        return new Outcome.Sent(before.orElse(new Receipt("C0001", "1.0")));
    }

    void assertDone() {
        List<String> all =
                IntStream.rangeClosed(1, STEPS).mapToObj(n -> "count-x-" + n).toList();
        for (int i = 0; i < GROUPS; i++) {
            GroupId group = Ground.group(i);
            assertThat(posted).containsEntry(group, all);
            assertThat(shown).containsEntry(group, Integer.toString(STEPS));
            assertThat(redis.exists(new GroupKeys(group).timeline())).isFalse();
            assertThat(redis.exists(new GroupKeys(group).outbox())).isFalse();
        }
        assertThat(together).isEmpty();
    }

    private int counted(GroupId group) {
        String json = redis.get(new GroupKeys(group).of("count"));
        return json == null ? 0 : Stored.read(json, Integer.class);
    }

    private synchronized int chance(int bound) {
        return random.nextInt(bound);
    }
}

package dev.lectern.paper;

import dev.lectern.redis.CutRedis;
import dev.lectern.redis.TestRedis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Contradicting facts that several processes learn at the same moment, each stopping anywhere between two writes. */
class RacingFactsTest {
    private static final Instant NOW = Instant.parse("2026-03-30T08:00:00Z");
    private static final int PROCESSES = 6;
    /** More for a search: {@code -Dracing.rounds=500 -Dracing.seed=1000}. */
    private static final int ROUNDS = Integer.getInteger("racing.rounds", 20);

    private static final int SEED = Integer.getInteger("racing.seed", 1);

    private final UnifiedJedis redis = TestRedis.fresh();
    private final PaperStore store = new PaperStore(redis);

    private interface Round {
        void run(Random random) throws Exception;
    }

    private void eachRound(int rounds, Round round) throws Exception {
        for (int seed = SEED; seed < SEED + rounds; seed++) {
            redis.flushAll();
            try {
                round.run(new Random(seed));
            } catch (AssertionError e) {
                throw new AssertionError("with seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    @Test
    void when_all_processes_are_done_each_name_is_on_one_paper_and_leads_there() throws Exception {
        eachRound(ROUNDS, random -> {
            List<Draft> drafts = Contradictions.of(random, 8 + random.nextInt(16), 2 + random.nextInt(3));
            Contradictions.assertSound(store, drafts, inParallel(drafts, 0, random));
        });
    }

    @Test
    void what_processes_leave_that_die_anywhere_in_a_race_is_completed_by_the_next_save() throws Exception {
        eachRound(ROUNDS, random -> {
            List<Draft> drafts = Contradictions.of(random, 8 + random.nextInt(16), 2 + random.nextInt(3));
            List<PaperId> saved = new ArrayList<>(inParallel(drafts, PROCESSES - 1, random));
            store.saveAll(drafts, NOW).forEach(one -> saved.add(one.id()));
            Contradictions.assertSound(store, drafts, saved);
        });
    }

    private List<PaperId> inParallel(List<Draft> drafts, int dying, Random random) throws Exception {
        ExecutorService processes = Executors.newFixedThreadPool(PROCESSES);
        try {
            List<Callable<List<PaperId>>> imports = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                int writes = i < dying ? random.nextInt(60) : Integer.MAX_VALUE;
                long seed = random.nextLong();
                imports.add(() -> process(drafts, writes, new Random(seed)));
            }
            List<PaperId> saved = new ArrayList<>();
            for (Future<List<PaperId>> done : processes.invokeAll(imports)) {
                saved.addAll(done.get());
            }
            return saved;
        } finally {
            processes.shutdownNow();
        }
    }

    private static List<PaperId> process(List<Draft> drafts, int writes, Random random) {
        List<Draft> own = new ArrayList<>(drafts);
        Collections.shuffle(own, random);
        List<PaperId> saved = new ArrayList<>();
        try (CutRedis line = CutRedis.afterWrites(writes, () -> stop(random))) {
            PaperStore papers = new PaperStore(line);
            for (int from = 0; from < own.size(); ) {
                int to = Math.min(own.size(), from + 1 + random.nextInt(6));
                papers.saveAll(own.subList(from, to), NOW).forEach(one -> saved.add(one.id()));
                from = to;
            }
        } catch (JedisConnectionException dead) {
            return saved;
        }
        return saved;
    }

    private static void stop(Random random) {
        if (random.nextInt(3) == 0) {
            LockSupport.parkNanos(random.nextInt(500_000));
        }
    }

    @Test
    void whatever_others_save_between_two_writes_each_name_is_on_one_paper_and_leads_there() throws Exception {
        eachRound(10 * ROUNDS, random -> {
            List<Draft> drafts = Contradictions.of(random, 3 + random.nextInt(6), 2 + random.nextInt(2));
            List<Draft> before = drafts.subList(3, drafts.size());
            boolean meddled = true;
            for (int write = 0; meddled; write++) {
                redis.flushAll();
                List<Saved> saved = new ArrayList<>(store.saveAll(before, NOW));
                meddled = meddle(drafts.get(0), drafts.subList(1, 3), write, random, saved);
                Contradictions.assertSound(
                        store, drafts, saved.stream().map(Saved::id).toList());
            }
        });
    }

    /** Saves the draft, and before its n-th write the others, one within the other; answers whether it came to that. */
    private static boolean meddle(Draft draft, List<Draft> others, int nth, Random random, List<Saved> saved) {
        AtomicInteger writes = new AtomicInteger();
        Runnable between = () -> {
            if (writes.getAndIncrement() == nth) {
                other(others, random, saved);
            }
        };
        try (CutRedis line = CutRedis.stopping(between)) {
            saved.add(new PaperStore(line).save(draft, NOW));
        }
        if (writes.get() <= nth) {
            other(others, random, saved);
        }
        return writes.get() > nth;
    }

    private static void other(List<Draft> others, Random random, List<Saved> saved) {
        if (!others.isEmpty()) {
            meddle(others.get(0), others.subList(1, others.size()), random.nextInt(6), random, saved);
        }
    }
}

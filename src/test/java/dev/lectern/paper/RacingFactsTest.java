package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        eachRound(ROUNDS, random -> {
            List<Draft> drafts = Contradictions.of(random, 3 + random.nextInt(6), 2 + random.nextInt(2));
            boolean meddled = true;
            for (int write = 0; meddled; write++) {
                redis.flushAll();
                Meddling meddling = new Meddling(random);
                meddling.saved.addAll(store.saveAll(drafts.subList(3, drafts.size()), NOW));
                meddled = meddling.save(drafts.get(0), drafts.subList(1, 3), write, Integer.MAX_VALUE);
                if (meddling.died) {
                    meddling.saved.addAll(store.saveAll(drafts, NOW));
                }
                Contradictions.assertSound(
                        store, drafts, meddling.saved.stream().map(Saved::id).toList());
            }
        });
    }

    /** Saves within saves, some of which die. */
    private static final class Meddling {
        private final List<Saved> saved = new ArrayList<>();
        private final Random random;
        private boolean died;

        Meddling(Random random) {
            this.random = random;
        }

        /** Saves the draft, and before its n-th write the others; answers whether it came to that. */
        private boolean save(Draft draft, List<Draft> others, int nth, int mostWrites) {
            AtomicInteger writes = new AtomicInteger();
            Runnable between = () -> {
                if (writes.getAndIncrement() == nth) {
                    save(others);
                }
            };
            try (CutRedis line = CutRedis.afterWrites(mostWrites, between)) {
                saved.add(new PaperStore(line).save(draft, NOW));
            } catch (JedisConnectionException dead) {
                died = true;
            }
            if (writes.get() <= nth) {
                save(others);
            }
            return writes.get() > nth;
        }

        private void save(List<Draft> drafts) {
            if (!drafts.isEmpty()) {
                int mostWrites = random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(6);
                save(drafts.get(0), drafts.subList(1, drafts.size()), random.nextInt(6), mostWrites);
            }
        }
    }

    /** Its names may be on that one already, though nobody came to write down that the two are one. */
    @Test
    void what_is_joining_one_paper_is_not_made_a_part_of_another() {
        Names page = Names.NONE.withPage("https://blog.example/post");
        Names forum = Names.NONE.withOpenReview(new OpenReviewId("ryxz8CVYDH"));
        Names first = Names.NONE.withArxiv(new ArxivId("2603.00001"));
        Draft joins = Draft.titled("Joins").withNames(page.merge(forum).withArxiv(new ArxivId("2603.00002")));
        Draft meets = Draft.titled("Meets").withNames(page.merge(first));
        for (Names known : List.of(page, forum, first)) {
            store.save(Draft.titled("Title " + known).withNames(known), NOW);
        }
        int untilMarked = 2;
        die(joins, untilMarked);
        AtomicInteger writes = new AtomicInteger();
        int untilWritten = 1;
        Runnable between = () -> {
            if (writes.getAndIncrement() == 0) {
                die(joins, untilWritten);
            }
        };
        List<PaperId> saved = new ArrayList<>();
        try (CutRedis line = CutRedis.stopping(between)) {
            saved.add(new PaperStore(line).save(meets, NOW).id());
        }
        saved.add(store.save(joins, NOW).id());
        Contradictions.assertSound(store, List.of(joins, meets), saved);
        assertThat(store.byNames(page)).contains(saved.get(1));
    }

    private static void die(Draft draft, int writes) {
        try (CutRedis dying = CutRedis.afterWrites(writes)) {
            assertThatThrownBy(() -> new PaperStore(dying).save(draft, NOW))
                    .isInstanceOf(JedisConnectionException.class);
        }
    }
}

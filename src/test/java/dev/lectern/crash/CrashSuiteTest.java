package dev.lectern.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Three Lecterns on one Redis in front of one Slack, while all of them are killed, cut off and lied to about the time;
 * after each round everything is as people were told, once.
 *
 * <p>More rounds, or others: {@code mvn -q test -Dtest=CrashSuiteTest -Dlectern.crash.rounds=200
 * -Dlectern.crash.seed=7}. The seed decides what goes wrong and when, in which order people do what, and what becomes of
 * each request at the door. It does not decide how threads and processes take turns, so a failure may need more than one
 * run of its seed to come again; the plan of its round is in the failure, and what people did in {@code people.log}.
 */
class CrashSuiteTest {
    private static final long SEED = 20_260_402;
    private static final int ROUNDS = 12;
    /** Then a new world begins, with a seed of its own, so that a late failure needs few rounds to come again. */
    private static final int SEASON = 6;
    /** A round waits, most of the time, for what dead processes held to run out. */
    private static final int WORLDS_AT_A_TIME = 2;

    @Test
    void nothing_is_lost_and_nothing_comes_twice() throws Throwable {
        long seed = Long.getLong("lectern.crash.seed", SEED);
        int rounds = Integer.getInteger("lectern.crash.rounds", ROUNDS);
        Report report = new Report(seed);
        ExecutorService worlds = Executors.newFixedThreadPool(WORLDS_AT_A_TIME);
        try {
            CompletionService<Integer> seasons = new ExecutorCompletionService<>(worlds);
            List<Future<Integer>> begun = new ArrayList<>();
            for (int done = 0; done < rounds; done += SEASON) {
                long ownSeed = seed + done / SEASON;
                int ownRounds = Math.min(SEASON, rounds - done);
                begun.add(seasons.submit(() -> play(ownSeed, ownRounds, report)));
            }
            for (int i = 0; i < begun.size(); i++) {
                seasons.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause();
        } finally {
            worlds.shutdownNow();
            var unused = worlds.awaitTermination(1, TimeUnit.MINUTES);
            System.out.println(report);
        }
    }

    private static int play(long seed, int rounds, Report report) throws InterruptedException {
        Path folder = World.newFolder(Path.of("target", "crash"));
        try (Season season = new Season(seed, report, folder)) {
            for (int round = 1; round <= rounds; round++) {
                List<String> wrong = season.play(round);
                assertThat(wrong)
                        .as(
                                "seed %d, round %d; again: mvn -q test -Dtest=CrashSuiteTest -Dlectern.crash.seed=%d"
                                        + " -Dlectern.crash.rounds=%d; logs in %s; %s",
                                seed, round, seed, round, folder, Plan.of(seed, round))
                        .isEmpty();
            }
        }
        return rounds;
    }
}

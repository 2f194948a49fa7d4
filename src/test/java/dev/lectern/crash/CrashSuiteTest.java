package dev.lectern.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Three Lecterns on one Redis in front of one Slack, while all of them are killed, cut off and lied to about the time;
 * after each round everything is as people were told, once.
 *
 * <p>More rounds, or others: {@code mvn -q test -Dtest=CrashSuiteTest -Dlectern.crash.rounds=200
 * -Dlectern.crash.seed=7}. The seed decides what goes wrong and when, in which order people do what, and what becomes of
 * each request at the door. It does not decide how threads and processes take turns, so a failure may need more than one
 * run of its seed to come again; the plan of its round is in the failure.
 */
class CrashSuiteTest {
    private static final long SEED = 20_260_402;
    private static final int ROUNDS = 20;
    /** Then a new world begins, with a seed of its own, so that a late failure needs few rounds to come again. */
    private static final int SEASON = 20;

    @Test
    void nothing_is_lost_and_nothing_comes_twice() throws InterruptedException {
        long seed = Long.getLong("lectern.crash.seed", SEED);
        int rounds = Integer.getInteger("lectern.crash.rounds", ROUNDS);
        Report report = new Report(seed);
        try {
            for (int done = 0; done < rounds; done += SEASON) {
                play(seed + done / SEASON, Math.min(SEASON, rounds - done), report);
            }
        } finally {
            System.out.println(report);
        }
    }

    private static void play(long seed, int rounds, Report report) throws InterruptedException {
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
    }
}

package dev.lectern.app;

import dev.lectern.paper.search.WordsEmbedder;
import dev.lectern.redis.Redis;
import dev.lectern.redis.RedisClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Lectern in a process of its own, as {@code serve} runs it, but by a clock that whoever started it moves: each line
 * on stdin, {@code clock PT36H}, says how far the clock is ahead of Redis' time. Ends when stdin does.
 */
public final class LecternProcess {
    /** What stdout says when Slack's requests can come; the port follows. */
    public static final String LISTENING = "listening ";

    public static final String CLOCK = "clock ";

    private static volatile Duration lead = Duration.ZERO;

    private LecternProcess() {}

    /** @param args Redis' URL, Slack's API, bot token, signing secret, the clock's lead */
    public static void main(String[] args) {
        lead = Duration.parse(args[4]);
        Thread orders = new Thread(LecternProcess::follow, "orders");
        orders.setDaemon(true);
        orders.start();
        Running running = new Running();
        try {
            Redis redis = running.opened(Redis.open(Optional.of(args[0]), Optional.empty(), Path.of(".")));
            Path data = Files.createTempDirectory("lectern-process");
            PapersAtHand papers = running.opened(PapersAtHand.open(redis.commands(), data, new WordsEmbedder()));
            Lectern lectern = running.opened(Lectern.start(
                    new Lectern.Ground(
                            redis.commands(),
                            new RedisClock(redis.commands(), () -> lead),
                            () -> lead,
                            papers.kept(),
                            Outside.NOBODY,
                            false),
                    new Lectern.SlackAccess(
                            args[1], new Access.Installations.Single(args[2]), Optional.of(args[3]), Optional.empty()),
                    Door.ANYWHERE));
            System.out.println(LISTENING + lectern.port());
        } catch (IOException | RuntimeException e) {
            System.err.println("could not start: " + e);
            System.exit(1);
        }
        running.untilStopped();
    }

    private static void follow() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lead = Duration.parse(line.substring(CLOCK.length()));
            }
        } catch (IOException e) {
            System.err.println("no more orders: " + e);
        }
        Runtime.getRuntime().halt(1);
    }
}

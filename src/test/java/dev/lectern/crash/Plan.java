package dev.lectern.crash;

import dev.lectern.crash.Proxy.Trip;
import dev.lectern.crash.Proxy.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What goes wrong in one round, and when, all of it from a seed and the round's number.
 *
 * @param badDoor whether requests from Slack are lost, halved and doubled
 * @param steps how far the clock moves between people's acts: each time to a little after whatever is due next
 */
record Plan(List<Fault> faults, boolean badDoor, List<ClockStep> steps) {
    /** How long people are at it. */
    static final Duration LENGTH = Duration.ofMillis(3_000);

    private static final int CHILDREN = 3;

    /** Something that goes wrong so many milliseconds after the round began. */
    record Fault(int at, What what) {}

    /** @param lags how much later than the sandbox each process learns of it, in milliseconds */
    record ClockStep(int at, Duration beyond, List<Integer> lags) {}

    sealed interface What {
        record Kill(int child, Duration pause) implements What {}

        record Terminate(int child, Duration pause) implements What {}

        record KillRedis(Duration pause) implements What {}

        record RedisAway(Duration length) implements What {}

        record Cut(Line line, int child) implements What {}

        record CutAt(Line line, int child, Trip trip) implements What {}

        record Delay(Line line, int child, Duration length, Duration each) implements What {}

        record SlackAway(int child, Duration length) implements What {}

        record WrongClock(int child, Duration by, Duration length) implements What {}
    }

    /** Which line of a process. */
    enum Line {
        REDIS,
        SLACK
    }

    static Plan of(long seed, int round) {
        Random random = new Random(seed * 1_000_003 + round);
        List<Fault> faults = new ArrayList<>();
        faults.add(new Fault(at(random), sure(random)));
        int more = random.nextInt(4);
        for (int i = 0; i < more; i++) {
            faults.add(new Fault(at(random), any(random)));
        }
        faults.sort(Comparator.comparingInt(Fault::at));
        List<ClockStep> steps = new ArrayList<>();
        int moves = 1 + random.nextInt(3);
        for (int i = 0; i < moves; i++) {
            Duration beyond = Duration.ofSeconds(random.nextInt(4) == 0 ? random.nextInt(20_000) : random.nextInt(20));
            steps.add(new ClockStep(
                    at(random), beyond, random.ints(CHILDREN, 0, 120).boxed().toList()));
        }
        steps.sort(Comparator.comparingInt(ClockStep::at));
        return new Plan(List.copyOf(faults), random.nextInt(4) > 0, List.copyOf(steps));
    }

    /** How far ahead of the others a clock was at most. */
    Duration furthestAhead() {
        return faults.stream()
                .map(Fault::what)
                .filter(What.WrongClock.class::isInstance)
                .map(what -> ((What.WrongClock) what).by())
                .filter(by -> !by.isNegative())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static int at(Random random) {
        return random.nextInt((int) LENGTH.toMillis() * 3 / 4);
    }

    /** A kill or a cut. */
    private static What sure(Random random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> new What.Kill(child(random), pause(random));
            case 2 -> new What.KillRedis(pause(random));
            case 3 -> new What.Cut(line(random), child(random));
            default -> cutAt(random);
        };
    }

    private static What any(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> new What.Terminate(child(random), pause(random));
            case 1 -> new What.RedisAway(Duration.ofMillis(300 + random.nextInt(2_500)));
            case 2 -> new What.SlackAway(child(random), Duration.ofMillis(300 + random.nextInt(2_000)));
            case 3, 4 ->
                new What.Delay(
                        line(random),
                        child(random),
                        Duration.ofMillis(300 + random.nextInt(1_500)),
                        Duration.ofMillis(10 + random.nextInt(250)));
            case 5 ->
                new What.WrongClock(
                        child(random),
                        Duration.ofMinutes(random.nextInt(240) - 120),
                        Duration.ofMillis(500 + random.nextInt(2_000)));
            case 6, 7, 8 -> cutAt(random);
            default -> sure(random);
        };
    }

    private static int child(Random random) {
        return random.nextInt(CHILDREN);
    }

    private static Duration pause(Random random) {
        return Duration.ofMillis(random.nextInt(1_500));
    }

    private static Line line(Random random) {
        return random.nextBoolean() ? Line.REDIS : Line.SLACK;
    }

    /** Much more goes to Redis than to Slack. */
    private static What cutAt(Random random) {
        Line line = line(random);
        Trip trip = new Trip(
                random.nextBoolean() ? Way.REQUEST : Way.ANSWER,
                random.nextInt(line == Line.REDIS ? 60 : 5),
                random.nextBoolean() ? 0 : random.nextInt(120));
        return new What.CutAt(line, child(random), trip);
    }
}

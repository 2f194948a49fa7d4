package dev.lectern.crash;

import dev.lectern.group.GroupId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import redis.clients.jedis.resps.Tuple;

/** Some rounds in one world, one after the other, from groups that were set up in peace. */
final class Season implements AutoCloseable {
    private static final Duration CALMING = Duration.ofSeconds(60);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final List<GroupId> GROUPS =
            World.CHANNELS.stream().map(Comparison::group).toList();

    private final long seed;
    private final Report report;
    private final World world;
    private final Model model = new Model();
    private final People people;
    private long messages;

    Season(long seed, Report report, Path folder) throws InterruptedException {
        this.seed = seed;
        this.report = report;
        this.world = new World(folder, new Random(seed));
        this.people = new People(world.page(), model);
        world.awaitAllUp();
        List<String> days = List.of("THURSDAY", "FRIDAY");
        for (int i = 0; i < World.CHANNELS.size(); i++) {
            world.page()
                    .setUp(
                            World.CHANNELS.get(i),
                            People.USERS.get(0),
                            Map.of(
                                    "members",
                                    People.USERS,
                                    "meeting_day",
                                    days.get(i),
                                    "digest_days",
                                    List.of("MONDAY", "WEDNESDAY")));
        }
    }

    /** One round; answers all that is wrong after it. */
    List<String> play(int round) throws InterruptedException {
        Plan plan = Plan.of(seed, round);
        world.page().note("round " + round + ": " + plan);
        List<String> wrong = new ArrayList<>(storm(plan, round));
        world.calm();
        Duration ahead = plan.furthestAhead();
        if (!ahead.isZero()) {
            // What a wrong clock put off until then.
            world.moveClock(ahead);
        }
        Comparison.Tally tally = atRest(wrong);
        messages = tally.messages;
        wrong.addAll(tally.wrong);
        report.round(plan, tally);
        return wrong;
    }

    /** Compares once nothing is left to do, and anew where something was done meanwhile: the clock goes on by itself. */
    private Comparison.Tally atRest(List<String> wrong) throws InterruptedException {
        while (true) {
            List<String> unrest = await();
            String before = footprint();
            Comparison.Tally tally = Comparison.of(world.redis(), world.page(), model, world.now(), People.USERS);
            if (!unrest.isEmpty()) {
                unrest.forEach(what -> wrong.add("not at its end after " + CALMING + ": " + what));
                return tally;
            }
            if (footprint().equals(before)
                    && Unrest.of(world.redis(), GROUPS, world.now()).isEmpty()) {
                return tally;
            }
        }
    }

    /** Changes with every change of a group, and with every message that is sent or redrawn. */
    private String footprint() {
        return GROUPS.stream()
                .map(group -> "lectern:{" + group + "}:")
                .map(keys -> world.redis().get(keys + "revision")
                        + world.redis().hgetAll(keys + "outbox:wanted")
                        + world.redis().hgetAll(keys + "sent"))
                .toList()
                .toString();
    }

    private List<String> storm(Plan plan, int round) throws InterruptedException {
        long began = System.nanoTime();
        long harmBefore = world.kills() + world.cuts();
        world.door().weather(plan.badDoor());
        List<String> wrong = new ArrayList<>();
        Thread faults = inBackground(() -> wrong.addAll(world.goWrong(plan.faults(), began)));
        Thread clock = inBackground(() -> moveClock(plan, began));
        people.act(seed, round, began + Plan.LENGTH.toNanos());
        clock.join();
        faults.join();
        if (world.kills() + world.cuts() == harmBefore) {
            // What was planned met nobody.
            world.cutAll();
        }
        return wrong;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private static Thread inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    private void moveClock(Plan plan, long began) throws InterruptedException {
        for (Plan.ClockStep step : plan.steps()) {
            Thread.sleep(Math.max(0, step.at() - (System.nanoTime() - began) / 1_000_000));
            Instant now = world.now();
            Instant due = nextDue(now).orElse(now);
            world.moveClock(Duration.between(now, due.plus(step.beyond())), step.lags());
        }
    }

    /** Reads what is next on the groups' timelines, if Redis is there to be asked. */
    private Optional<Instant> nextDue(Instant after) {
        try {
            return GROUPS.stream()
                    .flatMap(
                            group -> world.redis().zrangeWithScores("lectern:{" + group + "}:timeline", 0, -1).stream())
                    .map(Tuple::getScore)
                    .map(score -> Instant.ofEpochMilli(score.longValue()))
                    .filter(after::isBefore)
                    .min(Instant::compareTo);
        } catch (RuntimeException away) {
            return Optional.empty();
        }
    }

    /** Lets time pass until nothing is left to do; answers what is left all the same. */
    private List<String> await() throws InterruptedException {
        long latest = System.nanoTime() + CALMING.toNanos();
        while (true) {
            List<String> unrest = Unrest.of(world.redis(), GROUPS, world.now());
            if (unrest.isEmpty() || System.nanoTime() - latest > 0) {
                return unrest;
            }
            Thread.sleep(TICK.toMillis());
            world.moveClock(TICK.multipliedBy(10));
        }
    }

    @Override
    public void close() {
        report.season(model, messages, world.kills(), world.cuts(), world.door().twice());
        world.close();
    }
}

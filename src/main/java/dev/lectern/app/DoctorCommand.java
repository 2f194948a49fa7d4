package dev.lectern.app;

import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.StatusFeature;
import dev.lectern.redis.Redis;
import dev.lectern.redis.RedisCheck;
import dev.lectern.redis.RedisClock;
import dev.lectern.work.Changes;
import dev.lectern.work.Due;
import dev.lectern.work.Parked;
import dev.lectern.work.Parking;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * {@code doctor}: looks at the Redis and the work in it, and releases or gives up what was put aside. It needs no
 * running Lectern and disturbs none. Exit 0 when all is well, 1 when something needs attention, 2 for wrong use.
 *
 * <p>{@code --json} prints one object: {@code ok}; {@code redis}, a list of {@code severity} ({@code refuses} or
 * {@code warns}) and {@code sentence}; {@code groups}, how many; {@code lateSeconds} of the longest waiting work, 0 for
 * none; {@code leftLying}, whether work that is to be done at once was taken by nobody; {@code sources}, a list of
 * sentences about sources that are down or late; {@code troubled}, a list of {@code group} and {@code reason}; {@code parked}, a list of {@code name} (for
 * {@code --release} and {@code --drop}), {@code group}, {@code kind} ({@code step} or {@code message}), {@code id},
 * {@code reason}, {@code since} (ISO 8601 in UTC, null where it cannot be read) and {@code advice}; {@code released} and
 * {@code dropped}, how many just now; {@code slack}, with {@code configured}, {@code settings} (each a
 * {@code setting}, {@code severity} and {@code sentence}) and {@code workspaces} (each a {@code name}, {@code trouble} or
 * null, and {@code missingScopes} with {@code scope}, {@code needed}, {@code use}, {@code without}).
 */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says whether all is well, and releases or gives up work that was put aside.")
final class DoctorCommand implements Callable<Integer> {
    private static final int NEEDS_ATTENTION = 1;
    private static final String ALL = "all";
    /** Whoever is at work takes what is due at once in less. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Supplier<Redis> redis;
    private final Function<UnifiedJedis, SlackCheckup> slack;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Option(
            names = "--release",
            paramLabel = "all|GROUP|NAME",
            description = "Let parked work be tried again: all of it, a group's (T1:C1), or one by its name.")
    private @Nullable String release;

    @Option(
            names = "--drop",
            paramLabel = "GROUP|NAME",
            description = "Give parked work up for good: a group's, or one by its name.")
    private @Nullable String drop;

    /** @param redis asked once, and closed afterwards */
    DoctorCommand(Supplier<Redis> redis) {
        this(redis, commands -> SlackCheckup.none());
    }

    /** @param slack asks Slack */
    DoctorCommand(Supplier<Redis> redis, Function<UnifiedJedis, SlackCheckup> slack) {
        this.redis = redis;
        this.slack = slack;
    }

    static SlackCheckup askSlack(UnifiedJedis redis) {
        return SlackCheckup.examine(Configuration.load(), redis);
    }

    static Redis unchecked() {
        Configuration configuration = Configuration.load();
        return Redis.open(configuration.redisUrl(), configuration.redisSentinelPassword(), configuration.data());
    }

    @Override
    public Integer call() {
        Optional<Chosen> toRelease = Optional.ofNullable(release).map(Chosen::read);
        Optional<Chosen> toDrop = Optional.ofNullable(drop).map(Chosen::read);
        if (toDrop.filter(chosen -> chosen.group().isEmpty()).isPresent()) {
            throw new WrongUse("--drop takes a group or one name, not all: what is given up does not come back");
        }
        try (Redis opened = redis.get()) {
            Checkup checkup = examine(opened.commands(), toRelease, toDrop).with(slack.apply(opened.commands()));
            print(checkup);
            return checkup.allIsWell() ? 0 : NEEDS_ATTENTION;
        } catch (JedisException e) {
            throw new Failure("Redis cannot be worked with: " + e.getMessage(), e);
        }
    }

    private static Checkup examine(UnifiedJedis redis, Optional<Chosen> toRelease, Optional<Chosen> toDrop) {
        Clock clock = new RedisClock(redis, () -> Demo.behind(redis).negated());
        Due due = new Due(redis);
        Parking parking = new Parking(redis, new Changes(redis, clock, due), due);
        parking.onChange(StatusFeature.telling(new GroupStore(redis)));
        var findings = RedisCheck.findings(redis);
        boolean leftLying = isLeftLying(due);
        Duration late = late(due, clock);
        int dropped = toDrop.map(chosen -> each(parking, chosen, parking::drop)).orElse(0);
        int released =
                toRelease.map(chosen -> each(parking, chosen, parking::release)).orElse(0);
        return new Checkup(
                findings,
                due.count(),
                late,
                leftLying,
                Sources.news(redis, clock).get(),
                due.troubled(),
                parked(parking),
                released,
                dropped);
    }

    private static List<Checkup.PutAside> parked(Parking parking) {
        return parking.groups().stream()
                .flatMap(group -> parking.of(group).stream().map(work -> new Checkup.PutAside(group, work)))
                .toList();
    }

    /** What is to be done at once has no time by which it could be late: it is left lying, if nobody takes it. */
    private static boolean isLeftLying(Due due) {
        long began = System.nanoTime();
        while (waitsAtOnce(due)) {
            if (System.nanoTime() - began > AT_ONCE.toNanos()) {
                return true;
            }
            pause();
        }
        return false;
    }

    private static boolean waitsAtOnce(Due due) {
        return due.oldest().filter(Instant.EPOCH::equals).isPresent();
    }

    private static Duration late(Due due, Clock clock) {
        return due.oldest()
                .filter(oldest -> !oldest.equals(Instant.EPOCH))
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .filter(late -> !late.isNegative())
                .orElse(Duration.ZERO);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Does it to each chosen one and answers to how many. */
    private static int each(Parking parking, Chosen chosen, BiFunction<GroupId, String, Optional<Parked>> what) {
        List<Checkup.PutAside> found =
                parked(parking).stream().filter(chosen::includes).toList();
        if (found.isEmpty() && chosen.group().isPresent()) {
            throw new Failure("nothing that is called " + chosen + " is parked; doctor alone lists what is");
        }
        return (int) found.stream()
                .filter(one -> what.apply(one.group(), one.work().key()).isPresent())
                .count();
    }

    private void print(Checkup checkup) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(checkup.json());
        } else {
            checkup.lines().forEach(out::println);
        }
        out.flush();
    }

    /**
     * Which parked work is meant.
     *
     * @param group empty for every group's
     * @param key empty for all of the group's
     */
    private record Chosen(Optional<GroupId> group, Optional<String> key) {

        /** Reads {@code all}, {@code T1:C1}, and {@code T1:C1/step/ballot.close/2026-04-09}. */
        static Chosen read(String text) {
            if (text.equals(ALL)) {
                return new Chosen(Optional.empty(), Optional.empty());
            }
            String[] parts = text.split("/", 2);
            try {
                return new Chosen(
                        Optional.of(GroupId.parse(parts[0])),
                        parts.length < 2 ? Optional.empty() : Optional.of(parts[1]));
            } catch (IllegalArgumentException e) {
                throw new WrongUse("'" + text + "' names no parked work: write all, a group as T1:C1, or a name "
                        + "as doctor lists it");
            }
        }

        boolean includes(Checkup.PutAside one) {
            return group.map(one.group()::equals).orElse(true)
                    && key.map(one.work().key()::equals).orElse(true);
        }

        @Override
        public String toString() {
            return group.map(GroupId::toString).orElse(ALL)
                    + key.map(name -> "/" + name).orElse("");
        }
    }
}

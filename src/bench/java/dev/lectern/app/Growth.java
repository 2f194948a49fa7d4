package dev.lectern.app;

import dev.lectern.ballot.BallotId;
import dev.lectern.ballot.BallotState;
import dev.lectern.ballot.BallotStore;
import dev.lectern.ballot.Voter;
import dev.lectern.work.GroupKeys;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.redis.BenchRedis;
import dev.lectern.work.Due;
import dev.lectern.work.WorkProbe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.Set;
import java.util.stream.IntStream;
import redis.clients.jedis.UnifiedJedis;

/** What a group costs that has nothing to do: time to find the others among many of them, and memory. */
final class Growth {
    private static final int DUE = 100;
    private static final int WARM_UP = 100;
    /** Of the copies so many are read back by the stores. */
    private static final int SAMPLES = 20;

    private final Sample idle;
    private final List<Integer> sizes;
    private final int rounds;
    private final Random random = new Random(3);

    Growth(Sample idle, List<Integer> sizes, int rounds) {
        this.idle = idle;
        this.sizes = sizes;
        this.rounds = rounds;
    }

    List<Table> run() {
        Table growth = new Table(
                "Growth: find and claim the %d groups that are due, and memory of the others".formatted(DUE),
                "groups",
                "median ms",
                "p99 ms",
                "median, to the first row",
                "nothing due: median ms",
                "Redis MB",
                "bytes a group",
                "filled in s");
        try (BenchRedis redis = BenchRedis.inMemory()) {
            UnifiedJedis commands = redis.commands();
            WorkProbe probe = new WorkProbe(commands);
            warmUp(commands, probe);
            long before = redis.usedMemory();
            int groups = 0;
            double first = 0;
            for (int size : sizes) {
                long began = System.nanoTime();
                idle.copyTo(commands, new Sample.Range(groups, size, true));
                double filled = (System.nanoTime() - began) / 1e9;
                groups = size;
                check(commands, probe, size);
                long used = redis.usedMemory() - before;
                Measured found = time(probe, size, rounds);
                Measured none = nothing(probe, rounds);
                first = first == 0 ? found.median() : first;
                growth.row(
                        size,
                        found.median(),
                        found.percentile(99),
                        "%.2f".formatted(found.median() / first),
                        none.median(),
                        used / 1_000_000,
                        used / size,
                        filled);
                Progress.say("growth: %,d groups done", size);
            }
            return List.of(growth, memory(commands));
        }
    }

    private void warmUp(UnifiedJedis commands, WorkProbe probe) {
        idle.copyTo(commands, new Sample.Range(0, sizes.get(0), true));
        time(probe, sizes.get(0), WARM_UP);
        nothing(probe, WARM_UP);
        commands.flushAll();
    }

    private Instant now() {
        return idle.next().minus(Duration.ofMinutes(1));
    }

    private Measured time(WorkProbe probe, int size, int times) {
        long[] took = new long[times];
        for (int round = 0; round < times; round++) {
            Set<GroupId> due = new HashSet<>();
            while (due.size() < Math.min(DUE, size)) {
                due.add(copy(random.nextInt(size)).group());
            }
            due.forEach(group -> probe.plan(group, now()));
            took[round] = probe.claimAll(now());
            if (!probe.held().equals(due)) {
                throw new IllegalStateException("claimed " + probe.held().size() + " groups of " + due.size());
            }
            probe.settle();
        }
        return Measured.nanos(took);
    }

    private Measured nothing(WorkProbe probe, int times) {
        return Measured.nanos(IntStream.range(0, times)
                .mapToLong(round -> probe.claimAll(now()))
                .toArray());
    }

    private static Sample.Copy copy(int number) {
        return new Sample.Range(number, number + 1, true).copies().findFirst().orElseThrow();
    }

    /** A copy must be to the real code what a group is that it wrote itself. */
    private void check(UnifiedJedis redis, WorkProbe probe, int size) {
        require(probe.groups() == size, "the buckets know " + probe.groups());
        BallotStore ballots = new BallotStore(redis, Clock.systemUTC(), () -> Duration.ZERO, new Due(redis));
        for (int i = 0; i < SAMPLES; i++) {
            Sample.Copy copy = copy(random.nextInt(size));
            GroupId id = copy.group();
            var group = new GroupStore(redis).find(id).orElseThrow();
            require(group.id().equals(id) && group.members().size() == SampleLife.MEMBERS, "not a group: " + group);
            require(new MeetingStore(redis).planned(id).size() == 2, "its meetings");
            require(redis.exists(new GroupKeys(id).of("digests")), "its digest");
            var ballot = ballots.all(id).get(0);
            require(ballot.state() == BallotState.CLOSED, "its ballot");
            var votes = ballots.votes(id, BallotId.parse(ballot.id().value()));
            require(votes.byVoter().keySet().equals(group.members().stream().map(Voter::of).collect(Collectors.toSet())), "votes");
            require(probe.nextStep(id).equals(idle.next().plus(copy.shift())), "its timeline");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("a copy is not what the real code wrote: " + otherwise);
        }
    }

    private Table memory(UnifiedJedis redis) {
        Table memory = new Table(
                "Memory of one idle group, by key (MEMORY USAGE)", "key", "encoding", "values", "packed", "bytes");
        String prefix = "lectern:{" + copy(0).group() + "}:";
        long sum = 0;
        for (Sample.Key part : idle.keys()) {
            String key = prefix + part.name();
            long bytes = redis.memoryUsage(key, 0);
            sum += bytes;
            memory.row(
                    part.name(),
                    redis.objectEncoding(key),
                    values(redis, key),
                    redis.dump(key).length,
                    bytes);
        }
        memory.row("together", "", "", "", sum);
        return memory;
    }

    private static long values(UnifiedJedis redis, String key) {
        return switch (redis.type(key)) {
            case "hash" -> redis.hlen(key);
            case "set" -> redis.scard(key);
            case "zset" -> redis.zcard(key);
            default -> 1;
        };
    }
}

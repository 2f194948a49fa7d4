package dev.lectern.app;

import dev.lectern.group.GroupId;
import dev.lectern.redis.BenchRedis;
import dev.lectern.work.WorkProbe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** How much due work one process finds, claims and leases in a second, with every write on disk. */
final class Throughput {
    private static final int ROUNDS = 3;

    private final Sample idle;
    private final int groups;

    Throughput(Sample idle, int groups) {
        this.idle = idle;
        this.groups = groups;
    }

    Table run() throws InterruptedException {
        Table table = new Table(
                "%,d groups due at once, one process, every write on disk".formatted(groups),
                "what",
                "groups a second: median of %d".formatted(ROUNDS),
                "worst");
        Sample.Range range = new Sample.Range(0, groups, false);
        List<GroupId> all = range.copies().map(Sample.Copy::group).toList();
        // By its timeline each is due later: so none is due again at once.
        Instant now = idle.next().minus(Duration.ofMinutes(1));
        try (BenchRedis redis = BenchRedis.durable()) {
            idle.copyTo(redis.commands(), range);
            WorkProbe probe = new WorkProbe(redis.commands());
            long[] claimed = new long[ROUNDS];
            long[] leased = new long[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                all.forEach(group -> probe.plan(group, now));
                claimed[round] = probe.claimAll(now);
                if (probe.held().size() != groups) {
                    throw new IllegalStateException("claimed " + probe.held().size());
                }
                probe.giveUp();
                leased[round] = probe.leaseAll(all, Clock.fixed(now, ZoneOffset.UTC));
                Progress.say("throughput: round %d done", round + 1);
            }
            row(table, "claimed", Measured.nanos(claimed));
            row(table, "claimed, leased, lease given back, claim settled", Measured.nanos(leased));
        }
        return table;
    }

    private void row(Table table, String what, Measured took) {
        table.row(what, groups / took.median() * 1000, groups / took.max() * 1000);
    }
}

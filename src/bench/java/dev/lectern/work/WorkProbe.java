package dev.lectern.work;

import dev.lectern.group.GroupId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.UnifiedJedis;

/** The parts of the work that its package keeps to itself, one at a time and measured. */
public final class WorkProbe {
    private final UnifiedJedis redis;
    private final Due due;
    private final List<Due.Claim> held = new ArrayList<>();

    public WorkProbe(UnifiedJedis redis) {
        this.redis = redis;
        this.due = new Due(redis);
    }

    /** Notes a new group in its bucket, as its first change does, without a trip of its own. */
    public static void note(AbstractPipeline pipeline, GroupId group, Instant step) {
        int bucket = Due.bucket(group);
        pipeline.sadd(Due.key("groups", bucket), group.toString());
        pipeline.zadd(Due.key(Due.due(Lane.STEPS), bucket), step.toEpochMilli(), group.toString());
    }

    /** A group has a step at that instant. */
    public void plan(GroupId group, Instant step) {
        due.touch(group, Next.in(Lane.STEPS, step.toEpochMilli()));
    }

    /** How many groups the buckets know. */
    public long groups() {
        return due.count();
    }

    /** When the group's next step is due by its own timeline, asked as a worker does: by a lease given back. */
    public Instant nextStep(GroupId group) {
        Lease lease = Lease.take(redis, group, Lane.STEPS).orElseThrow();
        return Instant.ofEpochMilli(lease.release().step());
    }

    /** Claims all that is due, as many at a time as a worker does; answers how many nanoseconds it took. */
    public long claimAll(Instant now) {
        long began = System.nanoTime();
        int claimed;
        do {
            List<Due.Claim> claims = due.claim(Lane.STEPS, now, Worker.STEP_CLAIMS);
            held.addAll(claims);
            claimed = claims.size();
        } while (claimed == Worker.STEP_CLAIMS);
        return System.nanoTime() - began;
    }

    /** Which groups are claimed, and not settled yet. */
    public Set<GroupId> held() {
        Set<GroupId> groups = new HashSet<>();
        held.forEach(claim -> groups.add(claim.group()));
        return groups;
    }

    /** Settles what is claimed; each group is then next due when its timeline says so. */
    public void settle() {
        held.forEach(
                claim -> due.settle(claim, Next.in(Lane.STEPS, nextStep(claim.group()).toEpochMilli())));
        held.clear();
    }

    /** Makes all due again that is claimed. */
    public void giveUp() {
        due.abandonClaims(Lane.STEPS);
        held.clear();
    }

    /**
     * Lets a worker like the real one claim these groups, which are due, take each one's lease, give it back, and settle
     * the claim; answers how many nanoseconds it took.
     */
    public long leaseAll(Collection<GroupId> groups, Clock clock) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(groups.size());
        LaneWorker worker = new LaneWorker(
                Lane.STEPS,
                Worker.STEP_THREADS,
                Worker.STEP_CLAIMS,
                due,
                clock,
                (group, stopping) -> {
                    Next next = Lease.take(redis, group, Lane.STEPS).orElseThrow().release();
                    left.countDown();
                    return java.util.Optional.of(next);
                },
                group -> false);
        long began = System.nanoTime();
        worker.start();
        left.await();
        long took = System.nanoTime() - began;
        worker.stop();
        worker.awaitStopped(System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
        return took;
    }
}

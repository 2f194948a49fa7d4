package dev.lectern.work;

import dev.lectern.group.GroupId;
import dev.lectern.redis.RedisTrouble;
import dev.lectern.work.Delivery.Attempt;
import dev.lectern.work.Delivery.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import redis.clients.jedis.UnifiedJedis;

/** Sends the messages of a group, those to one addressee in their order. */
final class GroupMessages implements LaneWorker.Turn {
    private static final Logger log = LoggerFactory.getLogger(GroupMessages.class);
    /** Then the others get their turn, long before the claim runs out. */
    private static final Duration TURN = Duration.ofSeconds(5);
    /** How often a closed place is tried by itself, in case nobody tells that it is open again. */
    private static final Duration KNOCK = Duration.ofHours(1);

    private static final Duration LONGEST_CLOSED = Duration.ofDays(14);

    private final UnifiedJedis redis;
    private final Clock clock;
    private final Changes changes;
    private final Outbox outbox;
    private final Delivery delivery;
    private final Parking parking;

    GroupMessages(UnifiedJedis redis, Clock clock, Changes changes, Outbox outbox, Delivery delivery, Parking parking) {
        this.redis = redis;
        this.clock = clock;
        this.changes = changes;
        this.outbox = outbox;
        this.delivery = delivery;
        this.parking = parking;
    }

    @Override
    public Optional<Next> run(GroupId group, BooleanSupplier stopping) {
        return Lease.during(redis, group, Lane.MESSAGES, lease -> {
            if (sendSome(lease, group, stopping)) {
                outbox.prune(group, clock.instant());
            }
        });
    }

    /** Answers whether there was anything to send. */
    private boolean sendSome(Lease lease, GroupId group, BooleanSupplier stopping) {
        long began = System.nanoTime();
        boolean sent = false;
        while (!stopping.getAsBoolean() && System.nanoTime() - began < TURN.toNanos()) {
            Optional<Outbox.Entry> first = outbox.first(group, clock.instant());
            if (first.isEmpty()) {
                break;
            }
            lease.keep();
            send(lease, group, first.get());
            sent = true;
        }
        return sent;
    }

    private void send(Lease lease, GroupId group, Outbox.Entry entry) {
        if (entry.message().isEmpty()) {
            park(group, entry, "what is to be sent cannot be read");
            return;
        }
        Outgoing message = entry.message().get();
        Instant began = clock.instant();
        outbox.trying(group, entry, began);
        Outcome outcome = outcome(lease, group, message, entry);
        if (outcome instanceof Outcome.Sent sent) {
            outbox.sent(group, entry, message, sent.receipt(), lease.fence());
            if (entry.tries().waited() > 0) {
                parking.open(group, message.to());
            }
        } else if (outcome instanceof Outcome.Closed closed) {
            closed(lease, group, entry, message, closed.reason());
        } else if (outcome instanceof Outcome.Dropped) {
            outbox.dropped(group, entry, message, lease.fence());
        } else if (outcome instanceof Outcome.Refused refused) {
            park(group, entry, refused.reason());
        } else if (outcome instanceof Outcome.Later later) {
            rest(group, entry, message, later, began);
        }
    }

    /** A message that cannot even be made must not keep the others waiting. */
    private Outcome outcome(Lease lease, GroupId group, Outgoing message, Outbox.Entry entry) {
        try {
            return delivery.deliver(new Attempt(
                    group,
                    message,
                    entry.before(),
                    thread(group, message),
                    entry.tries().unknownSince(),
                    lease));
        } catch (LeaseLost e) {
            throw e;
        } catch (RuntimeException e) {
            if (RedisTrouble.is(e)) {
                throw e;
            }
            log.error("{}: the message {} could not be made", group, entry.id(), e);
            return new Outcome.Refused("it could not be made: " + e.getMessage());
        }
    }

    /** Of one addressee the messages go in their order, so the one above it was sent already if it ever is. */
    private Optional<Delivery.Receipt> thread(GroupId group, Outgoing message) {
        return message.inThreadOf().flatMap(other -> outbox.receipt(group, other));
    }

    private void rest(GroupId group, Outbox.Entry entry, Outgoing message, Outcome.Later later, Instant began) {
        // Who is told when to come again has not failed.
        boolean told = later.after().isPresent() && !later.happened();
        Tries tries = told ? entry.tries().toldToWait() : entry.tries().failed(later.happened(), began);
        Instant now = clock.instant();
        Instant until = later.after()
                .map(after -> Backoff.spread(now, after, entry.tries().waited()))
                .orElseGet(() -> Backoff.next(now, tries.inVain()));
        log.atLevel(told ? Level.DEBUG : Level.WARN)
                .log("{}: the message {} waits until {}: {}", group, entry.id(), until, later.reason());
        outbox.rest(group, entry, message.to(), tries, until);
    }

    /** What is posted waits until somebody lets us in; what nobody missed for so long is given up. */
    private void closed(Lease lease, GroupId group, Outbox.Entry entry, Outgoing message, String reason) {
        Instant now = clock.instant();
        Optional<Instant> since = parking.closedSince(group, message.to());
        if (since.filter(then -> then.plus(LONGEST_CLOSED).isBefore(now)).isPresent()) {
            log.warn("{}: {} is given up, {} is closed since {}", group, entry.id(), message.to(), since.get());
            outbox.dropped(group, entry, message, lease.fence());
            return;
        }
        log.warn("{}: the message {} waits, {} takes nothing: {}", group, entry.id(), message.to(), reason);
        outbox.rest(group, entry, message.to(), entry.tries().toldToWait(), now.plus(KNOCK));
        parking.close(group, message.to(), reason);
    }

    private void park(GroupId group, Outbox.Entry entry, String reason) {
        log.error("{}: the message {} is parked: {}", group, entry.id(), reason);
        changes.apply(group, change -> {
            Outbox.unsend(change, entry.id());
            parking.park(change, Parked.message(entry.id(), reason, change.now(), entry.message()));
            return entry;
        });
        parking.note(group);
    }
}

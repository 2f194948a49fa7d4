package dev.lectern.slack;

import dev.lectern.work.Delivery.Attempt;
import dev.lectern.work.Delivery.Outcome;
import dev.lectern.work.Delivery.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks in a conversation whether a message got there of which nobody knows. Any thread. */
final class LookBack {
    private static final Logger log = LoggerFactory.getLogger(LookBack.class);

    /** How far Slack's clock and ours may be apart. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    /** Of a conversation's newest messages so many are looked at, if all of them are new enough. */
    private static final int FAR = 200;

    private final Workspaces workspaces;
    private final PacedCalls calls;

    LookBack(Workspaces workspaces, PacedCalls calls) {
        this.workspaces = workspaces;
        this.calls = calls;
    }

    /** @param sure whether the message would have been found if it were there */
    record Found(Optional<Receipt> place, boolean sure) {
        static final Found UNSURE = new Found(Optional.empty(), false);
        static final Found NOT_THERE = new Found(Optional.empty(), true);
    }

    /**
     * @param thread the message in whose thread it would stand; empty for one that stands by itself
     * @param since when the first try began that may have got there
     */
    Found lookFor(
            Predicate<HistoryPage.Entry> it, Attempt attempt, String channel, Optional<Receipt> thread, Instant since)
            throws SlackFailure {
        try {
            return lookThrough(it, attempt, channel, thread, since.minus(CLOCKS_DIFFER));
        } catch (SlackFailure e) {
            if (e.code().equals("missing_scope")) {
                log.debug(
                        "{}: {} can't be looked for without the history scope",
                        attempt.group(),
                        attempt.message().id());
                return Found.UNSURE;
            }
            throw e;
        }
    }

    /** What may be there and can't be looked for is not repeated. */
    static Outcome left(Attempt attempt) {
        log.warn(
                "{}: {} may be there and can't be looked for: not repeated",
                attempt.group(),
                attempt.message().id());
        return new Outcome.Dropped();
    }

    private Found lookThrough(
            Predicate<HistoryPage.Entry> it, Attempt attempt, String channel, Optional<Receipt> thread, Instant oldest)
            throws SlackFailure {
        HistoryPage page = history(attempt, channel, thread, Optional.empty());
        int seen = page.entries().size();
        Optional<String> ts = page.find(it);
        // A thread is read from its beginning.
        while (ts.isEmpty() && page.next().isPresent() && (thread.isPresent() || !page.reachesBefore(oldest))) {
            if (seen >= FAR) {
                return Found.UNSURE;
            }
            page = history(attempt, channel, thread, page.next());
            seen += page.entries().size();
            ts = page.find(it);
        }
        return ts.map(found -> new Found(Optional.of(new Receipt(channel, found)), true))
                .orElse(Found.NOT_THERE);
    }

    private HistoryPage history(Attempt attempt, String channel, Optional<Receipt> thread, Optional<String> cursor)
            throws SlackFailure {
        HistoryCalls slack = workspaces.of(attempt.group().team()).history();
        return thread.isPresent()
                ? calls.call(attempt, Pace.lookingIntoThread(), () -> slack.replies(thread.get(), cursor))
                : calls.call(attempt, Pace.lookingUp(), () -> slack.newest(channel, cursor));
    }
}

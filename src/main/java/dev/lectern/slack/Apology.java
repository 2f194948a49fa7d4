package dev.lectern.slack;

import dev.lectern.redis.RedisTrouble;
import dev.lectern.work.UnreadableState;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says to a person what went wrong and what to do, and to the operator's log why. Any thread. */
final class Apology {
    private static final Logger log = LoggerFactory.getLogger(Apology.class);

    /** An outage of Redis is over when no request failed for so long. */
    private static final Duration OVER = Duration.ofMinutes(1);

    static final String AWAY = "I can't reach my memory just now, so I can't tell whether this was taken. "
            + "Look again in a minute, and do it again if it is missing.";
    static final String LATE = "This takes longer than Slack lets me, so I can't tell yet whether it was taken. "
            + "Look again in a minute, and do it again if it is missing.";
    static final String REFUSED = "My memory takes nothing new just now, so nothing was changed. Tell whoever runs "
            + "Lectern that Redis needs room or is set to read only; then do it again.";
    static final String UNREADABLE = "I can't read what I know about this, so nothing was changed. "
            + "Tell whoever runs Lectern: the log says what it is and the way out.";

    private final AtomicLong lastFailure = new AtomicLong(
            System.nanoTime() - OVER.toNanos() - Duration.ofSeconds(1).toNanos());

    /** One or two sentences in mrkdwn. */
    String about(RuntimeException failure) {
        if (RedisTrouble.is(failure)) {
            noteOutage(failure);
            return RedisTrouble.refusesWrites(failure) ? REFUSED : AWAY;
        }
        if (failure instanceof UnreadableState unreadable) {
            log.error("a request was not answered: {}", unreadable.getMessage());
            return UNREADABLE;
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("request {} failed", reference, failure);
        return "Something went wrong on our side and nothing was changed. Please try again; if it "
                + "stays, tell whoever runs Lectern the reference `" + reference + "`.";
    }

    private void noteOutage(RuntimeException failure) {
        long now = System.nanoTime();
        if (now - lastFailure.getAndSet(now) > OVER.toNanos()) {
            log.warn("Redis cannot be worked with, and people are told so: {}", failure.getMessage());
        }
    }
}

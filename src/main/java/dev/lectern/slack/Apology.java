package dev.lectern.slack;

import dev.lectern.redis.RedisTrouble;
import dev.lectern.text.Texts;
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

    private static final Texts TEXTS = Texts.of(Apology.class);

    private final AtomicLong lastFailure = new AtomicLong(
            System.nanoTime() - OVER.toNanos() - Duration.ofSeconds(1).toNanos());

    /** One or two sentences in mrkdwn. */
    String about(RuntimeException failure) {
        if (RedisTrouble.is(failure)) {
            noteOutage(failure);
            return TEXTS.say(RedisTrouble.refusesWrites(failure) ? "apology.refused" : "apology.away");
        }
        if (failure instanceof UnreadableState unreadable) {
            log.error("a request was not answered: {}", unreadable.getMessage());
            return TEXTS.say("apology.unreadable");
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("request {} failed", reference, failure);
        return TEXTS.say("apology.wrong", "reference", reference);
    }

    /** Nobody knows yet what becomes of it. */
    static String late() {
        return TEXTS.say("apology.late");
    }

    private void noteOutage(RuntimeException failure) {
        long now = System.nanoTime();
        if (now - lastFailure.getAndSet(now) > OVER.toNanos()) {
            log.warn("Redis cannot be worked with, and people are told so: {}", failure.getMessage());
        }
    }
}

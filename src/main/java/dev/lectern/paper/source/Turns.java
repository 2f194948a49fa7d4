package dev.lectern.paper.source;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits until it is a question's turn, at the pace of all processes together. Any thread. */
final class Turns {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final SitePaceStore paces;
    private final SiteRules rules;

    Turns(SitePaceStore paces, SiteRules rules) {
        this.paces = paces;
        this.rules = rules;
    }

    /** What is done in one's turn. */
    interface Work<T> {
        T run() throws FailedTry;
    }

    <T> T inTurn(Work<T> work) throws FailedTry {
        long until = System.nanoTime() + rules.times().patience().toNanos();
        if (!rules.pace().alone()) {
            awaitPace(until);
            return work.run();
        }
        long hold = awaitHold(until);
        try {
            awaitPace(until);
            return work.run();
        } finally {
            paces.release(rules.name(), hold);
        }
    }

    private long awaitHold(long until) throws FailedTry {
        Duration longest = rules.times().patience().plus(rules.times().answer()).plus(MARGIN);
        while (true) {
            Optional<Long> hold = paces.hold(rules.name(), longest);
            if (hold.isPresent()) {
                return hold.get();
            }
            pause(LOOK_AGAIN, until);
        }
    }

    private void awaitPace(long until) throws FailedTry {
        while (true) {
            Optional<Duration> wait = paces.take(rules.name(), rules.pace());
            if (wait.isEmpty()) {
                return;
            }
            pause(wait.get(), until);
        }
    }

    /** @throws FailedTry when the pause would end later than that */
    private static void pause(Duration length, long until) throws FailedTry {
        if (length.toNanos() > until - System.nanoTime()) {
            throw FailedTry.notAsked("was not asked: too many questions wait for it, or it wants to be left alone");
        }
        sleep(length);
    }

    static void sleep(Duration length) throws FailedTry {
        try {
            TimeUnit.MILLISECONDS.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FailedTry.notAsked("was not asked, as Lectern is stopping");
        }
    }
}

package dev.lectern.work;

import dev.lectern.group.GroupId;
import dev.lectern.redis.RedisTrouble;
import dev.lectern.redis.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;

/**
 * Goes over all groups again and again, gently, and notes anew when each is due and whether some of its work is parked:
 * so the wake-ups, which are only a hint, become right again whatever they lost.
 */
final class Sweep {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final Duration FROM_ONE_TO_THE_NEXT = Duration.ofSeconds(10);
    private static final int PAGE = 50;
    /** About five hundred groups a second. */
    private static final Duration BETWEEN_PAGES = Duration.ofMillis(100);

    private static final Script LOOK = Script.load("outbox", "look");

    private final UnifiedJedis redis;
    private final Due due;
    private final Predicate<GroupId> resting;
    private final Thread thread = LaneWorker.named("lectern-sweep").newThread(this::loop);
    private volatile boolean stopped;

    Sweep(UnifiedJedis redis, Due due, Predicate<GroupId> resting) {
        this.redis = redis;
        this.due = due;
        this.resting = resting;
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopped = true;
        thread.interrupt();
    }

    private void loop() {
        while (!stopped) {
            try {
                once(BETWEEN_PAGES);
            } catch (RuntimeException e) {
                if (!stopped && !RedisTrouble.is(e)) {
                    log.error("the sweep over all groups failed", e);
                }
            }
            pause(FROM_ONE_TO_THE_NEXT);
        }
    }

    /** Looks at every group once. */
    void once(Duration betweenPages) {
        for (int bucket = 0; bucket < Due.BUCKETS && !stopped; bucket++) {
            String cursor = Due.Page.START;
            Due.Page page;
            do {
                page = due.groups(bucket, cursor, PAGE);
                page.groups().forEach(this::look);
                cursor = page.cursor();
                if (!page.groups().isEmpty()) {
                    pause(betweenPages);
                }
            } while (!page.isLast() && !stopped);
        }
    }

    private void look(GroupId group) {
        try {
            if (resting.test(group)) {
                return;
            }
            GroupKeys keys = new GroupKeys(group);
            List<String> names = new ArrayList<>(keys.forScripts());
            names.add(keys.parked());
            List<?> found = (List<?>) LOOK.run(redis, names, List.of());
            due.touch(group, Next.read(found));
            due.noteParked(group, (Long) found.get(2));
        } catch (RuntimeException e) {
            if (RedisTrouble.is(e)) {
                throw e;
            }
            // Whoever claims it says what troubles it.
            due.touch(group, Next.AT_ONCE);
        }
    }

    private void pause(Duration length) {
        if (length.isZero() || stopped) {
            return;
        }
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}

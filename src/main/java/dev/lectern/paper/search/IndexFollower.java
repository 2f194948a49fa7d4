package dev.lectern.paper.search;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an index up to date, again and again: what any process keeps is found here a second later. */
public final class IndexFollower implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(IndexFollower.class);
    private static final Duration REST = Duration.ofSeconds(1);
    /** A refresh that is under way is let finish; building anew takes the longest. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PaperIndex index;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread follower = new Thread(work, "lectern-index");
        follower.setDaemon(true);
        return follower;
    });
    private boolean failing;

    private IndexFollower(PaperIndex index) {
        this.index = index;
    }

    /** @param index closed by whoever opened it, after this */
    public static IndexFollower start(PaperIndex index) {
        IndexFollower follower = new IndexFollower(index);
        follower.thread.scheduleWithFixedDelay(follower::refresh, 0, REST.toMillis(), TimeUnit.MILLISECONDS);
        return follower;
    }

    private void refresh() {
        try {
            index.refresh();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("the index of papers falls behind until this is mended: {}", e.toString());
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("the index of papers was still being brought up to date");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

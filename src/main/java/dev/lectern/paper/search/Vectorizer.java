package dev.lectern.paper.search;

import dev.lectern.paper.ChangedPapers;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it, in the background, that each paper has a vector of its present text, the newest first, and after that that
 * papers without a summary have telling sentences. One thread that works on few papers at a time; every process may run
 * one, and they share the work. What a crash cut short is taken up by another, or at the next start.
 */
public final class Vectorizer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Vectorizer.class);
    private static final int PAGE = 200;
    /** Few, so that what comes in meanwhile does not wait for long, and a stop even less. */
    private static final int AT_ONCE = 8;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
    /** How often to look for what dead processes left. */
    private static final long RECOVER_NANOS = Duration.ofSeconds(15).toNanos();

    private final PaperStore papers;
    private final VectorMaker maker;
    private final TellingMaker telling;
    private final Duration pause;
    private final PendingPapers withoutVector = new PendingPapers();
    private final PendingPapers withoutSummary = new PendingPapers();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::work, "lectern-vectors");
    private long seen;
    private long recovered = System.nanoTime();

    public Vectorizer(PaperStore papers, VectorStore vectors, Embedder embedder) {
        this(papers, vectors, embedder, Duration.ofSeconds(2));
    }

    /** @param pause how often to look whether papers changed */
    Vectorizer(PaperStore papers, VectorStore vectors, Embedder embedder, Duration pause) {
        this.papers = papers;
        this.maker = new VectorMaker(papers, vectors, embedder);
        this.telling = new TellingMaker(papers, vectors, embedder);
        this.pause = pause;
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    /** Works until closed. */
    public void start() {
        thread.start();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void work() {
        Duration backoff = pause;
        boolean looked = false;
        while (!isStopped()) {
            try {
                if (!looked) {
                    lookAtAll();
                    looked = true;
                }
                boolean busy = workOnce();
                backoff = pause;
                if (!busy) {
                    await(pause);
                }
            } catch (ModelUnavailable e) {
                log.error("papers are found by their words only: {}", e.getMessage());
                return;
            } catch (RuntimeException e) {
                noteTrouble(e, backoff.equals(pause));
                await(backoff);
                backoff = backoff.multipliedBy(2).compareTo(LONGEST_BACKOFF) < 0
                        ? backoff.multipliedBy(2)
                        : LONGEST_BACKOFF;
            }
        }
    }

    private void noteTrouble(RuntimeException e, boolean first) {
        if (first && !isStopped()) {
            log.warn("the papers' vectors have to wait: {}", e.toString());
            log.debug("in full", e);
        }
    }

    private void await(Duration length) {
        try {
            if (stopped.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("stopped");
            }
        } catch (InterruptedException e) {
            stopped.countDown();
        }
    }

    private void lookAtAll() {
        seen = papers.lastChange();
        List<PaperId> ids = new ArrayList<>(papers.ids());
        for (int from = 0; from < ids.size() && !isStopped(); from += PAGE) {
            look(ids.subList(from, Math.min(from + PAGE, ids.size())));
        }
    }

    /** Answers whether there may be more to do at once. */
    private boolean workOnce() {
        ChangedPapers changed = papers.changedAfter(seen, PAGE);
        look(changed.ids());
        seen = changed.upTo();
        if (System.nanoTime() - recovered > RECOVER_NANOS) {
            recovered = System.nanoTime();
            maker.recover(AT_ONCE, this::isStopped);
        }
        if (!withoutVector.isEmpty()) {
            List<PaperId> newest = withoutVector.first(AT_ONCE);
            maker.make(newest, this::isStopped);
            newest.forEach(withoutVector::remove);
            return true;
        }
        if (!withoutSummary.isEmpty()) {
            List<PaperId> newest = withoutSummary.first(1);
            telling.make(newest, this::isStopped);
            newest.forEach(withoutSummary::remove);
            return true;
        }
        return changed.ids().size() == PAGE;
    }

    private void look(Collection<PaperId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        ids.forEach(withoutVector::remove);
        ids.forEach(withoutSummary::remove);
        List<Paper> known = maker.known(ids);
        maker.lacking(known).forEach(withoutVector::add);
        known.stream().filter(TellingMaker::isWanted).forEach(withoutSummary::add);
    }

    /** Takes on nothing new and waits for the text in hand; what was claimed besides is left to others. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(LONGEST_STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

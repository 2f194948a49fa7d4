package dev.lectern.paper.search;

import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the vectors of many papers while somebody waits for it, with all processors. For one thread, and once. */
public final class VectorRun {
    private static final Logger log = LoggerFactory.getLogger(VectorRun.class);
    private static final int PAGE = 200;
    private static final int AT_ONCE = 8;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

    private final VectorMaker maker;
    private final int threads;
    private final AtomicBoolean stop = new AtomicBoolean();

    /** Told how many of the papers have their vector by now. Any thread, one at a time. */
    @FunctionalInterface
    public interface Progress {
        void done(int papers, int of);
    }

    /** @param threads how many texts are read at a time */
    public VectorRun(VectorMaker maker, int threads) {
        this.maker = maker;
        this.threads = threads;
    }

    /**
     * Returns when each of these papers has a vector, made here or by another process.
     *
     * @return how many lacked one
     * @throws ModelUnavailable when there is no model on this machine
     * @throws InterruptedException when the caller shall wait no longer; what is made is kept
     */
    public int run(Collection<PaperId> papers, Progress progress) throws InterruptedException {
        List<PaperId> lacking = lacking(papers);
        AtomicInteger done = new AtomicInteger();
        List<PaperId> left = lacking;
        while (!left.isEmpty() && !stop.get()) {
            int before = left.size();
            left = once(left, done, lacking.size(), progress);
            if (left.size() == before) {
                // All of these are in other processes' hands.
                Thread.sleep(PAUSE.toMillis());
            }
        }
        return lacking.size();
    }

    private List<PaperId> lacking(Collection<PaperId> papers) {
        List<PaperId> ids = papers.stream().distinct().toList();
        List<PaperId> lacking = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PAGE) {
            List<PaperId> page = ids.subList(from, Math.min(from + PAGE, ids.size()));
            maker.lacking(maker.known(page)).stream().map(Paper::id).forEach(lacking::add);
        }
        return lacking;
    }

    /** Answers those that other processes have in hand. */
    private List<PaperId> once(List<PaperId> ids, AtomicInteger done, int of, Progress progress)
            throws InterruptedException {
        Queue<List<PaperId>> portions = new ConcurrentLinkedQueue<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            portions.add(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
        }
        ExecutorService hands = Executors.newFixedThreadPool(threads);
        Thread atExit = new Thread(() -> stop(hands), "lectern-vectors-stop");
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            Callable<List<PaperId>> hand = () -> {
                List<PaperId> left = new ArrayList<>();
                for (List<PaperId> next = portions.poll(); next != null && !stop.get(); next = portions.poll()) {
                    List<PaperId> busy = maker.make(next, stop::get);
                    left.addAll(busy);
                    tell(progress, done, next.size() - busy.size(), of);
                }
                return left;
            };
            List<PaperId> left = new ArrayList<>();
            for (Future<List<PaperId>> ended : hands.invokeAll(Collections.nCopies(threads, hand))) {
                left.addAll(got(ended));
            }
            return left;
        } finally {
            hands.shutdown();
            if (!atExit.isAlive()) {
                forget(atExit);
            }
        }
    }

    /** Ctrl-C: the texts in hand are finished and kept, the others left to whoever is next. */
    private void stop(ExecutorService hands) {
        stop.set(true);
        hands.shutdown();
        try {
            if (!hands.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("some texts were still in hand");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            log.debug("the process ends already", e);
        }
    }

    private synchronized void tell(Progress progress, AtomicInteger done, int more, int of) {
        progress.done(done.addAndGet(more), of);
    }

    private static List<PaperId> got(Future<List<PaperId>> ended) throws InterruptedException {
        try {
            return ended.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException inner) {
                throw inner;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}

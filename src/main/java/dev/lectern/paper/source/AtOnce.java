package dev.lectern.paper.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts questions to several sources at the same time, so that one that is slow or down delays no other. Any thread. */
final class AtOnce implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AtOnce.class);

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "lookup");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * A question to one source.
     *
     * @param name of the source, for people
     */
    record Question<T>(String name, Callable<T> put) {}

    /** What the source told, or why it told nothing. */
    record Answer<T>(Optional<T> told, Optional<SourceTrouble> trouble) {}

    /**
     * Answers in the order of the questions.
     *
     * @param patience for all of them together
     */
    <T> List<Answer<T>> ask(List<Question<T>> questions, Duration patience) throws InterruptedException {
        List<Future<T>> futures = threads.invokeAll(
                questions.stream().map(Question::put).toList(), patience.toMillis(), TimeUnit.MILLISECONDS);
        List<Answer<T>> answers = new ArrayList<>();
        for (int i = 0; i < futures.size(); i++) {
            answers.add(answer(questions.get(i).name(), futures.get(i)));
        }
        return answers;
    }

    private static <T> Answer<T> answer(String name, Future<T> future) throws InterruptedException {
        try {
            return new Answer<>(Optional.of(future.get()), Optional.empty());
        } catch (ExecutionException e) {
            return new Answer<>(Optional.empty(), Optional.of(trouble(name, e)));
        } catch (CancellationException e) {
            return new Answer<>(
                    Optional.empty(),
                    Optional.of(new SourceTrouble(SourceTrouble.Kind.LATER, name + " did not answer in time", e)));
        }
    }

    private static SourceTrouble trouble(String name, ExecutionException e) {
        if (e.getCause() instanceof SourceTrouble known) {
            return known;
        }
        log.error("{} could not be asked", name, e);
        return new SourceTrouble(SourceTrouble.Kind.LATER, name + " could not be asked", e);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

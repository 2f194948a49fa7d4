package dev.lectern.paper.source;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.Trust;
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
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All sources that tell of single papers, asked at the same time and within a time; what they tell is joined, and who
 * stands earlier is believed first. Where none of them could know a paper, its page is asked. Any thread.
 */
public final class Lookups implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Lookups.class);

    private final List<Lookup> sources;
    private final Optional<Lookup> page;
    private final Duration patience;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "lookup");
        thread.setDaemon(true);
        return thread;
    });

    /** What became of a question. */
    public sealed interface Answer {}

    public record Told(Draft draft) implements Answer {}

    /** @param clause why nobody can tell, for a person; asking again will not help */
    public record Untold(String clause) implements Answer {}

    /** @param clause why nobody could tell now, for a person */
    public record Later(String clause) implements Answer {}

    /**
     * @param sources in the order in which they are believed
     * @param page asked where none of them could know the paper; empty where pages are not asked
     * @param patience for all of them together
     */
    public Lookups(List<Lookup> sources, Optional<Lookup> page, Duration patience) {
        this.sources = List.copyOf(sources);
        this.page = page;
        this.patience = patience;
    }

    /** A source that is not asked of papers that arXiv has, since arXiv knows them better. */
    public static Lookup unlessArxiv(Lookup source) {
        return new Lookup() {
            @Override
            public boolean takes(Names names) {
                return names.arxiv().isEmpty() && source.takes(names);
            }

            @Override
            public Optional<Draft> find(Names names) throws SourceTrouble {
                return source.find(names);
            }
        };
    }

    /** Asks whoever could know; one that is down keeps nobody else from answering. */
    public Answer find(Names names) {
        List<Lookup> fitting =
                sources.stream().filter(source -> source.takes(names)).toList();
        List<Lookup> asked = fitting.isEmpty()
                ? page.filter(known -> known.takes(names)).stream().toList()
                : fitting;
        if (asked.isEmpty()) {
            return new Untold("that leads to no source that I know");
        }
        try {
            return joined(
                    names, threads.invokeAll(questions(asked, names), patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Later("Lectern is stopping");
        }
    }

    private static List<Callable<Optional<Draft>>> questions(List<Lookup> asked, Names names) {
        return asked.stream()
                .map(source -> (Callable<Optional<Draft>>) () -> source.find(names))
                .toList();
    }

    private static Answer joined(Names names, List<Future<Optional<Draft>>> answers) throws InterruptedException {
        Optional<Draft> told = Optional.empty();
        List<SourceTrouble> troubles = new ArrayList<>();
        for (Future<Optional<Draft>> answer : answers) {
            try {
                Optional<Draft> next = answer.get();
                Optional<Draft> before = told;
                told = next.map(draft -> joined(before, draft)).or(() -> before);
            } catch (ExecutionException e) {
                troubles.add(trouble(e));
            } catch (CancellationException e) {
                troubles.add(new SourceTrouble(SourceTrouble.Kind.LATER, "the source did not answer in time", e));
            }
        }
        return told.<Answer>map(Told::new).orElseGet(() -> nobody(names, troubles));
    }

    /** Whoever comes later only adds to it: a merge believes equals alike. */
    private static Draft joined(Optional<Draft> before, Draft draft) {
        return before.map(first -> first.merge(draft.toldBy(Trust.COPIED))).orElse(draft);
    }

    private static SourceTrouble trouble(ExecutionException e) {
        if (e.getCause() instanceof SourceTrouble known) {
            return known;
        }
        log.error("a source could not be asked", e);
        return new SourceTrouble(SourceTrouble.Kind.LATER, "the source could not be asked", e);
    }

    private static Answer nobody(Names names, List<SourceTrouble> troubles) {
        Optional<String> later = clause(troubles, SourceTrouble.Kind.LATER);
        Optional<String> never = clause(troubles, SourceTrouble.Kind.NEVER);
        return later.<Answer>map(Later::new)
                .orElseGet(() -> new Untold(never.orElseGet(() -> "nobody knows " + written(names))));
    }

    private static Optional<String> clause(List<SourceTrouble> troubles, SourceTrouble.Kind kind) {
        return troubles.stream()
                .filter(trouble -> trouble.kind() == kind)
                .map(trouble -> String.valueOf(trouble.getMessage()))
                .findFirst();
    }

    /** How a paper is called while nothing is known but its name. */
    public static String written(Names names) {
        return Stream.of(
                        names.arxiv().map(id -> "arXiv:" + id),
                        names.doi().map(id -> "doi:" + id),
                        names.openReview().map(id -> "OpenReview's " + id),
                        names.page())
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("that paper");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

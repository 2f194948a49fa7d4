package dev.lectern.paper.source;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.Trust;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All sources that tell of single papers, asked at the same time and within a time; what they tell is joined, and who
 * stands earlier is believed first. Where none of them could know a paper, its page is asked. Any thread.
 */
public final class Lookups implements AutoCloseable {
    private final List<Lookup> sources;
    private final Optional<Lookup> page;
    private final Duration patience;
    private final AtOnce atOnce = new AtOnce();

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
            return joined(names, atOnce.ask(questions(asked, names), patience));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Later("Lectern is stopping");
        }
    }

    private static List<AtOnce.Question<Optional<Draft>>> questions(List<Lookup> asked, Names names) {
        return asked.stream()
                .map(source -> new AtOnce.Question<>("the source", () -> source.find(names)))
                .toList();
    }

    private static Answer joined(Names names, List<AtOnce.Answer<Optional<Draft>>> answers) {
        Optional<Draft> told = Optional.empty();
        List<SourceTrouble> troubles = new ArrayList<>();
        for (AtOnce.Answer<Optional<Draft>> answer : answers) {
            Optional<Draft> before = told;
            told = answer.told()
                    .flatMap(Function.identity())
                    .map(draft -> joined(before, draft))
                    .or(() -> before);
            answer.trouble().ifPresent(troubles::add);
        }
        return told.<Answer>map(Told::new).orElseGet(() -> nobody(names, troubles));
    }

    /** Whoever comes later only adds to it: a merge believes equals alike. */
    private static Draft joined(Optional<Draft> before, Draft draft) {
        return before.map(first -> first.merge(draft.toldBy(Trust.COPIED))).orElse(draft);
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
        atOnce.close();
    }
}

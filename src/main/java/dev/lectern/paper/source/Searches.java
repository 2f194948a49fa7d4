package dev.lectern.paper.source;

import dev.lectern.paper.Draft;
import dev.lectern.text.Enumerations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sites that are searched for papers which nobody here knows yet: all at the same time, within a time. Any thread. */
public final class Searches implements AutoCloseable {
    /** More than anybody looks at: some of them turn out to be the same. */
    private static final int MOST_EACH = 10;

    private final List<Place> places;
    private final Duration patience;
    private final AtOnce atOnce = new AtOnce();

    /** Finds papers by words. */
    @FunctionalInterface
    public interface Search {
        /** The likeliest papers first, at most so many. */
        Listed find(String words, int most) throws SourceTrouble;
    }

    /**
     * A site that can be searched.
     *
     * @param name as people call it
     */
    public record Place(String name, Search search) {}

    /**
     * What came of a search.
     *
     * @param papers the likeliest first, from each site in turn; what several sites found is there several times
     * @param troubles why a site told nothing, or not all: clauses for a person that name the site
     */
    public record Found(List<Draft> papers, List<String> troubles) {
        public Found {
            papers = List.copyOf(papers);
            troubles = List.copyOf(troubles);
        }
    }

    /**
     * @param places at least one, whoever is believed first standing first
     * @param patience for all of them together
     */
    public Searches(List<Place> places, Duration patience) {
        if (places.isEmpty()) {
            throw new IllegalArgumentException("no site to search");
        }
        this.places = List.copyOf(places);
        this.patience = patience;
    }

    /** Such as {@code arXiv and Hugging Face}. */
    public String names() {
        return Enumerations.and(places.stream().map(Place::name).toList());
    }

    /** Asks all of them; one that is down keeps no other from answering. */
    public Found find(String words) {
        try {
            return together(atOnce.ask(
                    places.stream()
                            .map(place -> new AtOnce.Question<>(
                                    place.name(), () -> place.search().find(words, MOST_EACH)))
                            .toList(),
                    patience));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Found(List.of(), List.of("Lectern is stopping"));
        }
    }

    private static Found together(List<AtOnce.Answer<Listed>> answers) {
        List<List<Draft>> found = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        for (AtOnce.Answer<Listed> answer : answers) {
            answer.told().map(Listed::papers).ifPresent(found::add);
            Stream.of(
                            answer.told().flatMap(Listed::problem),
                            answer.trouble().map(trouble -> String.valueOf(trouble.getMessage())))
                    .flatMap(Optional::stream)
                    .forEach(troubles::add);
        }
        return new Found(inTurn(found), troubles);
    }

    private static List<Draft> inTurn(List<List<Draft>> found) {
        return IntStream.range(0, MOST_EACH)
                .boxed()
                .flatMap(rank ->
                        found.stream().filter(papers -> rank < papers.size()).map(papers -> papers.get(rank)))
                .toList();
    }

    @Override
    public void close() {
        atOnce.close();
    }
}

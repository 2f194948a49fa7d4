package dev.lectern.ballot;

import dev.lectern.ballot.count.Preference;
import dev.lectern.paper.PaperId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What one person answers to a ballot; which of these, the ballot's method says. Immutable. */
public sealed interface Vote {
    /** Every paper that the vote speaks of, in its order. */
    Set<PaperId> papers();

    /** The papers that the person would like to read. */
    Set<PaperId> liked();

    /** With each paper under the id by which it is known now. */
    Vote knownAs(Map<PaperId, PaperId> canonical);

    /** Without what it says of other papers. */
    Vote only(Predicate<PaperId> offered);

    /** As it is counted; must not be empty. */
    Preference counted(Preference.Kind asked);

    /** Whether it says nothing at all, as when the last approval was taken back; then it is no vote. */
    default boolean isEmpty() {
        return papers().isEmpty();
    }

    /** Papers that the person would like to read; with plurality, one. */
    record Approves(Set<PaperId> papers) implements Vote {
        public Approves {
            papers = Collections.unmodifiableSet(new LinkedHashSet<>(papers));
        }

        public static Approves of(PaperId... papers) {
            return new Approves(new LinkedHashSet<>(List.of(papers)));
        }

        @Override
        public Set<PaperId> liked() {
            return papers;
        }

        @Override
        public Approves only(Predicate<PaperId> offered) {
            return new Approves(papers.stream().filter(offered).collect(Collectors.toCollection(LinkedHashSet::new)));
        }

        @Override
        public Preference counted(Preference.Kind asked) {
            return asked == Preference.Kind.CHOICE
                    ? new Preference.Choice(papers.iterator().next().value())
                    : new Preference.Approvals(ids(papers));
        }

        @Override
        public Approves knownAs(Map<PaperId, PaperId> canonical) {
            return new Approves(papers.stream()
                    .map(paper -> canonical.getOrDefault(paper, paper))
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }

    /** How much the person would like to read each paper: 0, not at all, to {@link #HIGHEST}. Some may be left out. */
    record Scores(Map<PaperId, Integer> scores) implements Vote {
        public static final int HIGHEST = 5;

        public Scores {
            scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
            scores.forEach((paper, score) -> {
                if (score < 0 || score > HIGHEST) {
                    throw new IllegalArgumentException("a score of " + score + " for " + paper);
                }
            });
        }

        @Override
        public Set<PaperId> papers() {
            return scores.keySet();
        }

        /** Those with more than half of the highest score. */
        @Override
        public Set<PaperId> liked() {
            return scores.entrySet().stream()
                    .filter(score -> score.getValue() * 2 > HIGHEST)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        @Override
        public Scores only(Predicate<PaperId> offered) {
            Map<PaperId, Integer> rest = new LinkedHashMap<>(scores);
            rest.keySet().removeIf(offered.negate());
            return new Scores(rest);
        }

        @Override
        public Preference counted(Preference.Kind asked) {
            Map<String, Integer> stars = new LinkedHashMap<>();
            scores.forEach((paper, score) -> stars.put(paper.value(), score));
            return new Preference.Scores(stars);
        }

        /** Of two that turned out to be one, the higher score stands. */
        @Override
        public Scores knownAs(Map<PaperId, PaperId> canonical) {
            Map<PaperId, Integer> known = new LinkedHashMap<>();
            scores.forEach((paper, score) -> known.merge(canonical.getOrDefault(paper, paper), score, Math::max));
            return new Scores(known);
        }
    }

    /**
     * Papers best first, in groups of those that the person likes the same; what is left out comes last. A paper given two
     * places throws IllegalArgumentException.
     */
    record Ranks(List<Set<PaperId>> places) implements Vote {
        public Ranks {
            places = places.stream()
                    .map(place -> Collections.unmodifiableSet(new LinkedHashSet<>(place)))
                    .filter(place -> !place.isEmpty())
                    .toList();
            List<PaperId> all = places.stream().flatMap(Set::stream).toList();
            if (all.stream().distinct().count() < all.size()) {
                throw new IllegalArgumentException("a paper has two places: " + places);
            }
        }

        @Override
        public Set<PaperId> papers() {
            return places.stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** Those in the first place. */
        @Override
        public Set<PaperId> liked() {
            return places.isEmpty() ? Set.of() : places.get(0);
        }

        @Override
        public Ranks only(Predicate<PaperId> offered) {
            return new Ranks(places.stream()
                    .map(place -> place.stream().filter(offered).collect(Collectors.toSet()))
                    .toList());
        }

        @Override
        public Preference counted(Preference.Kind asked) {
            return new Preference.Ranking(places.stream().map(Vote::ids).toList());
        }

        /** Of two that turned out to be one, the better place stands. */
        @Override
        public Ranks knownAs(Map<PaperId, PaperId> canonical) {
            Set<PaperId> seen = new LinkedHashSet<>();
            return new Ranks(places.stream()
                    .map(place -> place.stream()
                            .map(paper -> canonical.getOrDefault(paper, paper))
                            .filter(seen::add)
                            .collect(Collectors.<PaperId, Set<PaperId>>toCollection(LinkedHashSet::new)))
                    .toList());
        }
    }

    /** The person has answered, and counts as having voted, for no paper. */
    record Abstains() implements Vote {
        @Override
        public Set<PaperId> papers() {
            return Set.of();
        }

        @Override
        public Set<PaperId> liked() {
            return Set.of();
        }

        @Override
        public Abstains only(Predicate<PaperId> offered) {
            return this;
        }

        @Override
        public Preference counted(Preference.Kind asked) {
            return new Preference.Blank();
        }

        @Override
        public Abstains knownAs(Map<PaperId, PaperId> canonical) {
            return this;
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    private static Set<String> ids(Set<PaperId> papers) {
        return papers.stream().map(PaperId::value).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

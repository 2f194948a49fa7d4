package dev.lectern.ballot.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * STAR, "score then automatic runoff", by the Equal Vote Coalition (starvoting.org): the two with the most stars go into a
 * runoff, which the one wins that more voters gave more stars.
 *
 * <p>Ties by its "Official Tiebreaker Protocol", as starvoting.org/ties had it in 2025. Who goes into the runoff: of those
 * with equally many stars, compared two by two among themselves, those go out who lost the most comparisons, again and
 * again; then those stay who got the most five-star marks, or, where they are too many, those go out who got the fewest, and
 * it begins anew. The runoff: more stars in all, then more five-star marks. Where the protocol draws by chance, nomination
 * and the lot decide. BetterVoting, the Coalition's own site, has since left out the comparisons where more than two are
 * tied (docs.bettervoting.com/help/ties.html); we keep them, for what more voters prefer says more than who got fives.
 *
 * <p>The ranking is the winner, the other finalist, and the rest by their stars. The finalists are tied where only
 * nomination or lot decided the runoff. Where only nomination or lot chose who goes into it, those left out are tied with
 * the other finalist if it was among them, and with the winner, too, if both were.
 */
final class Star {
    private static final int FINALISTS = 2;

    private final Profile profile;
    private final Precedence precedence;
    private final Pairwise pairwise;
    private final Map<String, Integer> scores;
    private final Map<String, Integer> fives;
    private final List<Tie> ties = new ArrayList<>();
    /** Those between whom only nomination or lot chose who goes into the runoff. */
    private Set<String> untold = Set.of();

    private Star(Profile profile, String seed) {
        this.profile = profile;
        this.precedence = new Precedence(profile.alternatives(), seed);
        this.scores = sums(stars -> stars);
        this.fives = sums(stars -> stars == Preference.Scores.MOST ? 1 : 0);
        this.pairwise = Pairwise.of(profile, contenders());
    }

    static Outcome count(Profile profile, String seed) {
        return new Star(profile, seed).count();
    }

    private Map<String, Integer> sums(IntUnaryOperator worth) {
        Map<String, Integer> indices = profile.alternatives().indices();
        int[] sums = new int[indices.size()];
        for (Bundle bundle : profile.bundles()) {
            if (bundle.vote() instanceof Preference.Scores vote) {
                vote.stars()
                        .forEach((id, stars) ->
                                sums[InOrder.at(indices, id)] += worth.applyAsInt(stars) * bundle.count());
            }
        }
        Map<String, Integer> byId = new HashMap<>();
        indices.forEach((id, index) -> byId.put(id, sums[index]));
        return byId;
    }

    /** Those with as many stars as the second best, or more. */
    private List<String> contenders() {
        List<String> contenders = new ArrayList<>();
        for (Set<String> equal : Standing.groups(scores, precedence)) {
            if (contenders.size() < FINALISTS) {
                contenders.addAll(equal);
            }
        }
        return contenders;
    }

    private Outcome count() {
        Map<String, Integer> sorted = Standing.sorted(scores, precedence);
        if (scores.size() == 1) {
            Count alone = new Count.Star(sorted, Optional.empty());
            return Standing.outcome(Method.STAR, profile, List.of(scores.keySet()), List.of(), alone);
        }
        List<String> finalists = finalists();
        Decision by = runoff(finalists);
        String winner = finalists.get(0);
        String other = finalists.get(1);
        if (by != Decision.VOTES) {
            ties.add(Tie.of(Tie.Where.FIRST_PLACE, precedence.sorted(finalists), winner, by));
        }
        int preferWinner = pairwise.preferring(winner, other);
        int preferOther = pairwise.preferring(other, winner);
        Count.Runoff runoff = new Count.Runoff(
                winner, other, preferWinner, preferOther, profile.voters() - preferWinner - preferOther);
        return Standing.outcome(
                Method.STAR, profile, ranking(winner, other, by), ties, new Count.Star(sorted, Optional.of(runoff)));
    }

    private List<String> finalists() {
        List<String> finalists = new ArrayList<>();
        for (Set<String> equal : Standing.groups(scores, precedence)) {
            if (finalists.size() < FINALISTS) {
                finalists.addAll(advance(equal, FINALISTS - finalists.size()));
            }
        }
        return finalists;
    }

    /** So many of the equal, best first; all where they are no more. */
    private List<String> advance(Set<String> equal, int seats) {
        List<String> advanced = best(equal, seats);
        if (equal.size() > seats && untold.isEmpty()) {
            String last = advanced.get(advanced.size() - 1);
            ties.add(Tie.of(Tie.Where.FINALIST, equal, last, Decision.OWN_RULE));
        }
        return advanced;
    }

    private List<String> best(Set<String> tied, int seats) {
        if (tied.size() <= seats) {
            return List.copyOf(tied);
        }
        Set<String> kept = better(tied, seats);
        if (kept.size() == tied.size()) {
            kept = Set.of(draw(tied));
        }
        if (kept.size() >= seats) {
            return best(kept, seats);
        }
        List<String> best = new ArrayList<>(kept);
        Set<String> rest = new LinkedHashSet<>(tied);
        rest.removeAll(kept);
        best.addAll(best(rest, seats - kept.size()));
        return best;
    }

    /** Those who stay by the first of the protocol's steps that tells some from others; all where none does. */
    private Set<String> better(Set<String> tied, int seats) {
        Set<String> unbeaten = withoutMostBeaten(tied);
        if (unbeaten.size() < tied.size()) {
            return unbeaten;
        }
        Set<String> most = mostFives(tied);
        return most.size() <= seats ? most : withoutFewestFives(tied);
    }

    private String draw(Set<String> tied) {
        String first = precedence.first(tied);
        untold = untold.isEmpty() ? tied : untold;
        ties.add(Tie.of(Tie.Where.FINALIST, precedence.sorted(tied), first, precedence.tells(first, tied)));
        return first;
    }

    private Set<String> withoutMostBeaten(Set<String> tied) {
        Map<String, Integer> losses = new HashMap<>();
        tied.forEach(one -> losses.put(one, (int) tied.stream()
                .filter(other -> pairwise.preferring(other, one) > pairwise.preferring(one, other))
                .count()));
        int most = losses.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        Set<String> rest = new LinkedHashSet<>(tied);
        rest.removeIf(id -> InOrder.at(losses, id) == most);
        return rest.isEmpty() ? tied : rest;
    }

    private Set<String> mostFives(Collection<String> tied) {
        int most = tied.stream().mapToInt(id -> InOrder.at(fives, id)).max().orElseThrow();
        Set<String> rest = new LinkedHashSet<>(tied);
        rest.removeIf(id -> InOrder.at(fives, id) < most);
        return rest;
    }

    private Set<String> withoutFewestFives(Collection<String> tied) {
        int fewest = tied.stream().mapToInt(id -> InOrder.at(fives, id)).min().orElseThrow();
        Set<String> rest = new LinkedHashSet<>(tied);
        rest.removeIf(id -> InOrder.at(fives, id) == fewest);
        return rest.isEmpty() ? new LinkedHashSet<>(tied) : rest;
    }

    /** Puts the winner first, and says what made it so. */
    private Decision runoff(List<String> finalists) {
        String one = finalists.get(0);
        String other = finalists.get(1);
        int votes = Integer.compare(pairwise.preferring(one, other), pairwise.preferring(other, one));
        int stars = Integer.compare(InOrder.at(scores, one), InOrder.at(scores, other));
        int marks = Integer.compare(InOrder.at(fives, one), InOrder.at(fives, other));
        int own = stars != 0 ? stars : marks;
        int precedes = precedence.order().compare(other, one);
        int decisive = votes != 0 ? votes : own != 0 ? own : precedes;
        if (decisive < 0) {
            finalists.set(0, other);
            finalists.set(1, one);
        }
        if (votes != 0) {
            return Decision.VOTES;
        }
        return own != 0 ? Decision.OWN_RULE : precedence.tells(finalists.get(0), finalists);
    }

    private List<Set<String>> ranking(String winner, String other, Decision by) {
        Map<String, Integer> rest = new HashMap<>(scores);
        rest.keySet().removeAll(Set.of(winner, other));
        List<String> asGood = precedence.sorted(
                untold.contains(other)
                        ? untold.stream().filter(rest::containsKey).toList()
                        : List.of());
        rest.keySet().removeAll(asGood);
        List<Set<String>> ranking = new ArrayList<>();
        boolean together = by.compareTo(Decision.NOMINATION) >= 0
                || (!asGood.isEmpty() && untold.containsAll(Set.of(winner, other)));
        List<String> second = new ArrayList<>(together ? List.of(winner, other) : List.of(other));
        second.addAll(asGood);
        if (!together) {
            ranking.add(Set.of(winner));
        }
        ranking.add(InOrder.set(second));
        if (!rest.isEmpty()) {
            ranking.addAll(Standing.groups(rest, precedence));
        }
        return ranking;
    }
}

package dev.lectern.ballot.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Instant runoff (the alternative vote): in each round every vote counts for whom it ranks first among those still in; who
 * has the fewest goes, until one is left.
 *
 * <p>A vote that ranks several equally counts as one whole vote for each of them, as in Theo Delemazure and Dominik Peters,
 * "Generalizing Instant Runoff Voting to Allow Indifferences", arXiv:2404.11407 (2024): they prove that this ("Approval-IRV")
 * and not the splitting of votes keeps the method's independence of clones and its respect for majorities. A vote that
 * ranks nobody who is still in is exhausted; whom it leaves out it never counts for.
 *
 * <p>The rule for ties is the backwards one: of those with equally few, who had the fewest in the latest earlier round that
 * tells them apart goes; Jeffrey C. O'Neill, "Tie-Breaking with the Single Transferable Vote", Voting Matters 18 (2004),
 * 14-17. Then who was nominated later goes, then whom the lot draws later.
 *
 * <p>The ranking is the order of going, the last to go first. Where nomination or lot chose who of several goes, it is tied
 * in the ranking with those of the several who go right after it: votes never put them into that order before help came.
 */
final class InstantRunoff {
    private final Profile profile;
    private final Precedence precedence;
    private final List<Count.Round> rounds = new ArrayList<>();
    private final Set<String> in;
    /** Who counts for whom. */
    private final Map<String, List<Pile>> piles = new HashMap<>();

    private final Map<String, Integer> votes = new HashMap<>();
    private int exhausted;

    private InstantRunoff(Profile profile, String seed) {
        this.profile = profile;
        this.precedence = new Precedence(profile.alternatives(), seed);
        this.in = new LinkedHashSet<>(profile.alternatives().ids());
        in.forEach(id -> {
            piles.put(id, new ArrayList<>());
            votes.put(id, 0);
        });
        profile.bundles().forEach(bundle -> deal(new Pile(bundle)));
    }

    static Outcome count(Profile profile, String seed) {
        return new InstantRunoff(profile, seed).count();
    }

    private Outcome count() {
        while (in.size() > 1) {
            Count.Round round = round();
            rounds.add(round);
            remove(round.eliminated());
        }
        List<Tie> ties = rounds.stream().filter(this::matters).map(this::tie).toList();
        return Standing.outcome(Method.INSTANT_RUNOFF, profile, ranking(), ties, new Count.Rounds(rounds));
    }

    /**
     * Whether it may matter for the winner whom of the tied the round eliminated. It does not where all of them together
     * have fewer votes than each of the others: then all go before any other, in whatever order, and leave the same votes;
     * unless a later tie is told apart by the rounds in which they went.
     */
    private boolean matters(Count.Round round) {
        if (round.by() == Decision.VOTES) {
            return false;
        }
        int together = round.tied().stream()
                .mapToInt(id -> InOrder.at(round.votes(), id))
                .sum();
        boolean leastOfAll = round.votes().entrySet().stream()
                        .filter(other -> !round.tied().contains(other.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .min()
                        .orElse(0)
                > together;
        boolean lookedAt =
                rounds.stream().anyMatch(later -> later.number() > round.number() && later.by() == Decision.OWN_RULE);
        return !leastOfAll || lookedAt;
    }

    private Tie tie(Count.Round round) {
        return Tie.of(Tie.Where.ELIMINATION, precedence.sorted(round.tied()), round.eliminated(), round.by());
    }

    private void remove(String eliminated) {
        in.remove(eliminated);
        votes.remove(eliminated);
        for (Pile pile : InOrder.at(piles, eliminated)) {
            if (!pile.standsWithin(in)) {
                deal(pile);
            }
        }
    }

    /** A whole vote for everybody of its first rank that is still in. */
    private void deal(Pile pile) {
        Set<String> first = pile.first(in);
        if (first.isEmpty()) {
            exhausted += pile.count();
        }
        for (String id : first) {
            if (in.contains(id)) {
                votes.merge(id, pile.count(), Integer::sum);
                InOrder.at(piles, id).add(pile);
            }
        }
    }

    /** Equal votes, and how far down their ranks they have come; nobody who is out comes back. */
    private static final class Pile {
        private final int count;
        private final List<Set<String>> ranks;
        private int at;

        Pile(Bundle bundle) {
            count = bundle.count();
            ranks = bundle.vote() instanceof Preference.Ranking ranking ? ranking.ranks() : List.of();
        }

        int count() {
            return count;
        }

        /** Whether it still counts for somebody. */
        boolean standsWithin(Set<String> in) {
            return !Collections.disjoint(in, ranks.get(at));
        }

        /** The first rank with somebody in it who is still in; empty where there is none. */
        Set<String> first(Set<String> in) {
            while (at < ranks.size() && Collections.disjoint(in, ranks.get(at))) {
                at++;
            }
            return at < ranks.size() ? ranks.get(at) : Set.of();
        }
    }

    private Count.Round round() {
        Set<String> fewest = fewest(in, votes);
        Set<String> tied = fewest;
        for (int earlier = rounds.size() - 1; earlier >= 0 && tied.size() > 1; earlier--) {
            tied = fewest(tied, rounds.get(earlier).votes());
        }
        String eliminated = precedence.last(tied);
        Decision by = fewest.size() == 1
                ? Decision.VOTES
                : tied.size() == 1 ? Decision.OWN_RULE : precedence.tells(eliminated, tied);
        return new Count.Round(
                rounds.size() + 1,
                Standing.sorted(votes, precedence),
                exhausted,
                eliminated,
                by,
                by == Decision.OWN_RULE ? fewest : tied);
    }

    private static Set<String> fewest(Collection<String> some, Map<String, Integer> votes) {
        int least = some.stream().mapToInt(id -> InOrder.at(votes, id)).min().orElseThrow();
        Set<String> fewest = new LinkedHashSet<>(some);
        fewest.removeIf(id -> InOrder.at(votes, id) > least);
        return fewest;
    }

    private List<Set<String>> ranking() {
        List<Set<String>> lastFirst = new ArrayList<>();
        Set<String> untold = Set.of();
        for (Count.Round round : rounds) {
            boolean joins = untold.contains(round.eliminated());
            place(lastFirst, round.eliminated(), joins);
            if (!joins) {
                untold = round.by().compareTo(Decision.NOMINATION) >= 0 ? round.tied() : Set.of();
            }
        }
        String winner = in.iterator().next();
        place(lastFirst, winner, untold.contains(winner));
        List<Set<String>> ranking = new ArrayList<>();
        lastFirst.forEach(group -> ranking.add(0, reversed(group)));
        return ranking;
    }

    private static void place(List<Set<String>> groups, String id, boolean joins) {
        if (!joins) {
            groups.add(new LinkedHashSet<>());
        }
        groups.get(groups.size() - 1).add(id);
    }

    private static Set<String> reversed(Set<String> group) {
        List<String> reversed = new ArrayList<>(group);
        Collections.reverse(reversed);
        return InOrder.set(reversed);
    }
}

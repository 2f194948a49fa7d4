package dev.lectern.ballot;

import dev.lectern.paper.PaperId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a ballot ended, kept with it so that nobody has to count all old ballots again.
 *
 * @param winner what the group reads; empty where the quorum was missed
 * @param ranking groups of papers that the method finds equally good, best first
 * @param support of each paper, what part of those who voted would like to read it: from 0 to 1
 * @param turnout how many voted, of how many members
 * @param leftOut how many votes were of a kind that the method does not take, and are not in the turnout either
 */
public record Verdict(
        Optional<PaperId> winner,
        List<List<PaperId>> ranking,
        Map<PaperId, Double> support,
        int turnout,
        int members,
        Optional<Integer> leftOut) {
    public Verdict {
        ranking = ranking.stream().map(List::copyOf).toList();
        support = Map.copyOf(support);
    }

    /** With this paper read in place of the one that won. */
    Verdict wonBy(PaperId runnerUp) {
        return new Verdict(Optional.of(runnerUp), ranking, support, turnout, members, leftOut);
    }

    Verdict knownAs(Map<PaperId, PaperId> canonical) {
        Set<PaperId> seen = new LinkedHashSet<>();
        List<List<PaperId>> known = new ArrayList<>();
        for (List<PaperId> tied : ranking) {
            List<PaperId> same = tied.stream()
                    .map(paper -> canonical.getOrDefault(paper, paper))
                    .filter(seen::add)
                    .collect(Collectors.toList());
            if (!same.isEmpty()) {
                known.add(same);
            }
        }
        Map<PaperId, Double> supported = new LinkedHashMap<>();
        support.forEach((paper, part) -> supported.merge(canonical.getOrDefault(paper, paper), part, Math::max));
        return new Verdict(
                winner.map(paper -> canonical.getOrDefault(paper, paper)), known, supported, turnout, members, leftOut);
    }
}

package dev.lectern.ballot;

import dev.lectern.paper.PaperId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a ballot stands, or ended.
 *
 * @param ranking every candidate, best first
 * @param winner the first of the ranking; empty only where the ballot was cancelled
 * @param tiedWith the others with as many votes as the first, in the order of the ranking; empty where nobody voted
 * @param decidedBy what put the first one first
 * @param turnout how many people approve of a candidate
 */
public record Result(
        List<Tally> ranking, Optional<PaperId> winner, Set<PaperId> tiedWith, DecidedBy decidedBy, int turnout) {
    public Result {
        ranking = List.copyOf(ranking);
        tiedWith = Collections.unmodifiableSet(new LinkedHashSet<>(tiedWith));
    }
}

package dev.lectern.ballot;

import dev.lectern.paper.PaperId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Approval voting: everybody approves of as many papers as they like, and the paper that most people approve of wins.
 * Steven J. Brams and Peter C. Fishburn, "Approval Voting", American Political Science Review 72 (1978), 831-847.
 *
 * <p>The rule for ties is ours: the earlier nomination is first, and of two at the same instant the lower id. So every
 * ballot has one result, on every machine.
 */
public final class Approval {
    private Approval() {}

    /** Counts the votes; approvals of papers that are not candidates do not count. */
    public static Result count(Ballot ballot, Votes votes) {
        Map<PaperId, Integer> approvals = approvals(votes);
        // The candidates come earliest first and the sort is stable: that breaks the ties.
        List<Tally> ranking = ballot.candidates().stream()
                .map(Nomination::paper)
                .map(paper -> new Tally(paper, approvals.getOrDefault(paper, 0)))
                .sorted(Comparator.comparingInt(Tally::votes).reversed())
                .toList();
        Set<PaperId> tiedWith = tiedWithFirst(ranking);
        return new Result(
                ranking,
                ballot.state() == BallotState.CANCELLED
                        ? Optional.empty()
                        : Optional.of(ranking.get(0).paper()),
                tiedWith,
                decidedBy(ranking, tiedWith),
                turnout(ballot, votes));
    }

    private static Map<PaperId, Integer> approvals(Votes votes) {
        return votes.approvals().values().stream()
                .flatMap(Collection::stream)
                .collect(Collectors.toMap(Function.identity(), paper -> 1, Integer::sum));
    }

    private static Set<PaperId> tiedWithFirst(List<Tally> ranking) {
        int most = ranking.get(0).votes();
        return ranking.stream()
                .skip(1)
                .filter(tally -> most > 0 && tally.votes() == most)
                .map(Tally::paper)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static DecidedBy decidedBy(List<Tally> ranking, Set<PaperId> tiedWith) {
        if (ranking.get(0).votes() == 0) {
            return DecidedBy.NO_VOTES;
        }
        return tiedWith.isEmpty() ? DecidedBy.VOTES : DecidedBy.EARLIER_NOMINATION;
    }

    private static int turnout(Ballot ballot, Votes votes) {
        return (int) votes.approvals().values().stream()
                .filter(papers -> papers.stream().anyMatch(ballot::offers))
                .count();
    }
}

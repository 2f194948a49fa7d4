package dev.lectern.ballot.count;

import java.util.List;
import java.util.Set;

/**
 * What came out of a count.
 *
 * @param ranking all alternatives in groups, best first; those of one group are tied by the method itself
 * @param order all alternatives, best first, after every tie is broken: the winner, the runner-up, and so on; the
 *     ranking's groups one after the other
 * @param decidedBy the weakest reason that was needed on the way to the winner
 * @param ties those that were broken on the way to the winner, as they came up
 * @param voters everybody who voted, blank votes included
 */
public record Outcome(
        Method method,
        List<Set<String>> ranking,
        List<String> order,
        Decision decidedBy,
        List<Tie> ties,
        Count count,
        int voters) {
    public Outcome {
        ranking = ranking.stream().map(InOrder::set).toList();
        order = List.copyOf(order);
        ties = List.copyOf(ties);
        if (order.isEmpty() || !ranking.stream().flatMap(Set::stream).toList().equals(order)) {
            throw new IllegalArgumentException("ranking " + ranking + " and order " + order + " do not agree");
        }
    }

    public String winner() {
        return order.get(0);
    }
}

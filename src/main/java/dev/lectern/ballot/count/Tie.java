package dev.lectern.ballot.count;

import java.util.Collection;
import java.util.Set;

/**
 * A tie that had to be broken on the way to the winner.
 *
 * @param tied all of them, in the order of nomination and lot
 * @param picked who was taken: the winner, a finalist, or who was eliminated
 * @param by what told it from the others; never VOTES
 */
public record Tie(Where where, Set<String> tied, String picked, Decision by) {
    /** What the tie was about. */
    public enum Where {
        /** Who wins. */
        FIRST_PLACE,
        /** Who goes into STAR's runoff. */
        FINALIST,
        /** Who is eliminated in a round. */
        ELIMINATION
    }

    public Tie {
        tied = InOrder.set(tied);
    }

    static Tie of(Where where, Collection<String> tied, String picked, Decision by) {
        return new Tie(where, InOrder.set(tied), picked, by);
    }
}

package dev.lectern.ballot.count;

/** What decided, the strongest reason first: a later one is asked only where all before it leave a tie. */
public enum Decision {
    /** There was nothing else to choose. */
    UNOPPOSED,
    /** The votes, by the method's main rule. */
    VOTES,
    /** The votes, by the method's own rule for ties. */
    OWN_RULE,
    /** Nominated earlier. */
    NOMINATION,
    /** Nominated at the same instant: the lot, drawn by {@link Lot} from the seed that was told at the opening. */
    LOT,
    /** Nobody voted, or all voted blank: nomination and lot alone. */
    NO_VOTES
}

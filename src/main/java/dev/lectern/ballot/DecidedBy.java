package dev.lectern.ballot;

/** What put the first paper of a result first. */
public enum DecidedBy {
    /** More votes than any other. */
    VOTES,
    /** As many votes as another, and nominated before it (or, at the same instant, first by its id). */
    EARLIER_NOMINATION,
    /** Nobody voted; it was nominated first. */
    NO_VOTES
}

package dev.lectern.ballot;

/** Where a ballot stands; it never opens again. */
public enum BallotState {
    OPEN,
    /** Its deadline passed, or it was ended early; it is counted. */
    CLOSED,
    /** It was called off; nobody wins. */
    CANCELLED
}

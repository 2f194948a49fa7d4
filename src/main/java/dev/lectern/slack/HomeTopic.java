package dev.lectern.slack;

/** What a Home tells of, in the order in which it does: what waits for its reader, then what comes, then the rest. */
public enum HomeTopic {
    /** How to begin, for who is in no group. */
    START,
    /** What could not be done, for who can do something about it. */
    TROUBLE,
    /** When the reader presents, or has another part. */
    PARTS,
    /** Ballots that are open. */
    VOTES,
    /** What the reader was asked and has not answered. */
    QUESTIONS,
    /** When the reader's groups meet next. */
    MEETINGS,
    /** What the reader put aside to read. */
    SAVED,
    /** What the reader gets by direct message. */
    DIGESTS,
    /** What an organizer can set. */
    SETTINGS
}

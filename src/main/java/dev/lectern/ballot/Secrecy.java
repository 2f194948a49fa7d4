package dev.lectern.ballot;

/** Who can know how somebody voted. Weakest first; a ballot keeps what it opened with. */
public enum Secrecy {
    /** Everybody: names stand beside the papers. */
    OPEN,
    /** Nobody in the group; whoever runs Lectern could look it up in Redis. */
    ANONYMOUS,
    /**
     * Nobody once the ballot is closed: a vote is kept under a name made with a secret of the ballot, which is destroyed
     * at the close.
     */
    SECRET
}

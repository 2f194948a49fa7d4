package dev.lectern.ballot;

/** When it can be seen how a ballot stands. */
public enum TallyShown {
    /** All the time, in the channel. */
    LIVE,
    /** To whoever has voted, and to all at the close. */
    AFTER_VOTING,
    /** At the close. */
    AT_CLOSE
}

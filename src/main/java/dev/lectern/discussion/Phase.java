package dev.lectern.discussion;

/** How far a meeting's day has come, by what the channel was told. */
public enum Phase {
    REMINDED,
    OPENED,
    WRAPPED
}

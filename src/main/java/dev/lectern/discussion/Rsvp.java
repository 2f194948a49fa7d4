package dev.lectern.discussion;

/** Whether somebody means to come. */
public enum Rsvp {
    YES,
    MAYBE,
    NO
}

package dev.lectern.slack;

/** What somebody is in the workspace. */
public enum Standing {
    PERSON,
    BOT,
    /** Their account was closed. */
    DEACTIVATED,
    /** Slack does not know them, or can't be asked just now. */
    UNKNOWN
}

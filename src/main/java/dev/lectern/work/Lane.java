package dev.lectern.work;

import java.util.Locale;

/** The two kinds of work that a group has; neither waits for the other. */
enum Lane {
    /** What is due by the group's timeline: quick, Redis only; see {@link Errands} for what is not. */
    STEPS,
    /** What is in its outbox: as slow as Slack is. */
    MESSAGES;

    /** As scripts and keys name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

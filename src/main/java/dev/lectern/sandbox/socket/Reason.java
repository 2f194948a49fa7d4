package dev.lectern.sandbox.socket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why Slack closes a socket. */
enum Reason {
    /** In some seconds. */
    WARNING,
    /** A socket lives for some hours. */
    REFRESH_REQUESTED,
    /** Socket Mode was switched off in the app's settings. */
    LINK_DISABLED;

    static Optional<Reason> of(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

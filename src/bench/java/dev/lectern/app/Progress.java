package dev.lectern.app;

import java.util.Locale;

/** What goes on, for whoever waits; the tables alone are on stdout. */
final class Progress {
    private static final long BEGAN = System.nanoTime();

    private Progress() {}

    static void say(String what, Object... with) {
        System.err.printf(
                Locale.ROOT, "%4d s  %s%n", (System.nanoTime() - BEGAN) / 1_000_000_000, what.formatted(with));
    }
}

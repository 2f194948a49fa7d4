package dev.lectern.sandbox.workspace;

import java.util.concurrent.ThreadLocalRandom;

/** Ids that nothing but equality is asked of. */
public final class Ids {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private Ids() {}

    /** The prefix and ten letters and digits, such as {@code V8K2M0Q1TZA}. */
    public static String next(String prefix) {
        StringBuilder id = new StringBuilder(prefix);
        ThreadLocalRandom.current().ints(10, 0, LETTERS.length()).forEach(index -> id.append(LETTERS.charAt(index)));
        return id.toString();
    }

    static String forBlock() {
        return next("").substring(0, 5);
    }
}

package dev.lectern.slack.block;

import java.util.List;

/** What constructors in this package insist on. */
final class Require {
    private Require() {}

    static void notBlank(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
    }

    static <T> List<T> notEmpty(List<T> list, String what) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
        return List.copyOf(list);
    }
}

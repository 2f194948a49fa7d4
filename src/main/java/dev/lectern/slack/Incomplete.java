package dev.lectern.slack;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A payload lacks what its kind cannot do without, or has something else there: there is nobody to answer, and nothing to do. */
final class Incomplete extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Incomplete(String what) {
        super(what);
    }

    /** @param what the field's name, for the log; its content is never shown */
    static <T> T needed(@Nullable T value, String what) {
        if (value == null) {
            throw new Incomplete("no " + what);
        }
        return value;
    }

    static <T> T needed(@Nullable String value, String what, Function<String, T> read) {
        String text = needed(value, what);
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Incomplete("no usable " + what);
        }
    }
}

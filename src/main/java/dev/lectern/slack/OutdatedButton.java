package dev.lectern.slack;

/** A button says something that this Lectern does not understand. */
final class OutdatedButton extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutdatedButton(IllegalArgumentException why) {
        super(why);
    }
}

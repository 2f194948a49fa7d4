package dev.lectern.app;

/** The command line or a setting is not what it should be; the message is one line that names it and the way out. */
final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
        super(message);
    }
}

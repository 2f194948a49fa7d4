package dev.lectern.app;

/** A command could not do its work; the message is one line that says why and the way out. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String message, Throwable cause) {
        super(message, cause);
    }

    Failure(String message) {
        super(message);
    }
}

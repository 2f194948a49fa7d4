package dev.lectern.redis;

/**
 * Something about a Redis that is not as Lectern needs it.
 *
 * @param sentence names the thing and the way out; without a stop at its end
 */
public record RedisFinding(Severity severity, String sentence) {

    /** How bad it is. */
    public enum Severity {
        /** Lectern must not start: it could lose what it answered. */
        REFUSES,
        /** Lectern works, and what the sentence says is lost in the case that it names. */
        WARNS
    }

    static RedisFinding refuses(String sentence) {
        return new RedisFinding(Severity.REFUSES, sentence);
    }

    static RedisFinding warns(String sentence) {
        return new RedisFinding(Severity.WARNS, sentence);
    }

    public boolean refuses() {
        return severity == Severity.REFUSES;
    }
}

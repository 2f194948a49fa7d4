package dev.lectern.work;

/** What makes a request one: the same envelope, delivered again, has the same. */
public record RequestId(String value) {
    public RequestId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a request without an id");
        }
    }
}

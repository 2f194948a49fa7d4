package dev.lectern.work;

/** How the answer to a request is kept, so that the same request, delivered again, is answered the same. */
public interface Kept<T> {
    String write(T answer);

    T read(String text);
}

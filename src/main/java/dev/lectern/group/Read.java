package dev.lectern.group;

/** What became of reading something that a person typed: a value, or one sentence that says what to write instead. */
sealed interface Read<T> {
    record Got<T>(T value) implements Read<T> {}

    record Not<T>(String problem) implements Read<T> {}

    static <T> Read<T> got(T value) {
        return new Got<>(value);
    }

    static <T> Read<T> not(String problem) {
        return new Not<>(problem);
    }
}
